"""The same utterance printed in several texts: verbatim, cut, altered, or other words between marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.domain import (
    ArticleId,
    Change,
    ClaimStory,
    Passage,
    Quotation,
    QuotationVariant,
    Span,
    Statement,
)
from firsthand.text.folding import fold
from firsthand.text.quotation import quotations as marked

__all__ = ["aligned_quotations"]

_FEWEST = 4
"""Words from which a quotation is an utterance and not a word or a name between marks."""

_ALTERED = 0.6
"""Share of words in the same order from which two quotations are one utterance. Two sentences of one
speech on one matter stay below .5."""

_LONG_RUN = 0.4
"""Share of the shorter printing that must stand in one run: stock phrases ("as part of a") do not."""

_PARAPHRASE = 0.33
"""Share of words below which even one speaker's quotations on one claim are two utterances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    passage: Passage
    words: tuple[str, ...]
    speaker: str | None
    key: str
    day: str | None
    claims: frozenset[int]


def _said_with(cover: Coverage, passage: Passage) -> Statement | None:
    """The innermost statement whose content holds most of a quotation."""
    holding = [
        statement
        for statement in cover.readings[passage.article].statements
        if any(span.overlaps(passage.span) for span in statement.content)
    ]
    return min(
        holding,
        key=lambda s: (s.content[-1].end - s.content[0].start, s.content[0]),
        default=None,
    )


def _printed(cover: Coverage, told: ClaimStory) -> list[_Printed]:
    mentioned: dict[ArticleId, list[tuple[int, Span]]] = {}
    for number, claim in enumerate(told.claims):
        for mention in claim.mentions:
            where = mention.passage
            mentioned.setdefault(where.article, []).append((number, where.span))
    found = []
    for article in sorted(cover.readings):
        text = cover.article(article).text
        for span in marked(text):
            words = tuple(re.findall(r"[\w'’]+", fold(span.of(text))))
            if len(words) < _FEWEST:
                continue
            passage = Passage(article, span)
            statement = _said_with(cover, passage)
            if statement is None or statement.speaker is None:
                continue
            actor = cover.actors.get(key_of(statement.speaker))
            body = statement.authority or (actor.authority if actor else None)
            found.append(
                _Printed(
                    passage=passage,
                    words=words,
                    speaker=statement.speaker,
                    key=key_of(body or statement.speaker),
                    day=statement.said_on,
                    claims=frozenset(
                        number
                        for number, where in mentioned.get(article, ())
                        if where.overlaps(span)
                    ),
                )
            )
    return found


def _alone(one: _Printed, other: _Printed, printed: list[_Printed]) -> bool:
    """Whether each text prints just one quotation of the speaker on the claim that both are on."""
    shared = one.claims & other.claims
    counts = {one.passage.article: 0, other.passage.article: 0}
    for each in printed:
        if each.key == one.key and each.claims & shared and each.passage.article in counts:
            counts[each.passage.article] += 1
    return bool(shared) and set(counts.values()) == {1}


def _change(
    full: _Printed, other: _Printed, printed: list[_Printed], *, one_text: bool
) -> Change | None:
    """How `other` prints the utterance `full`; None: another utterance.

    In whole copies of one text (`one_text`) a third of the words in order is enough: what a copy
    prints in the place of a quotation is that quotation.
    """
    if full.words == other.words:
        return Change.VERBATIM
    a, b = " ".join(full.words), " ".join(other.words)
    if b in a:
        return Change.TRUNCATED
    shorter = min(len(full.words), len(other.words))
    if (Counter(full.words) & Counter(other.words)).total() < _PARAPHRASE * shorter:
        return None  # cannot reach either share: most pairs end here
    matcher = SequenceMatcher(None, full.words, other.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / shorter
    longest = max((block.size for block in blocks), default=0)
    if longest >= max(_FEWEST, _LONG_RUN * shorter) and share >= _ALTERED:
        return _cut_or_altered(full.words, other.words, blocks)
    days = {full.day, other.day} - {None}
    if (
        full.passage.article != other.passage.article
        and (one_text or _alone(full, other, printed))
        and len(days) < 2
        and share >= _PARAPHRASE
        and shorter >= 2 * _FEWEST
    ):
        return Change.PARAPHRASE
    return None


def _cut_or_altered(full: tuple[str, ...], other: tuple[str, ...], blocks: list[Match]) -> Change:
    """Whether two printings of one utterance differ only in how much they print of it.

    Words before the first and after the last shared run are a cut, as are words that one leaves
    out between two runs where the other puts none in their place ("and" and "&" aside).
    """
    for one, following in pairwise(blocks):
        missing = set(full[one.a + one.size : following.a])
        instead = set(other[one.b + one.size : following.b])
        if (instead or missing) - {"and"}:
            return Change.ALTERED
    return Change.TRUNCATED


def _like_first(one: _Printed, group: list[tuple[_Printed, Change]]) -> Change:
    """The change already found for the same words in the group."""
    return next(change for other, change in group if other.words == one.words)


def aligned_quotations(cover: Coverage, told: ClaimStory) -> tuple[Quotation, ...]:
    """Bring together the printings of each utterance.

    Only quotations of one speaker or of speakers for one body are compared. The longest printing
    is canonical; of equals that of the text that was copied, then the first by article.

    Returns:
        Utterances printed at least twice, sorted by the canonical passage's article and place.
    """
    groups: list[tuple[_Printed, list[tuple[_Printed, Change]]]] = []
    printed = _printed(cover, told)
    same: dict[tuple[str, tuple[str, ...]], list[tuple[_Printed, Change]]] = {}
    for one in sorted(
        printed,
        key=lambda p: (
            -len(p.words),
            cover.roots[p.passage.article] != p.passage.article,
            p.passage,
        ),
    ):
        known = same.get((one.key, one.words))
        if known is not None:
            known.append((one, _like_first(one, known)))
            continue
        best: tuple[int, list[tuple[_Printed, Change]], Change] | None = None
        for full, variants in groups:
            if full.key != one.key:
                continue
            articles = (full.passage.article, one.passage.article)
            one_text = cover.roots[articles[0]] == cover.roots[articles[1]]
            change = _change(full, one, printed, one_text=one_text)
            if change is not None:
                rank = list(Change).index(change)
                if best is None or rank < best[0]:
                    best = (rank, variants, change)
        if best is None:
            groups.append((one, [(one, Change.VERBATIM)]))
            same[one.key, one.words] = groups[-1][1]
        else:
            best[1].append((one, best[2]))
            same[one.key, one.words] = best[1]
    found = [
        Quotation(
            speaker=full.speaker,
            canonical=full.passage.span.of(cover.article(full.passage.article).text),
            variants=tuple(
                QuotationVariant(passage=one.passage, change=change)
                for one, change in sorted(variants, key=lambda v: v[0].passage)
            ),
        )
        for full, variants in groups
        if len(variants) > 1
    ]
    return tuple(sorted(found, key=lambda q: q.variants[0].passage))
