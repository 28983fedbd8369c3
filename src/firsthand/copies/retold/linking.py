"""The copy link of a text told over: aligned sentences, direction, reasons."""

from __future__ import annotations

import re

from firsthand.copies.credits import credited, forms, says_taken
from firsthand.copies.directions import Root, pair_root, stamps, wire_credited
from firsthand.copies.groups import SHARE_BACK
from firsthand.copies.retold.anchor_weights import worth
from firsthand.copies.retold.anchors import Told
from firsthand.copies.retold.ordered import Bead
from firsthand.copies.retold.reworded import Judged
from firsthand.copies.times import earlier
from firsthand.domain import (
    Aligned,
    Article,
    CopyLink,
    CopyManner,
    CopyRelation,
    Passage,
    Reason,
    Span,
)
from firsthand.tables.agencies import agency_named

__all__ = ["retold_link", "shared_credit"]

_FEATURES = {
    CopyManner.REWORDED: "told over in other words, sentence after sentence",
    CopyManner.TRANSLATED: "a translation, sentence after sentence",
}
_WORD = re.compile(r"\w+")
CUT_BY = 0.25
"""By how much less of the original's words stand in the copy than the other way round, for the copy to
have been cut: sentences are told over at different lengths, a tenth either way."""

_SHOWN = 3
"""Pairs of sentences shown as evidence, the most alike first."""


def shared_credit(a: Article, b: Article) -> str | None:
    """The agency that both texts name as theirs, or one names and the other is; None when none."""
    one, other = wire_credited(a), wire_credited(b)
    if one is not None and other is not None and forms(one) & forms(other):
        return one
    for text, named in ((a, b), (b, a)):
        if named.outlet is None:
            continue
        for name in credited(text):
            if forms(name) & forms(named.outlet):
                return name
    return None


def retold_link(a: Told, b: Told, judged: Judged) -> CopyLink:
    """The link of a pair that was judged a retelling; the same for (a, b) and (b, a) swapped alike.

    Args:
        a: The text with the smaller id.
        b: The other.
        judged: From `reworded` or `translated`.
    """
    beads = judged.retelling.beads
    share_a = _covered(a, [(bead.a, bead.a_end) for bead in beads])
    share_b = _covered(b, [(bead.b, bead.b_end) for bead in beads])
    root = _root(a.article, b.article, share_a, share_b)
    swapped = root.article == b.article.id
    passages = [_aligned(a, b, bead, swapped=swapped) for bead in beads]
    original, copy = (b, a) if swapped else (a, b)
    share, back = (share_a, share_b) if swapped else (share_b, share_a)
    ranked = sorted(zip(beads, passages, strict=True), key=lambda one: (-one[0].likeness, one[0]))
    evidence = tuple(
        passage
        for _, shown in ranked[:_SHOWN]
        for passage in (
            Passage(original.article.id, shown.a),
            Passage(copy.article.id, shown.b),
        )
    )
    one_text = judged.relation is CopyRelation.WHOLE
    return CopyLink(
        original=original.article.id,
        copy=copy.article.id,
        relation=judged.relation,
        share=share,
        direction_basis=root.basis,
        unseen_wire=root.wire if one_text and root.article is None else None,
        manner=judged.manner,
        passages=tuple(sorted(passages, key=lambda one: one.a)),
        reasons=(
            Reason(feature=_FEATURES[judged.manner], score=share, evidence=evidence),
            Reason(feature=SHARE_BACK, score=back),
            *_grounds(judged),
            *root.reasons,
        ),
    )


def _grounds(judged: Judged) -> tuple[Reason, ...]:
    found = judged.retelling
    how = "sentence vectors" if judged.by_vectors else "numbers, names and lengths"
    grounds = [
        Reason(feature="numbers, dates and names that both keep", score=round(found.fewest, 4)),
        Reason(feature="the same, of the text that is covered better", score=round(found.most, 4)),
        Reason(
            feature=f"sentences that correspond, by {how}",
            score=round(sum(one.likeness for one in found.beads) / max(1, len(found.beads)), 4),
        ),
        Reason(feature="sentences in one order", score=round(found.ordered, 4)),
    ]
    if judged.credit is not None:
        grounds.append(Reason(feature=f"both are credited to {judged.credit}"))
    return tuple(grounds)


def _root(a: Article, b: Article, share_a: float, share_b: float) -> Root:
    """What credits say; failing that, which text was cut from which; failing that, the clock.

    That both are agencies tells no direction. A text that calls itself taken over is no original.
    """
    root = pair_root(a, b, 0.0, 0.0)
    agencies = all(x.outlet is not None and agency_named(x.outlet) is not None for x in (a, b))
    if not (agencies and root.basis == "wire-outlet") and (root.article or root.wire):
        return root
    for one, other, more in ((a, b, share_b - share_a), (b, a, share_a - share_b)):
        if says_taken(one) or earlier(other, one):
            continue
        if more >= CUT_BY:
            return Root(article=one.id, basis="containment")
        if earlier(one, other) and more > -CUT_BY:
            told = stamps(one, other)
            return Root(article=one.id, basis="time", reasons=(told,) if told is not None else ())
    return Root(article=None, basis=None)


def _aligned(a: Told, b: Told, bead: Bead, *, swapped: bool) -> Aligned:
    one, other = _stretch(a, bead.a, bead.a_end), _stretch(b, bead.b, bead.b_end)
    return Aligned(
        a=other if swapped else one, b=one if swapped else other, changed=_changed(a, b, bead)
    )


def _changed(a: Told, b: Told, bead: Bead) -> bool:
    """Whether each side has a large number that the other lacks."""
    mine = {one for row in a.fixed[bead.a : bead.a_end] for one in row}
    theirs = {one for row in b.fixed[bead.b : bead.b_end] for one in row}
    return all(
        any(anchor.startswith("n:") and worth(anchor) >= 1.0 for anchor in left)
        for left in (mine - theirs, theirs - mine)
    )


def _stretch(text: Told, first: int, last: int) -> Span:
    return Span(text.sentences[first].start, text.sentences[last - 1].end)


def _covered(text: Told, stretches: list[tuple[int, int]]) -> float:
    """Share of the words of the sentences looked at, quoted or not, that correspond."""
    counts = [len(_WORD.findall(span.of(text.article.text))) for span in text.sentences]
    return round(sum(sum(counts[i:j]) for i, j in stretches) / max(1, sum(counts)), 4)
