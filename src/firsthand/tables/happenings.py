"""Sets of words by which news tells of one kind of happening ("attack", "raid", "storm")."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["HappeningWords", "happening_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningWords:
    """Which sets a word stands in."""

    single: Mapping[str, frozenset[str]]
    """Lemma → names of its sets."""

    pairs: Mapping[str, tuple[tuple[str, str], ...]]
    """Lemma of the head → second words, each with the name of the set of both ("step", "down")."""

    endings: tuple[tuple[str, str], ...]
    """Endings of inflection and derivation, with what the bare verb has instead; first match first."""

    def sets(self, head: str, beside: Collection[str]) -> frozenset[str]:
        """The sets that `head`, alone or with a word `beside` it, stands in.

        Args:
            head: Lemma of the word that names the happening, small letters.
            beside: Lemmas of the words of the mention and of those that hang on the head.
        """
        joined = {name for word, name in self.pairs.get(head, ()) if word in beside}
        return self.single.get(head, frozenset()) | joined


@cache
def happening_words() -> HappeningWords:
    """The shipped sets (``happenings.toml``)."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data", "happenings.toml").read_text("utf-8")
    )
    single: dict[str, set[str]] = defaultdict(set)
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, members in raw["sets"].items():
        for entry in members:
            head, *rest = str(entry).split()
            if rest:
                pairs[head].add((rest[-1], name))
            else:
                single[head].add(name)
    return HappeningWords(
        single={word: frozenset(names) for word, names in single.items()},
        pairs={word: tuple(sorted(each)) for word, each in pairs.items()},
        endings=tuple((str(ending), str(instead)) for ending, instead in raw["endings"]),
    )
