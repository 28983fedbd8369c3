"""The invented example coverage that ships with the package."""

from __future__ import annotations

from pathlib import Path

__all__ = ["demo_folder"]


def demo_folder() -> Path:
    """The folder of example pages and dumps: invented events, people and outlets in real places."""
    return Path(__file__).parent / "data" / "demo"
