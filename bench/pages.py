"""Pages of results: their own words stay, what stands between marks is measured and written anew."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

__all__ = ["commit", "filled"]

_PROJECT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(<!-- (\w+): begin -->\n).*?(<!-- \2: end -->)", re.DOTALL)


def filled(page: str, blocks: Mapping[str, str]) -> str:
    """The page with its marked blocks replaced.

    Raises:
        KeyError: The page has a block that was not made.
    """
    return _BLOCK.sub(lambda at: f"{at[1]}\n{blocks[at[2]].strip()}\n\n{at[3]}", page)


def commit() -> str:
    """The commit checked out; marked where the code is changed on top."""
    git = ["git", "-C", str(_PROJECT)]
    name, changed = (
        subprocess.run(  # noqa: S603 - calls are made here
            [*git, *words], capture_output=True, text=True, check=True
        ).stdout.strip()
        for words in (
            ("rev-parse", "--short", "HEAD"),
            ("status", "--porcelain", "--untracked-files=no", "src"),
        )
    )
    return f"{name}{'+' if changed else ''}"
