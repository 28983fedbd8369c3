"""Whom each copy of a group was taken from: the group's root, or another copy of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firsthand.copies.credits import Credit
from firsthand.copies.directions import Root, forerunner, stamps
from firsthand.copies.kinship import Shares, models_against, models_among
from firsthand.copies.said import Said, agency_of, passages
from firsthand.domain import Article, ArticleId, Reason
from firsthand.tables.agencies import agency_named

__all__ = ["lineages", "sibling_reasons"]

_NAMES = {"credit": "credit line", "dateline": "dateline"}


def lineages(told: Said, shares: Shares, root: Root) -> dict[ArticleId, Root]:
    """Name the text that each copy was taken from, where that is known.

    A copy that credits another by name was taken from it. A copy that has another's own changes,
    against the root that both go back to, was taken from that other (Maas 1927: shared errors show
    a shared model); so was one with the other's own headline and nothing that the other has lost.
    Every other copy goes back to the root itself, if that is known; if the root is a wire that is
    not in the collection, a copy that credits nobody may go back to the copies' forerunner.

    Args:
        told: What the group's members say.
        shares: (copy, original) → share of the copy's words that stand in the original, for the
            pairs that were laid side by side.
        root: The group's root.

    Returns:
        Copy → its source, as a root of its own with basis and reasons. Following the sources from
        copy to copy never comes back to the same text.
    """
    by_id = {article.id: article for article in told.members}
    found: dict[ArticleId, Root] = {}
    for copy, model in _credited(told, root):
        _take(found, copy.id, model)
    if root.article is not None:
        changed = models_against(told.members, shares, by_id[root.article])
    else:
        changed = models_among(told.members, shares)
    for copy_id in sorted(changed):
        if copy_id not in found:
            _take(found, copy_id, changed[copy_id])
    if root.article is not None:
        for article in told.members:
            if article.id not in found and article.id != root.article:
                found[article.id] = _from_root(told, article, by_id[root.article], root)
    elif root.wire is not None and (first := forerunner(told)) is not None:
        ahead, source = first
        for article in told.members:
            if not told.credits[article.id] and article is not ahead and article.id not in found:
                _take(found, article.id, _timed(source, ahead, article))
    return {
        copy: replace(source, reasons=(*source.reasons, *_other_wires(told, by_id[copy], root)))
        for copy, source in found.items()
    }


def sibling_reasons(
    told: Said, root: Root, pair: tuple[ArticleId, ArticleId]
) -> tuple[Reason, ...]:
    """Why two copies are one wire's text: which of them credits it, and which another wire."""
    if root.article is not None or root.wire is None:
        return ()
    found: list[Reason] = []
    for article in told.members:
        if article.id in pair:
            ours = [one for one in told.credits[article.id] if _means(one.name, root.wire)]
            found += [
                Reason(feature=_says(one), evidence=passages(article, [one])) for one in ours[:1]
            ]
            found += _other_wires(told, article, root)
    return tuple(found)


def _means(name: str, wire: str) -> bool:
    known = agency_named(name)
    return wire in (name, known.name if known is not None else name)


def _says(credit: Credit) -> str:
    return f"its {_NAMES[credit.kind.value]} names {credit.name}"


def _take(found: dict[ArticleId, Root], copy: ArticleId, source: Root) -> None:
    """Enter a source unless the line would come back to the copy."""
    above = source.article
    while above is not None:
        if above == copy:
            return
        above = found[above].article if above in found else None
    found[copy] = source


def _credited(told: Said, root: Root) -> Iterable[tuple[Article, Root]]:
    """Copies that name one other member, which is not the root, as the one whose text they are."""
    for copy in told.members:
        if copy.id == root.article or agency_of(copy) is not None:
            continue
        named = [
            (credits_, model)
            for model in told.members
            if model.id != copy.id and (credits_ := told.names(copy.id, model.id))
        ]
        if len(named) != 1 or named[0][1].id == root.article:
            continue
        credits_, model = named[0]
        if told.names(model.id, copy.id):
            continue
        yield (
            copy,
            Root(
                article=model.id,
                basis=credits_[0].kind.value,
                reasons=(
                    Reason(
                        feature=_says(credits_[0]),
                        evidence=passages(copy, credits_[:1]),
                    ),
                ),
            ),
        )


def _from_root(told: Said, copy: Article, root: Article, found: Root) -> Root:
    """The root as the source of one copy, by the best evidence there is for this copy."""
    if credits_ := told.names(copy.id, root.id):
        kind = credits_[0].kind.value
        reason = Reason(
            feature=_says(credits_[0]),
            evidence=passages(copy, credits_[:1]),
        )
        return Root(article=root.id, basis=kind, wire=found.wire, reasons=(reason,))
    agency = agency_of(root)
    if agency is not None:
        reason = Reason(feature=f"the text copied is the agency's own: {agency}")
        return Root(article=root.id, basis="wire-outlet", wire=found.wire, reasons=(reason,))
    if found.basis in _NAMES:
        other, credits_ = next(
            (member, named) for member in told.members if (named := told.names(member.id, root.id))
        )
        reason = Reason(
            feature=f"another copy's {_NAMES[credits_[0].kind.value]} names {credits_[0].name}",
            evidence=passages(other, credits_[:1]),
        )
        return Root(article=root.id, basis=found.basis, wire=found.wire, reasons=(reason,))
    return _timed(found, root, copy)


def _timed(found: Root, root: Article, copy: Article) -> Root:
    """The same root with both stamps, where they tell, as a further reason."""
    clock = stamps(root, copy)
    return replace(found, reasons=(*found.reasons, *((clock,) if clock is not None else ())))


def _other_wires(told: Said, copy: Article, root: Root) -> tuple[Reason, ...]:
    """What speaks against: agencies that the copy credits and that are not the group's."""
    return tuple(
        Reason(
            feature=f"against it: the copy names another wire, {one.name}",
            score=-1.0,
            evidence=passages(copy, [one]),
        )
        for one in told.others(copy.id, root.wire)
    )
