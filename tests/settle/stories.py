"""Articles made by hand: tokens, mentions and statements as the stages before settling would give them."""

from __future__ import annotations

import re

from firsthand.domain import (
    Article,
    ArticleId,
    DateBasis,
    Manner,
    Mention,
    MentionKind,
    Reading,
    Sentence,
    SettledStory,
    Span,
    SpeakerKind,
    Statement,
    StatementId,
    Story,
    StoryId,
    Token,
    Zone,
    ZoneKind,
)
from firsthand.settle import settle

__all__ = ["ANON", "BODY", "GROUP", "PERSON", "Said", "article", "said_by", "told"]

PERSON, ANON, BODY, GROUP = (
    SpeakerKind.PERSON,
    SpeakerKind.ANONYMOUS,
    SpeakerKind.BODY,
    SpeakerKind.GROUP,
)
Said = tuple[str, str, str, SpeakerKind]
"""Content, source as written, speaker as attribution has it, kind."""

_SMALL = {
    "of": "ADP", "for": "ADP", "in": "ADP", "at": "ADP", "on": "ADP", "with": "ADP", "by": "ADP", "to": "ADP",
    "the": "DET", "a": "DET", "an": "DET", "its": "PRON", "his": "PRON", "her": "PRON", "who": "PRON", "that": "SCONJ",
    "said": "VERB", "told": "VERB", "is": "AUX", "was": "AUX", "had": "AUX", "has": "AUX", "and": "CCONJ",
}  # fmt: skip


def _tokens(text: str) -> tuple[Token, ...]:
    found = []
    for at, match in enumerate(re.finditer(r"['’]s\b|\w+(?:-\w+)*|[^\w\s]", text)):
        word = match.group()
        pos = _SMALL.get(word.casefold(), "PROPN" if word[:1].isupper() else "NOUN")
        if not word[:1].isalnum():
            pos = "PART" if word in {"'s", "’s"} else "PUNCT"
        found.append(
            Token(
                start=match.start(),
                end=match.end(),
                lemma=word,
                pos=pos,
                tag=pos,
                dep="dep",
                head=at,
            )
        )
    return tuple(found)


def article(
    name: str,
    text: str,
    *,
    people: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    says: tuple[Said, ...] = (),
    day: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """A reading with the names and statements given."""
    kinds = (
        (people, MentionKind.PERSON),
        (bodies, MentionKind.ORGANISATION),
        (places, MentionKind.PLACE),
    )
    mentions = [
        Mention(span=Span(m.start(), m.end()), kind=kind, name=form)
        for forms, kind in kinds
        for form in forms
        for m in re.finditer(rf"\b{re.escape(form)}(?!\w)", text)
    ]
    statements = []
    for content, source, speaker, kind in says:
        start = text.index(content)
        at = min(
            (m.start() for m in re.finditer(re.escape(source), text)),
            key=lambda n: min(abs(n - start - len(content)), abs(start - n - len(source))),
        )
        statements.append(
            Statement(
                id=StatementId(f"s{name}{start}"),
                article=ArticleId(name),
                content=(Span(start, start + len(content)),),
                source=(Span(at, at + len(source)),),
                speaker=speaker or None,
                speaker_kind=kind,
                manner=Manner.INDIRECT,
            )
        )
    return Reading(
        article=Article(
            id=ArticleId(name),
            item=name,
            text=text,
            raw_text=text,
            sha256="0" * 64,
            outlet=outlet or f"Outlet {name}",
            zones=(Zone(span=Span(0, len(text)), kind=ZoneKind.BODY),),
            published=day,
            published_basis=DateBasis.STATED if day else DateBasis.UNKNOWN,
        ),
        tokens=_tokens(text),
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        sentences=tuple(
            Sentence(
                span=Span(m.start(), m.end()), zone=ZoneKind.BODY, paragraph=0, first=0, last=0
            )
            for m in re.finditer(r"[^.\n]+\.", text)
        ),
        statements=tuple(statements),
    )


def told(*readings: Reading) -> SettledStory:
    """The story of the articles given, settled."""
    story = Story(id=StoryId("t"), title="", articles=tuple(sorted(r.article.id for r in readings)))
    return settle(story, readings, (), ())


def said_by(*readings: Reading) -> dict[str, tuple[str | None, str | None]]:
    """Speaker and authority of each statement by the words of its content."""
    return {
        one.content[0].of(reading.article.text): (one.speaker, one.authority)
        for reading in told(*readings).readings
        for one in reading.statements
    }
