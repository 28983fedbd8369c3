"""The brief as one self-contained page: the story page of the desk, in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand.brief.anchors import anchor_of, anchors
from firsthand.brief.annex import descriptor, summary
from firsthand.brief.citing import citing
from firsthand.brief.dating import order_of, shown
from firsthand.brief.daybook import daybook
from firsthand.brief.evidence import paragraphs
from firsthand.brief.matrix import matrices
from firsthand.brief.printing import (
    count,
    date_line,
    headline,
    one_line,
    range_of,
    unlisted,
)
from firsthand.brief.refusals import folded
from firsthand.brief.reuse import reused
from firsthand.brief.revisions import corrected, edit_pieces, revision_lines
from firsthand.brief.svg_graph import layered
from firsthand.brief.svg_map import drawn_map, nearby
from firsthand.brief.svg_timeline import drawn_timeline
from firsthand.brief.tally import tally
from firsthand.brief.who import who
from firsthand.brief.worddiff import differences
from firsthand.brief.wording import told_as
from firsthand.domain import ArticleId, Brief, Change, Findings, Passage, Quotation, Reason
from firsthand.text.surrogates import writable

__all__ = ["to_html"]


def to_html(brief: Brief) -> str:
    """The brief as one HTML file that needs nothing else and fetches nothing.

    It reads without JavaScript: citations are links to marked passages, folded parts are
    `details`. Every word from outside is escaped; a content security policy in the page forbids
    whatever it does not bring itself.
    """
    page = _environment().get_template("brief.html.j2").render(**_context(brief))
    return writable(page)


@cache
def _environment() -> Environment:
    """The templates, loaded once; everything is escaped unless marked as our own."""
    made = Environment(
        loader=PackageLoader("firsthand.brief", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["shown"] = shown
    made.filters["told_as"] = told_as
    made.filters["one_line"] = one_line
    made.globals |= {"range_of": range_of, "count": count, "differences": differences}
    made.globals |= {
        "corrected": corrected,
        "revision_lines": revision_lines,
        "edit_pieces": edit_pieces,
    }
    return made


@cache
def _shipped(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup(files("firsthand.brief").joinpath("html", name).read_text("utf-8"))  # noqa: S704 - our own style and script


def _context(brief: Brief) -> dict[str, Any]:
    """All that the template prints, ready made."""
    cite = citing(brief)
    found = anchors(brief, cite)
    pictures = [edge for edge in brief.edges if edge.kind == "photo"]
    shown_in = {edge.from_ for edge in pictures} | {edge.to for edge in pictures}
    return {
        "brief": brief,
        "rejected": folded(brief.rejected),
        "story": brief.settled.story,
        "findings": brief.findings,
        "cite": cite,
        "names": found.names,
        "lead": _lead,
        "anchor_of": anchor_of,
        "tally": tally(brief),
        "headline": headline(tally(brief)),
        "matrices": matrices(brief, cite),
        "timeline": sorted(brief.timeline, key=lambda entry: order_of(entry.date)),
        "timeline_svg": Markup(drawn_timeline(brief, cite)),  # noqa: S704 - escapes inside
        "graph_svg": Markup(  # noqa: S704 - escapes inside
            layered(
                [node for node in brief.nodes if node.kind != "photo"],
                [edge for edge in brief.edges if edge.kind != "photo"],
                texts=cite.by_id,
            )
        ),
        "pictures": pictures,
        "pictures_svg": Markup(  # noqa: S704 - escapes inside
            layered(
                [node for node in brief.nodes if node.id in shown_in],
                pictures,
                name="pictures",
                texts=cite.by_id,
            )
        ),
        "nodes": {node.id: node for node in brief.nodes},
        "maps": [
            (title, Markup(drawn_map(part)))  # noqa: S704 - escapes inside
            for title, part in (
                ("Round the middle of the story", nearby(brief.places)),
                ("All places", brief.places),
            )
            if part
        ],
        "days": daybook(brief, cite),
        "copies": reused(brief, cite),
        "who": who(brief),
        "quotations": _several(brief.findings),
        "gathered": _gathered,
        "texts": {article.id: paragraphs(article, found) for article in cite.articles},
        "descriptors": {article.id: descriptor(brief, article, cite) for article in cite.articles},
        "dates": {article.id: date_line(article) for article in cite.articles},
        "furniture": {
            article.id: sorted(Counter(piece.role for piece in article.furniture).items())
            for article in cite.articles
        },
        "warnings": unlisted(brief),
        "summary": summary(brief),
        "css": _shipped("brief.css"),
        "js": _shipped("brief.js"),
    }


def _several(findings: Findings) -> tuple[list[Quotation], list[Quotation]]:
    """Quotations printed more than once: those printed differently, and those printed alike.

    One printed once has nothing to be set against.
    """
    several = [one for one in findings.quotations if len(one.variants) > 1]
    alike = [one for one in several if all(v.change is Change.VERBATIM for v in one.variants)]
    return [one for one in several if one not in alike], alike


def _gathered(reasons: Sequence[Reason]) -> list[Reason]:
    """Reasons that look at the same feature with the same score as one, with all their evidence."""
    found: dict[tuple[str, float], list[Passage]] = {}
    for reason in reasons:
        found.setdefault((reason.feature, reason.score), []).extend(reason.evidence)
    return [
        Reason(feature=feature, score=score, evidence=tuple(dict.fromkeys(evidence)))
        for (feature, score), evidence in found.items()
    ]


def _lead(passages: Sequence[Passage]) -> list[Passage]:
    """The passages so that each article's first comes before any article's second."""
    turn: Counter[ArticleId] = Counter()
    ranked: list[tuple[int, int, Passage]] = []
    for passage in dict.fromkeys(passages):
        ranked.append((turn[passage.article], len(ranked), passage))
        turn[passage.article] += 1
    return [passage for *_, passage in sorted(ranked, key=lambda one: one[:2])]
