"""Whose text it is: what credit lines, datelines, bylines and notices say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Reason
from firsthand.extract.bylines import byline_of
from firsthand.extract.datelines import Dateline, dateline_of
from firsthand.extract.imprints import imprinted_outlet
from firsthand.extract.issuers import distributes
from firsthand.extract.wires import (
    Notice,
    credit_of,
    expanded,
    notice_of,
    repeatedly_credited,
    same_house,
)
from firsthand.tables.agencies import agency_named

__all__ = ["Provenance", "provenance_of"]

_LABELLED = re.compile(r"\w\s*[::]\s")
"""What stands behind such a label ("Source: …") is whom the text draws on, its own outlet too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a text says of where it was taken from."""

    outlet: str | None
    """As handed in, or what a notice or promotion names, for texts that do not say it at their head."""

    syndicated: bool
    relayed_from: tuple[str, ...]
    wire: str | None
    notice: str | None
    dateline: str | None
    reasons: tuple[Reason, ...]


def provenance_of(
    paragraphs: Sequence[str],
    furniture: Sequence[tuple[str, str]],
    *,
    outlet: str | None,
    guessed: bool = False,
) -> Provenance:
    """Judge from what a text prints whether it was taken over as a whole, and from whom.

    In this order: a credit line or a byline that names an agency; the agency of the dateline; a
    syndication notice, with the names it gives or else the one outlet credited again and again in
    the text. An outlet is never relayed from itself: an agency's own dateline makes the text its
    wire, not syndicated. "With inputs from X" credits X without making the text X's.

    Args:
        paragraphs: The body, in order.
        furniture: Role and words of what stands around it, in order.
        outlet: The outlet as its head or page names it.
        guessed: Whether `outlet` is a line above the text that may be something else; the notice's
            own word for the outlet, or a notice that the text is an agency's, then goes before it.
    """
    notice_text, notice = _notice(furniture)
    lead = dateline_of(paragraphs[0]) if paragraphs else None
    if guessed and outlet is not None and notice is not None:
        agency = lead is not None and lead.agency is not None and same_house(lead.agency, outlet)
        if notice.outlet is not None or agency:
            outlet = None
    named = outlet or (notice.outlet if notice else None) or imprinted_outlet(furniture)
    everything = ("\n".join(paragraphs), outlet or "", *(words for _, words in furniture))
    wholes: list[str] = []
    parts: list[str] = []
    reasons: list[Reason] = []
    for role, words in furniture:
        if role in {"credit", "legal"}:
            credit = credit_of(words)
            if credit is not None and (role == "credit" or all(map(agency_named, credit.names))):
                (wholes if credit.whole else parts).extend(credit.names)
                reasons += [Reason(feature=f"credit line: {words}") for _ in credit.names[:1]]
        elif role == "byline":
            byline = byline_of(words)
            if byline is not None and byline.agencies:
                (parts if byline.used else wholes).extend(byline.agencies)
                reasons.append(Reason(feature=f"byline names an agency: {words}"))
    if lead is not None and lead.agency is not None and not distributes(lead.agency):
        wholes += [name.strip() for name in lead.agency.split("/")]
        reasons.append(Reason(feature=f"dateline names an agency: {lead.agency}"))
    by_agency = bool(wholes)
    if notice is not None:
        reasons.append(Reason(feature="syndication notice"))
        origins = list(notice.origins)
        if not origins and not wholes:
            again = repeatedly_credited(tuple(paragraphs))
            origins = [again] if again else []
            if again:
                reasons.append(Reason(feature=f"credited again and again: {again}"))
        wholes += origins
        by_agency = by_agency or (notice.by_agency and bool(origins))
    own = [name for name in wholes if named is not None and same_house(name, named)]
    others = _named([name for name in wholes if name not in own], everything)
    inputs = _named([name for name in parts if not (named and same_house(name, named))], everything)
    wire = None
    if own and others == () and not _only_labelled(own, lead, furniture):
        wire = named
    elif others and (by_agency or agency_named(others[0])):
        wire = others[0]
    elif named is not None and agency_named(named) is not None and not others:
        wire = named
    if (
        named is None
        and wire is not None
        and notice is None
        and len(others) == 1
        and not _bylined(lead, furniture)
    ):
        named, others = wire, ()
        reasons.append(Reason(feature="no outlet but the agency is named"))
    return Provenance(
        outlet=named,
        syndicated=bool(others) or notice is not None,
        relayed_from=tuple(dict.fromkeys((*others, *inputs))),
        wire=wire,
        notice=notice_text,
        dateline=lead.place if lead is not None else None,
        reasons=tuple(reasons),
    )


def _only_labelled(
    own: Sequence[str], lead: Dateline | None, furniture: Sequence[tuple[str, str]]
) -> bool:
    """Whether an outlet that is no agency is named by lines such as "Source: …" only."""
    lines = [
        words
        for role, words in furniture
        if role in {"credit", "legal"} and any(name in words for name in own)
    ]
    return (
        agency_named(own[0]) is None
        and (lead is None or lead.agency is None)
        and bool(lines)
        and all(_LABELLED.search(words) for words in lines)
    )


def _bylined(lead: Dateline | None, furniture: Sequence[tuple[str, str]]) -> bool:
    """Whether people of the outlet itself wrote the text: no agency stands in its dateline."""
    return (lead is None or lead.agency is None) and any(
        role == "byline" and _people_only(words) for role, words in furniture
    )


def _people_only(words: str) -> bool:
    """Whether a byline names people and no agency: an outlet's own, whatever it credits below."""
    byline = byline_of(words, bare=True)
    return byline is not None and bool(byline.people) and not byline.agencies


def _named(names: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        full = expanded(name, *texts)
        if not any(same_house(full, other) for other in found):
            found.append(full)
    return tuple(found)


def _notice(furniture: Sequence[tuple[str, str]]) -> tuple[str | None, Notice | None]:
    for role, words in furniture:
        if role == "syndication":
            found = notice_of(words)
            if found is not None:
                return words, found
    return None, None
