"""What to get next: the primary records that the texts quote, cite or relay and that are not in the input."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.brief.crediting import outlet_forms
from firsthand.brief.wording import listed
from firsthand.domain import (
    ArticleId,
    DateBasis,
    Line,
    Manner,
    Passage,
    SettledStory,
    Span,
    SpeakerKind,
)

__all__ = ["records"]

_MOST_NAMES = 5

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"news conference|press conference|briefing"), "the news conference of {}"),
    (re.compile(r"interview"), "the interview with {}"),
    (re.compile(r"\bX\b|social|post|tweet|telegram|facebook", re.IGNORECASE), "the post by {}"),
    (re.compile(r"statement|release"), "the statement of {}"),
    (re.compile(r"letter|e-?mail|message"), "the message of {}"),
    (re.compile(r"speech|address|parliament"), "the speech of {}"),
    (re.compile(r"audio|intercept|recording"), "the recording of {}"),
    (re.compile(r"reporters|journalists"), "what {} told reporters"),
)

_RECORD = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w’'-]+\s+)?(?P<kind>(?:[a-z-]+\s+)?"
    r"(?:log|logbook|recorder|recordings?|audio|transcript|footage|video|memo|minutes|"
    r"indictment|complaint|affidavit|subpoenas?|intercepts?|dossier|"
    r"(?:inspection|police|audit|autopsy|medical|intelligence|test)\s+report))\b"
)
"""A record that a text speaks of, its owner before it."""


def records(settled: SettledStory, letter: Mapping[ArticleId, str]) -> Iterable[Line]:
    """List what would settle most, by kind: words quoted in part, documents, relayed texts, dates.

    No name stands twice, and no outlet that is in the input under any of its names. What a press
    release or statement in the input says of itself is at hand and not listed.

    Returns:
        At most one line a kind; none where nothing is missing.
    """
    for found, opening, closing in (
        (_quoted(settled), "In full: ", ", quoted here in parts."),
        (_documents(settled), "Documents: ", ", cited here, not in the input."),
        (_relayed(settled), "The articles of ", ", relayed here, not in the input."),
    ):
        names = sorted(found, key=lambda name: (-len(found[name]), name))[:_MOST_NAMES]
        if names:
            yield Line(
                text=f"{opening}{listed(names)}{closing}",
                citations=tuple(found[name][0] for name in names),
            )
    undated = [
        reading.article
        for reading in settled.readings
        if reading.article.published_basis is not DateBasis.STATED and reading.article.zones
    ]
    if undated:
        codes = listed(sorted(letter.get(article.id, "?") for article in undated))
        yield Line(
            text=f"The publication date of {codes}: not stated in the text.",
            citations=tuple(Passage(article.id, article.zones[0].span) for article in undated),
        )


def _quoted(settled: SettledStory) -> dict[str, list[Passage]]:
    """Utterances of named people and bodies that are quoted, each speaker under one form."""
    by_speaker: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for reading in settled.readings:
        if reading.article.issuer is not None:
            continue
        for statement in reading.statements:
            if (
                statement.manner is Manner.DIRECT
                and statement.speaker
                and "; " not in statement.speaker
                and statement.speaker != statement.speaker.lower()
                and statement.speaker_kind in {SpeakerKind.PERSON, SpeakerKind.BODY}
            ):
                where = f"{statement.medium or ''} {statement.occasion or ''}"
                form = next((put for cue, put in _FORMS if cue.search(where)), "")
                by_speaker[statement.speaker][form].append(
                    Passage(reading.article.id, statement.content[0])
                )
    found: dict[str, list[Passage]] = {}
    for speaker, forms in by_speaker.items():
        # Most quoted of the stated forms; the bare words only where no form is stated.
        form = min(forms, key=lambda one: (not one, -len(forms[one]), one))
        passages = sorted(p for each in forms.values() for p in each)
        found[(form or "the words of {}").format(speaker)] = passages
    return found


def _documents(settled: SettledStory) -> dict[str, list[Passage]]:
    """Records that texts speak of, most mentioned first form; one entry a kind of record."""
    by_kind: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    for reading in settled.readings:
        text = reading.article.text
        for match in _RECORD.finditer(text):
            kind = " ".join(match.group("kind").split()).casefold().rsplit(" ", 1)[-1]
            where = Passage(reading.article.id, Span(match.start(), match.end()))
            by_kind[kind.removesuffix("s")].append((" ".join(match.group().split()), where))
    found = {}
    for seen in by_kind.values():
        words = max((name for name, _ in seen), key=lambda name: (len(name.split()), name))
        _, _, bare = words.partition(" ")
        found[f"the {bare}"] = sorted(where for _, where in seen)
    return found


def _relayed(settled: SettledStory) -> dict[str, list[Passage]]:
    """Outlets that statements were taken from and whose own text is not in the input."""
    held: set[str] = set()
    for reading in settled.readings:
        article = reading.article
        for name in (article.outlet, article.wire if not article.syndicated else None):
            held |= outlet_forms(name or "")
    people = {
        alias.casefold()
        for actor in settled.actors
        if actor.kind is not SpeakerKind.OUTLET
        for alias in (actor.name, *actor.aliases)
    }
    found: dict[str, list[Passage]] = defaultdict(list)
    for reading in settled.readings:
        for statement in reading.statements:
            for relay in statement.relays:
                if outlet_forms(relay) & held or relay.casefold() in people:
                    continue
                known = next(
                    (name for name in found if outlet_forms(name) & outlet_forms(relay)), relay
                )
                found[known].append(Passage(reading.article.id, statement.content[0]))
    return dict(found)
