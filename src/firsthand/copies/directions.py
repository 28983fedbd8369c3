"""Which text was there first: by what the texts say, then by what they hold, then by the clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.copies.credits import says_taken
from firsthand.copies.said import Said, agency_of, said, wire_credited
from firsthand.copies.times import earlier, granularity
from firsthand.copies.witnesses import Witness, held, own_words, witness
from firsthand.domain import Article, ArticleId, Reason

__all__ = ["Root", "forerunner", "pair_root", "root_of", "stamps", "wire_credited"]

NOTHING_OWN = 3
"""Most runs of three words that a text may have for itself and still be the one the others come
from. A copy bears something of its own (a changed word, a line of its site, a credit), its model
nothing. Of constructed copies without any credit, 7 texts passed, all of them origins; the longest
text was the origin in 2 of 12 groups, the earliest in 5 of 15."""

HELD = 0.8
"""Mean share of the others' words that such a text must hold: a mere opening has nothing of its own
either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The text that others are copies of, or why there is none."""

    article: ArticleId | None
    basis: str | None
    """credit, dateline, wire-outlet, containment, edits or time; None where `article` is None."""

    wire: str | None = None
    """The agency credited, as a name; set also where its own text is not in the collection."""

    reasons: tuple[Reason, ...] = ()
    """The evidence, as a reader may be shown it."""


def root_of(told: Said, *, weigh_texts: bool = True) -> Root:
    """Find the text of a copy group that the others go back to.

    A credit or an agency's own text decides; an agency that is credited and not in the group
    leaves the root unknown, whatever the clock says (a relay may be stamped before the wire that
    reached us). Without any credit, the text that has nothing of its own, holds the others and is
    not later than any of them.

    Args:
        told: From `said`.
        weigh_texts: Whether words and stamps may decide where nobody credits anybody.
    """
    named = {
        article.id: [c for other in told.members for c in told.names(other.id, article.id)]
        for article in told.members
    }
    agencies = {a.id: name for a in told.members if (name := agency_of(a)) is not None}
    candidates = [
        article
        for article in told.members
        if named[article.id]
        and (article.id in agencies if agencies else not told.others(article.id, None))
    ]
    if candidates:
        most = max(len(named[article.id]) for article in candidates)
        first = _first([a for a in candidates if len(named[a.id]) == most])
        kinds = Counter(credit.kind.value for credit in named[first.id])
        return Root(
            article=first.id,
            basis=min(kinds, key=lambda kind: (-kinds[kind], kind)),
            wire=wire_credited(first),
        )
    if agencies:
        leading = [a for a in told.members if agencies.get(a.id) in told.wires[:1]]
        first = _first(leading or [a for a in told.members if a.id in agencies])
        return Root(article=first.id, basis="wire-outlet", wire=agencies[first.id])
    if told.wires:
        return Root(article=None, basis=None, wire=told.wires[0])
    if len(told.members) == 1:
        return Root(article=told.members[0].id, basis=None)
    if not weigh_texts:
        return Root(article=None, basis=None)
    return _model([witness(article) for article in told.members])


def pair_root(a: Article, b: Article, share_a: float, share_b: float) -> Root:
    """`root_of` for two texts: share of a's words that stand in b, and of b's in a.

    Words and stamps are weighed only where one text holds enough of the other.
    """
    return root_of(said([a, b]), weigh_texts=max(share_a, share_b) >= HELD)


def _first(candidates: Sequence[Article]) -> Article:
    """The earliest; among those whose stamps do not tell, the one that holds most of the rest."""
    before = [
        one for one in candidates if not any(earlier(other, one) for other in candidates)
    ] or list(candidates)
    if len(before) == 1:
        return before[0]
    texts = {one.id: witness(one) for one in before}
    return min(
        before,
        key=lambda one: (-round(held(texts[one.id], list(texts.values())), 2), one.id),
    )


def _model(texts: Sequence[Witness]) -> Root:
    """The one text without anything of its own that holds the others and is not later than they."""
    own = own_words(texts)
    clean = [
        one
        for one in texts
        if own[one.article.id] <= NOTHING_OWN
        and not says_taken(one.article)
        and not any(earlier(other.article, one.article) for other in texts)
        and held(one, texts) >= HELD
    ]
    first = [
        one
        for one in clean
        if all(other is one or earlier(one.article, other.article) for other in clean)
    ]
    if len(first) != 1:
        return Root(article=None, basis=None)
    (one,) = first
    changed = [other for other in texts if other is not one and own[other.article.id] > NOTHING_OWN]
    by_words = len(changed) == len(texts) - 1
    if not by_words and not all(
        other is one or other in changed or earlier(one.article, other.article) for other in texts
    ):
        return Root(article=None, basis=None)
    reason = Reason(
        feature="the text copied has nothing that no copy has, and holds this share of their words",
        score=round(held(one, texts), 4),
    )
    return Root(
        article=one.article.id,
        basis="containment" if by_words else "time",
        reasons=(reason,),
    )


def forerunner(told: Said) -> tuple[Article, Root] | None:
    """Of the copies of a wire that is not in the collection, the one that was there before all.

    It credits nobody, is stamped before every other copy, has nothing of its own and holds the
    others: words and clock say the same. It says nothing of the copies that credit the wire.
    """
    for article in told.members:
        rest = [other for other in told.members if other is not article]
        if (
            not told.credits[article.id]
            and all(earlier(article, other) for other in rest)
            and not says_taken(article)
        ):
            found = _model([witness(one) for one in told.members])
            return (article, found) if found.article == article.id else None
    return None


def stamps(original: Article, copy: Article) -> Reason | None:
    """Both publication stamps with their granularity, where they tell which text was first."""
    if not earlier(original, copy):
        return None
    return Reason(
        feature=(
            f"published {original.published} ({granularity(original.published)}), "
            f"the copy {copy.published} ({granularity(copy.published)})"
        )
    )
