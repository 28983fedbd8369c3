"""An article from an HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import Article, Capture, Field
from firsthand.errors import InputError
from firsthand.extract.closing import Own, closed, stated_facts
from firsthand.extract.furniture import announces_release, updates_in
from firsthand.extract.fusion import Fused, fused
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import weighed_language
from firsthand.extract.metadata_page import visible_facts
from firsthand.extract.page_body import main_lines, told_of
from firsthand.extract.page_lines import page_view, parsed
from firsthand.extract.page_roles import JudgedPage, judged_page
from firsthand.extract.parts import Part, near_body, text_of
from firsthand.extract.provenance import Provenance, provenance_of
from firsthand.extract.region import word_count
from firsthand.extract.structured import page_facts
from firsthand.extract.wires import same_house

__all__ = ["page_article", "with_wires"]

_LABEL_REACH = 5
_FEWEST_WORDS = 8
"""Words that a page's body has to have: a page without article leaves a menu entry or a notice."""


def page_article(capture: Capture) -> Article:
    """Find the article of an HTML page.

    The body's lines are judged by a trained model (`firsthand.extract.page_trees`); headline,
    people, days and outlet are weighed from what the record of the fetch, JSON-LD, meta tags,
    microdata, the visible text, the window title and the address say (`firsthand.extract.fusion`).

    Raises:
        InputError: the page shows no article text.
    """
    tree = parsed(capture.item, capture.text)
    recorded = _recorded(capture)
    facts = page_facts(tree, url=recorded)
    view = page_view(tree)
    raw_text, lines = view.text, view.lines
    page = judged_page(lines, main_lines(view, told_of(capture.text, view, facts)), facts)
    parts = [
        Part(start=line.start, end=line.end, role=role)
        for line, role in zip(lines, page.roles, strict=True)
    ]
    cut = text_of(raw_text, parts, headline=page.title)
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    if sum(map(word_count, body)) < _FEWEST_WORDS:
        hint = "hand in the page as a browser shows it, or its text"
        raise InputError(capture.item, "holds no article text", hint)
    told = fused(
        (
            *stated_facts(capture),
            *facts.facts,
            *visible_facts(page, facts, tree, url=recorded or facts.first(Field.URL)),
        )
    )
    furniture = [(one.role, one.span.of(raw_text)) for one in cut.furniture]
    says = provenance_of(body, _credits_near(furniture), outlet=told.outlet)
    says = with_wires(says, told)
    language, evidence = weighed_language(cut.text, told.evidence)
    signs = Signs(
        announced=_announced(page), outlet=says.outlet, url=told.url, byline=bool(told.authors)
    )
    own = Own(
        title=told.title,
        outlet=says.outlet,
        language=language,
        evidence=evidence,
        issuer=issuer_of(body, near_body(cut), signs=signs),
        dateline=says.dateline,
        wire=says.wire,
        notice=says.notice or told.notice,
        credits=told.credits,
        corrections=(*told.corrections, *updates_in(body)),
    )
    return closed(capture, cut, told, says, own)


def _recorded(capture: Capture) -> str | None:
    """Where the capture was fetched, by its record."""
    if capture.url is not None:
        return capture.url
    return next(
        (
            fact.value
            for fact in capture.facts
            if fact.field is Field.URL and fact.source == "recorded"
        ),
        None,
    )


def with_wires(says: Provenance, told: Fused) -> Provenance:
    """What the text says of where it comes from, and the agencies that author fields name.

    An agency beside people of the outlet contributed; the text as a whole is not its.
    """
    outlet = says.outlet
    others = [name for name in told.wires if outlet is None or not same_house(name, outlet)]
    others += [name for name in told.relayed if name not in others]
    new = [name for name in others if not any(same_house(name, one) for one in says.relayed_from)]
    wires = [name for name in others if name in told.wires]
    if not others:
        return replace(says, wire=says.wire or outlet) if told.wires else says
    whole = bool(told.relayed) or not told.authors
    return replace(
        says,
        wire=says.wire or (next(iter(wires), None) if whole else None),
        syndicated=says.syndicated or whole,
        relayed_from=(*says.relayed_from, *new),
    )


def _credits_near(furniture: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    roles = {"credit", "syndication", "byline", "legal", "promotion", "reporting"}
    return [(role, words) for role, words in furniture if role in roles]


def _announced(page: JudgedPage) -> bool:
    """Whether a line close to the headline says that this is a press release or statement."""
    at = page.headline_at
    if at is None:
        return False
    near = page.lines[max(0, at - _LABEL_REACH) : at + _LABEL_REACH + 1]
    return any(announces_release(line.text) and line.link_share < 1 for line in near)
