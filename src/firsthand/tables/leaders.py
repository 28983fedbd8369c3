"""Heads of state and government: for which state a bare "President Ruto" speaks."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["state_led_by"]


@cache
def _by_name() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Country by full name, and countries by surname."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/leaders.toml").read_text(encoding="utf-8")
    )
    whole: dict[str, str] = {}
    last: dict[str, set[str]] = {}
    for code, names in raw["leaders"].items():
        for name in names:
            whole.setdefault(name.casefold(), code)
            last.setdefault(name.casefold().split()[-1], set()).add(code)
    return whole, {surname: frozenset(codes) for surname, codes in last.items()}


def state_led_by(name: str) -> str | None:
    """The country whose government or state the bearer of `name` leads or led.

    Args:
        name: A full name; or a surname, which counts where only one country's leader has it.

    Returns:
        ISO 3166-1 alpha-2. None when the table does not know the name: says nothing. That somebody
        holds the office now is for the article's own title to say.
    """
    folded = " ".join(name.split()).casefold()
    whole, last = _by_name()
    if " " in folded:
        return whole.get(folded)
    codes = last.get(folded, frozenset())
    return next(iter(codes)) if len(codes) == 1 else None
