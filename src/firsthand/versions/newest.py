"""One article for all versions of it: the latest, with what changed on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.domain import Article, OutletBasis, Reason, Revision
from firsthand.versions.addresses import Address, article_address
from firsthand.versions.changes import edits_between, is_silent
from firsthand.versions.likeness import families
from firsthand.versions.notes import noted
from firsthand.versions.order import compared, is_excerpt, moment_of, ordered

__all__ = ["newest"]


def newest(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, of those at one address only the latest version, with its `revisions`.

    Nothing is lost: as many articles come out as went in, less the revisions that were added. An
    article without an address of its own is never a version; one that states the address of another
    and shares neither headline nor text with it stands for itself, with a reason that says so.

    Correction, update and withdrawal notes of every article are added to its `corrections`.

    Where nothing tells which of two versions came first, the later one of `order.ordered` is kept,
    the revision has ``unknown`` as `at_basis` and claims no silent change.

    Args:
        articles: In any order; all ids differ.

    Returns:
        In the order in which the kept versions were given.
    """
    told = [noted(article) for article in articles]
    found: defaultdict[str, list[tuple[Article, Address]]] = defaultdict(list)
    for article in told:
        address = article_address(article)
        if address is not None:
            found[address.text].append((article, address))
    # what an article became; None: it is a revision of another
    became: dict[str, Article | None] = {}
    for members in found.values():
        if len(members) < 2:
            continue
        ranked = sorted(members, key=lambda one: (one[0].sha256, one[0].item, one[0].id))
        divided, apart = families(ranked)
        for family in divided:
            versions = _best_known_last(ordered(list(family)))
            for one in versions:
                became[one.id] = None
            latest = versions[-1]
            kept = _with_revisions(versions)
            if latest.id in apart:
                reason = Reason(feature=apart[latest.id], score=-1.0)
                reasons = dict.fromkeys((*kept.reasons, reason))
                kept = replace(kept, reasons=tuple(reasons))
            became[latest.id] = kept
    outcome = (became.get(article.id, article) for article in told)
    return tuple(one for one in outcome if one is not None)


_BASES = (OutletBasis.CLAIMED, OutletBasis.PAGE, OutletBasis.HOST)


def _best_known_last(versions: Sequence[Article]) -> list[Article]:
    """`versions`, oldest first; of those that say what the last says, the best known is last.

    An export of a page may have been made after the page was fetched: it is no newer text, and
    less is known of where it came from.
    """
    same = len(versions) - 1
    while same and (versions[same - 1].text == versions[-1].text):
        same -= 1
    alike = sorted(versions[same:], key=lambda one: _BASES.index(one.outlet_basis))
    return [*versions[:same], *alike]


def _with_revisions(versions: Sequence[Article]) -> Article:
    """The last of `versions` (oldest first) with the others as its revisions."""
    revisions: list[Revision] = []
    for before, after in pairwise(versions):
        is_ordered = compared(before, after) < 0
        notes = [one for one in after.corrections if one not in before.corrections]
        edits = edits_between(before, after, notes=notes)
        if is_excerpt(before, after):
            # what the excerpt leaves out was not added later
            edits = tuple(edit for edit in edits if edit.before is not None)
        if after is not versions[-1]:
            edits = tuple(replace(edit, span=None) for edit in edits)
        at, basis = moment_of(before) if is_ordered else (None, "unknown")
        revisions += before.revisions
        revisions.append(
            Revision(
                item=before.item,
                sha256=before.sha256,
                at=at,
                at_basis=basis,
                title=before.title,
                edits=edits,
                silent=is_ordered and is_silent(edits, after.language),
            )
        )
    latest = versions[-1]
    revisions += latest.revisions
    return replace(latest, revisions=tuple(revisions)) if revisions else latest
