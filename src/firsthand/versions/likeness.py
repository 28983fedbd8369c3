"""Whether two texts at one address can be versions of one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from firsthand.domain import Article, Field, OutletBasis, ZoneKind
from firsthand.versions.addresses import Address
from firsthand.versions.wording import written_words

__all__ = ["Printed", "families", "host_named", "why_apart"]

_RUN = 3
"""Words in a run. Two reports of one event at different addresses share some; versions share most."""

_LEAST_SHARED, _LEAST_RECORDED = 0.4, 0.2
"""Share of the shorter text's runs that two versions have in common at least, where a page only claims
its address and where both addresses were recorded. Of 158 pairs of different articles of one site four
share more than a sixth, for standing text left in them (.19, .20, .23, .49); of 933 reworked, cut and
enlarged copies none shares less than .46."""

_LEAST_TITLE, _BESIDE_TITLE = 0.6, 0.1
"""Share of the shorter headline's words, of headlines of three words or more; where the address is only
claimed the texts must share this much too: every page of some blogs has the blog's name as its headline."""

_MOST_PROPOSALS = 50
"""Printings that share a run of words beyond this many are not proposed to each other by it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article with what it is compared by."""

    article: Article
    address: Address
    runs: frozenset[int]
    title: frozenset[str]


def printed(article: Article, address: Address) -> Printed:
    """Cut `article` for comparing. Equal runs have equal codes on every machine."""
    body = " ".join(
        zone.span.of(article.text) for zone in article.zones if zone.kind is not ZoneKind.HEADLINE
    )
    words = [word.casefold() for word in written_words(body)]
    runs = frozenset(
        crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - _RUN + 1))
    )
    title = frozenset(word.casefold() for word in written_words(article.title or ""))
    return Printed(article, address, runs, title)


def host_named(article: Article) -> bool:
    """Whether the address of an article was recorded when it was fetched."""
    return article.outlet_basis is OutletBasis.HOST or any(
        one.fact.field is Field.URL and one.fact.source == "recorded" for one in article.evidence
    )


def families(
    found: Sequence[tuple[Article, Address]],
) -> tuple[tuple[tuple[Article, ...], ...], dict[str, str]]:
    """Divide articles at one address into those that are versions of each other.

    Returns:
        The families, each in the order given, and for the id of each article that was kept apart
        from another why.
    """
    cards = [printed(article, address) for article, address in found]
    parent = list(range(len(cards)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    apart: dict[str, str] = {}
    for a, b in _proposals(cards):
        if root(a) == root(b):
            continue
        reason = why_apart(cards[a], cards[b])
        if reason is None:
            parent[root(b)] = root(a)
        else:
            apart.setdefault(cards[a].article.id, _told(reason, cards[b].article))
            apart.setdefault(cards[b].article.id, _told(reason, cards[a].article))
    groups: defaultdict[int, list[Article]] = defaultdict(list)
    for place, card in enumerate(cards):
        groups[root(place)].append(card.article)
    if len(groups) > 1:
        for first, other in _neighbours([members[0] for members in groups.values()]):
            apart.setdefault(first.id, _told(_UNLIKE, other))
    return tuple(tuple(members) for members in groups.values()), apart


_UNLIKE = "neither headline nor text is alike"


def _told(reason: str, other: Article) -> str:
    return f"not taken for a version of {other.item}, which states the same address: {reason}"


def _neighbours(heads: Sequence[Article]) -> list[tuple[Article, Article]]:
    return [(head, heads[place - 1] if place else heads[1]) for place, head in enumerate(heads)]


def why_apart(a: Printed, b: Printed) -> str | None:
    """Why two articles at one address are not versions of each other; None where they are."""
    if a.article.sha256 == b.article.sha256:
        return "both stand in one file"
    recorded = a.address.recorded and b.address.recorded
    if not recorded and _other_outlet(a.article, b.article):
        return "it names another outlet"
    if recorded and (a.article.withdrawn or b.article.withdrawn):
        return None
    shared = len(a.runs & b.runs) / max(1, min(len(a.runs), len(b.runs)))
    shorter = min(len(a.title), len(b.title))
    titles = len(a.title & b.title) / shorter if shorter >= _RUN else 0.0
    if shared >= (_LEAST_RECORDED if recorded else _LEAST_SHARED):
        return None
    if titles >= _LEAST_TITLE and (recorded or shared >= _BESIDE_TITLE):
        return None
    return _UNLIKE


def _other_outlet(a: Article, b: Article) -> bool:
    """Whether two articles name outlets of which neither name holds the other."""
    if a.outlet is None or b.outlet is None:
        return False
    ours, theirs = ("".join(re.findall(r"\w+", one.outlet or "")).casefold() for one in (a, b))
    return ours not in theirs and theirs not in ours


def _proposals(cards: Sequence[Printed]) -> list[tuple[int, int]]:
    """Pairs worth comparing: all of a few; of many those that share runs, headline words or a file."""
    if len(cards) <= 12:
        return [(a, b) for b in range(len(cards)) for a in range(b)]
    holding: defaultdict[object, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for place, card in enumerate(cards):
        keys: list[object] = [*sorted(card.runs)[:64], tuple(sorted(card.title))]
        if card.article.withdrawn:
            keys.append("withdrawn")
        for key in keys:
            spots = holding[key]
            pairs.update((spot, place) for spot in spots[-_MOST_PROPOSALS:])
            spots.append(place)
    return sorted(pairs)
