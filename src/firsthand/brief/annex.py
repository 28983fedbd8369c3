"""The sourcing annex: a descriptor for each article and a summary of the whole.

After Intelligence Community Directive 206 (2015), "Sourcing Requirements for Disseminated
Analytic Products": source reference citations, source descriptors, source summary statements.
"""

from __future__ import annotations

from collections.abc import Mapping

from firsthand.brief.citing import Citing, citing
from firsthand.brief.crediting import credit_of, outlet_forms, unseen
from firsthand.brief.dating import order_of, shown
from firsthand.brief.printing import count, range_of
from firsthand.brief.reuse import in_other_words, manners
from firsthand.brief.tally import tally
from firsthand.domain import (
    Article,
    ArticleId,
    Brief,
    ClaimKind,
    CopyGroup,
    CopyManner,
    CopyRelation,
    DiscrepancyState,
    OriginKind,
    SpeakerKind,
    Status,
)

__all__ = ["descriptor", "summary"]

_UNKNOWN = "und"
_SUPPORTED = frozenset({ClaimKind.FACT, ClaimKind.FORECAST})
_UNNAMED = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN})


def descriptor(brief: Brief, article: Article, cite: Citing) -> str:
    """Say in one line what kind of account `article` is.

    "Relay of AP; same text as N; 3 named statements, 1 unnamed; no own reporting found; sha256 …".
    """
    told: list[str] = []
    if article.issuer is not None:
        told.append(f"issued by {article.issuer}")
    away = {name: wire for wire, _, copies in unseen(brief.settled) for name in copies}
    if article.wire is not None or article.id in away:
        wire = article.wire or away[article.id]
        own_wire = wire.casefold() == (article.outlet or "").casefold()
        whose = "the wire's own text" if own_wire else f"text of {wire}"
        if article.id in away and not own_wire:
            by_itself = credit_of(article, brief.settled.links) is not None
            whose += "" if by_itself else " by the credit of another copy"
            whose += ", not in this collection"
        told.append(whose)
    text_of = outlet_forms(article.wire or away.get(article.id, ""))
    relayed = [name for name in article.relayed_from if not outlet_forms(name) & text_of]
    if relayed:
        told.append(f"relay of {', '.join(relayed)}")
    if article.syndicated:
        told.append("syndicated" if told else "syndicated, from whom is not said")
    for group in brief.settled.groups:
        others = [one for one in group.articles if one != article.id]
        if article.id in group.articles and others:
            told += _same_text(article.id, group, manners(brief), cite)
    blocks = {
        cite.letter(link.original)
        for link in brief.settled.links
        if link.copy == article.id and link.relation is CopyRelation.BLOCK
    }
    if blocks:
        told.append(f"passages shared with {', '.join(sorted(blocks))}")
    if any(note.article == article.id and note.stage == "attribute" for note in brief.notes):
        # "0 statements" would be a finding, and nobody has looked
        told.append(f"statements and own reporting not looked for; sha256 {article.sha256[:12]}…")
        return "; ".join(told)
    statements = [
        statement
        for reading in brief.settled.readings
        if reading.article.id == article.id
        for statement in reading.statements
    ]
    unnamed = sum(one.speaker is None or one.speaker_kind in _UNNAMED for one in statements)
    told.append(f"{count(len(statements) - unnamed, 'named statement')}, {unnamed} unnamed")
    own = any(
        origin.kind is OriginKind.OUTLET and article.id in origin.articles
        for finding in brief.findings.claims
        for origin in finding.origins
    )
    told.append("own reporting" if own else "no own reporting found")
    told.append(f"sha256 {article.sha256[:12]}…")
    return "; ".join(told)


def _same_text(
    article: ArticleId,
    group: CopyGroup,
    special: Mapping[ArticleId, CopyManner],
    cite: Citing,
) -> list[str]:
    """With whom an article shares its text: word for word, in other words, translated.

    Texts of two languages are one translated whichever copy the link leads to: a retelling is not
    called a translation because somebody else translated it.
    """
    spoken = {name: cite.by_id[name].language for name in group.articles}
    first = None if group.root is None else spoken.get(group.root)
    found: dict[str, list[str]] = {}
    for other in group.articles:
        if other == article:
            continue
        pair = {spoken[article], spoken[other]}
        ways = {special[name] for name in (article, other) if name in special}
        if len(pair) > 1 and _UNKNOWN not in pair:
            told = "same text as {} in another language"
            if first in pair:
                taken = first == spoken[other]
                told = "same text as {} translated" if taken else "its text translated in {}"
        elif not ways:
            told = "same text as {}"
        else:
            way = in_other_words(min(ways))
            taken = article in special
            told = f"same text as {{}} {way}" if taken else f"its text {way} in {{}}"
        found.setdefault(told, []).append(cite.letter(other))
    own_words_first = sorted(found, key=lambda told: (told.startswith("its "), told))
    return [told.format(", ".join(sorted(found[told]))) for told in own_words_first]


def summary(brief: Brief) -> tuple[tuple[str, str], ...]:
    """The source summary statement, as pairs of a heading and what is found, in a fixed order."""
    cite, figures = citing(brief), tally(brief)
    statements = [one for reading in brief.settled.readings for one in reading.statements]
    unnamed = sum(one.speaker is None or one.speaker_kind in _UNNAMED for one in statements)
    facts = [one for one in brief.findings.claims if one.claim.kind in _SUPPORTED]
    shown_twice = sum(one.independent.low >= 2 for one in facts)
    single = sum(one.independent.high == 1 for one in facts)
    copies = figures.articles - figures.texts
    echo = round(100 * copies / figures.articles) if figures.articles else 0
    dated = sorted(
        (article.published for article in cite.articles if article.published is not None),
        key=order_of,
    )
    undated = [cite.letter(article.id) for article in cite.articles if article.published is None]
    ages = f"oldest {shown(dated[0])}, newest {shown(dated[-1])}" if dated else "no article dated"
    if undated:
        ages += f"; undated: {', '.join(undated)}"
    best = max((one.independent.high for one in facts), default=0)
    least = max((one.independent.low for one in facts), default=0)
    closed = sum(one.state is not DiscrepancyState.OPEN for one in brief.findings.discrepancies)
    gaps = sum(one.status is Status.UNATTRIBUTED for one in brief.findings.claims)
    return (
        (
            "Origins",
            (
                f"{figures.origins} named or described, {figures.own_witness} of them an outlet's own "
                f"witness; at most {range_of(least, best)} for any one fact or forecast"
            ),
        ),
        (
            "Support",
            (
                f"of {count(len(facts), 'fact or forecast', 'facts and forecasts')}, {shown_twice} "
                f"with two or more independent origins shown, {single} with one"
            ),
        ),
        (
            "Echo",
            f"{copies} of {count(figures.articles, 'article')} ({echo} %) repeat another's text",
        ),
        (
            "Unnamed",
            (
                f"{unnamed} of {count(len(statements), 'statement')} "
                f"({round(100 * unnamed / len(statements)) if statements else 0} %) have no named speaker"
            ),
        ),
        ("Age", ages),
        (
            "Contradictions",
            f"{figures.contradictions} open, {closed} superseded or compatible",
        ),
        (
            "Gaps",
            (
                f"{count(gaps, 'claim')} asserted with no origin given; "
                f"{count(len(brief.notes), 'limit')} met by the program; "
                f"{count(figures.rejected, 'input')} rejected"
            ),
        ),
    )
