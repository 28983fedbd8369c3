"""Invented texts and their copies: a wire at hand, a wire that is not, edits on the way."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.brief.assemble import make_brief
from firsthand.corroborate import corroborate
from firsthand.domain import (
    Aligned,
    Article,
    ArticleId,
    Brief,
    ClaimStory,
    CopyEdit,
    CopyEditKind,
    CopyGroup,
    CopyLink,
    CopyManner,
    CopyRelation,
    MadeWith,
    Reading,
    SettledStory,
    Span,
    Story,
    StoryId,
    Zone,
    ZoneKind,
)

WIRE = "HAFNIR (SKP) - A fire at the fish market killed 12 people on Sunday, the mayor said."
CHANGED = "A fire at the fish market killed 13 people on Sunday, the mayor said."
CLOSING = "A fire at the fish market killed 12 people on Sunday, the mayor said.\n\nSource: SKP"


def article(
    name: str,
    text: str,
    *,
    outlet: str,
    wire: str | None = None,
    relayed_from: tuple[str, ...] = (),
) -> Article:
    """An article whose paragraphs are all body."""
    zones, at = [], 0
    for paragraph in text.split("\n\n"):
        zones.append(Zone(span=Span(at, at + len(paragraph)), kind=ZoneKind.BODY))
        at += len(paragraph) + 2
    return Article(
        id=ArticleId(name), item=f"{name}.txt", text=text, zones=tuple(zones), raw_text=text,
        sha256=name * 32, outlet=outlet, wire=wire, relayed_from=relayed_from,
    )  # fmt: skip


def link(
    original: Article,
    copy: Article,
    *edits: tuple[str, str, CopyEditKind],
    basis: str | None = "credit",
    relation: CopyRelation = CopyRelation.WHOLE,
    manner: CopyManner = CopyManner.WORDS,
    unseen: str | None = None,
) -> CopyLink:
    """A link over both texts in full, with the words that differ."""

    def span(text: str, words: str) -> Span | None:
        start = text.find(words)
        return Span(start, start + len(words)) if words else None

    return CopyLink(
        original=original.id,
        copy=copy.id,
        relation=relation,
        manner=manner,
        share=0.9,
        direction_basis=basis,
        unseen_wire=unseen,
        passages=(
            Aligned(
                a=Span(0, len(original.text)),
                b=Span(0, len(copy.text)),
                edits=tuple(
                    CopyEdit(a=span(original.text, a), b=span(copy.text, b), kind=kind)
                    for a, b, kind in edits
                ),
            ),
        ),
    )


def settled(
    articles: Sequence[Article], links: Sequence[CopyLink], groups: Sequence[CopyGroup]
) -> SettledStory:
    """One story of all the articles."""
    return SettledStory(
        story=Story(
            id=StoryId("t1"), title="Fire", articles=tuple(sorted(one.id for one in articles))
        ),
        readings=tuple(
            Reading(article=one) for one in sorted(articles, key=lambda article: article.id)
        ),
        links=tuple(links),
        groups=tuple(groups),
    )


def brief_of(
    articles: Sequence[Article], links: Sequence[CopyLink], groups: Sequence[CopyGroup]
) -> Brief:
    """The brief of a story of which nothing but copies is known."""
    story = settled(articles, links, groups)
    return make_brief(
        story,
        corroborate(story, ClaimStory(claims=())),
        as_of="2031-05-07",
        made_with=MadeWith(version="1", models=(), rules=(), plan="p"),
    )


def wire_at_hand() -> Brief:
    """Skerry Press (SKP) and two copies that have another number, one of them by dateline."""
    wire = article("a1", WIRE, outlet="Skerry Press (SKP)", wire="Skerry Press (SKP)")
    post = article("a2", WIRE.replace("12", "13"), outlet="Harbour Post", wire="SKP")
    times = article("a3", CHANGED, outlet="Tide Times")
    number = ("12", "13", CopyEditKind.NUMBER)
    return brief_of(
        [wire, post, times],
        [link(wire, post, number), link(wire, times, number)],
        [
            CopyGroup(
                id="g1",
                articles=(wire.id, post.id, times.id),
                root=wire.id,
                wire="Skerry Press (SKP)",
            )
        ],
    )


def wire_not_at_hand() -> Brief:
    """Three copies of a text that two of them credit to SKP, and one that has another number."""
    one = article("a1", WIRE, outlet="Harbour Post", wire="SKP")
    two = article("a2", CLOSING, outlet="Tide Times", wire="SKP", relayed_from=("SKP",))
    three = article("a3", CHANGED, outlet="The Ledger")
    return brief_of(
        [one, two, three],
        [
            link(one, two, basis=None, unseen="SKP"),
            link(one, three, ("12", "13", CopyEditKind.NUMBER), basis=None, unseen="SKP"),
        ],
        [CopyGroup(id="g1", articles=(one.id, two.id, three.id), root=None, wire="SKP")],
    )
