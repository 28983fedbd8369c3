"""The invented example coverage that ships with the package."""

from __future__ import annotations

from pathlib import Path

__all__ = ["demo_folder", "demo_pages"]


def demo_folder() -> Path:
    """The folder of example pages and dumps: invented events, people and outlets in real places."""
    return Path(__file__).parent / "data" / "demo"


def demo_pages() -> tuple[tuple[str, bytes], ...]:
    """Name and raw bytes of every example page, by name."""
    return tuple((path.name, path.read_bytes()) for path in sorted(demo_folder().iterdir()))
