"""Who speaks in each statement of a story: the speakers that attribution found, by their one name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import (
    Passage,
    Reading,
    Reason,
    Span,
    SpeakerKind,
    Statement,
    StatementField,
    StatementId,
)
from firsthand.settle.barenames import bare_name, is_pronoun
from firsthand.settle.cast import Cast
from firsthand.settle.forms import speakers_of
from firsthand.settle.houses import identity_of
from firsthand.settle.local import address_of
from firsthand.settle.names import key
from firsthand.settle.nominals import described_company, only_company
from firsthand.settle.offices import Offices
from firsthand.settle.people import is_short
from firsthand.settle.phrases import describe
from firsthand.settle.spelling import well_formed
from firsthand.tables.bodies import bodies
from firsthand.tables.scraps import scraps

__all__ = ["Voice", "voices_of"]

_WORD = re.compile(
    r"(?:statement|letter|post|tweet|e-?mail|news release|press release|message|note)\b",
    re.IGNORECASE,
)
"""Documents that are somebody's own words: the author is the speaker."""

_SEEN = re.compile(
    r"(?:,|\s+and|,\s+and)?\s+(?:seen|obtained|reviewed|viewed|read|published|released|leaked|sent|shared|shown)\s+"
    r"(?:by|on|in|to|with)\b"
)
"""Who saw a document is no part of its name."""


_REFERRED = 0.7
"""How sure it is that a common noun goes back to the body of its kind named last: hand-set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker of one statement."""

    name: str | None
    """Canonical name; None where it is not sure whom the words name."""

    kind: SpeakerKind | None = None
    """The kind, where settling knows it better than attribution."""

    reason: Reason | None = None
    """Why, where the name is not the one that the article alone gives."""


_BEHIND = re.compile(r",|\s(?:of|by|from|on|in|that|about|against|made|circulating|spread)\s")
"""What follows the head of a description."""


def _speaks(name: str) -> bool:
    """Whether a description can be somebody's or a text's: "claims on social media" say nothing."""
    head = _BEHIND.split(name, maxsplit=1)[0].split()
    return not (head and head[-1] in scraps().nobody)


class _Speakers:
    """Finds the names of speakers in one article."""

    def __init__(
        self, reading: Reading, cast: Cast, offices: Offices, full: Mapping[str, Passage]
    ) -> None:
        self.reading, self.cast, self.offices, self.full = reading, cast, offices, full
        self.names, self.article = cast.names, reading.article.id
        self.text = reading.article.text
        self.company = only_company(reading, cast)

    def of(self, statement: Statement) -> tuple[Voice, ...]:
        """The speakers of a statement, in order, each once."""
        speakers = speakers_of(statement, self.text)
        if len(speakers) == 1 and self.names.canonical(speakers[0], self.article) is None:
            described = described_company(statement, self.text, self.company)
            if described is not None:
                return (Voice(name=described, kind=SpeakerKind.BODY),)
        found: dict[str | None, Voice] = {}
        for speaker in speakers:
            one = self._voice(speaker, statement)
            found.setdefault(one.name, one)
        return tuple(found.values())

    def _voice(self, speaker: str, statement: Statement) -> Voice:
        doubt = self._doubt(speaker, statement)
        meant = self._addressed(doubt, statement)
        if meant is not None:
            return self._printed(speaker, meant, statement)
        if doubt:
            told = " or ".join(doubt)
            return Voice(
                name=None,
                reason=Reason(
                    feature=f"“{bare_name(speaker)}” could be {told}",
                    score=0.0,
                    evidence=(_where(statement),),
                    field=StatementField.SPEAKER,
                ),
            )
        known = self._known(speaker, statement)
        if known is None:
            referred = self._referred(speaker, statement)
            if referred is not None:
                return referred
        if known is None and not well_formed(bare_name(speaker)):
            known = self._in_source(statement)
        if known is None:
            held = self.offices.holder(speaker, statement, self.text)
            if held is not None:
                return Voice(
                    name=held.told.person,
                    kind=SpeakerKind.PERSON,
                    reason=Reason(
                        feature=f"the one whom the texts call “{held.told.said.role}” of that body",
                        evidence=(held.told.where,),
                        field=StatementField.SPEAKER,
                    ),
                )
        return self._printed(speaker, known, statement)

    def _referred(self, speaker: str, statement: Statement) -> Voice | None:
        """The body that "the company" or "the agency" goes back to; None where the words are others."""
        noun = bare_name(speaker).casefold()
        if noun not in bodies().generic or len(statement.source) != 1:
            return None
        words = statement.source[0].of(self.text).casefold()
        if words not in {f"the {noun}", f"the {noun} itself"}:
            return None
        body = self.offices.table.referred(Passage(self.article, statement.source[0]), noun)
        if body is None or self.names.is_person(body.name):
            return None
        return Voice(
            name=body.name,
            kind=SpeakerKind.BODY,
            reason=Reason(
                feature=f"“the {noun}” is the one named last",
                score=_REFERRED,
                evidence=(Passage(self.article, statement.source[0]),),
                field=StatementField.SPEAKER,
            ),
        )

    def _printed(self, speaker: str, known: str | None, statement: Statement) -> Voice:
        """The name to print, with the passage where the texts give it in full."""
        if statement.speaker_kind is SpeakerKind.DOCUMENT:
            speaker = _SEEN.split(speaker)[0]
        name = known or bare_name(speaker) or speaker
        if known is None and (not well_formed(name) or is_pronoun(name) or not _speaks(name)):
            return Voice(
                name=None,
                reason=Reason(
                    feature=f"“{name}” is no name", score=0.0, field=StatementField.SPEAKER
                ),
            )
        where = self.full.get(name)
        if known is None or key(known) == key(bare_name(speaker)) or where is None:
            return Voice(name=name)
        return Voice(
            name=name,
            reason=Reason(
                feature=f"“{bare_name(speaker)}” is named in full here",
                evidence=(where,),
                field=StatementField.SPEAKER,
            ),
        )

    def _doubt(self, speaker: str, statement: Statement) -> tuple[str, ...]:
        """Whom a surname, a ministry without its country or "the police" could name; empty if sure."""
        if statement.speaker_kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT}:
            return ()
        found = self.names.doubt(speaker, self.article)
        if found:
            return found
        form = key(bare_name(speaker))
        wanting = self.names.open.get(form, ())
        settled = (self.article, form) in self.names.local
        return wanting if len(wanting) > 1 and not settled and identity_of(speaker) else ()

    def _addressed(self, doubt: tuple[str, ...], statement: Statement) -> str | None:
        """The one of several namesakes whom the form of address beside the name fits ("Mrs. Lind")."""
        mine = address_of(" ".join(span.of(self.text) for span in statement.source))
        told = self.cast.addresses
        fits = [
            name
            for name in doubt
            if name in told and mine.speaks_for(told[name]) and not mine.against(told[name])
        ]
        others = [name for name in doubt if name not in fits]
        # The others must be known to be addressed otherwise: an unknown one could be meant as well.
        sure = all(name in told and mine.against(told[name]) for name in others)
        return fits[0] if len(fits) == 1 and sure else None

    def _known(self, speaker: str, statement: Statement) -> str | None:
        """The canonical name of a speaker as attribution gave it."""
        kind = statement.speaker_kind
        known = None
        if kind not in {SpeakerKind.ANONYMOUS, SpeakerKind.GROUP, SpeakerKind.DOCUMENT}:
            known = self.names.canonical(speaker, self.article)
            if known is None or (" " in speaker and not self.names.is_person(known)):
                known = self._inside(speaker) or known
        elif kind is SpeakerKind.DOCUMENT:
            outlet = self.names.canonical(speaker, self.article)
            if outlet is not None and not self.names.is_person(outlet):
                return outlet
            known = self._inside(speaker) if _WORD.match(speaker) else None
        elif kind is SpeakerKind.GROUP and speaker[:1].isupper():
            known = self.names.canonical(speaker, self.article)
        return known

    def _in_source(self, statement: Statement) -> str | None:
        """The one person named in a statement's source, not as somebody whose something is meant."""
        found = set()
        for words in statement.source:
            for one in self.cast.sightings.within(self.article, words):
                name = self.names.canonical(one.form, self.article)
                owner = self.text[one.span.end : one.span.end + 2] in {"'s", "’s"}
                if name is not None and self.names.is_person(name) and not owner:
                    found.add(name)
        return found.pop() if len(found) == 1 else None

    def _inside(self, speaker: str) -> str | None:
        """The person named inside a speaker as written ("Harbour Minister Ana Ruiz"); None if nobody is."""
        said = describe(speaker, self.offices.forms)
        known = self.names.canonical(said.name, self.article) if said.name is not None else None
        if known is not None and self.names.is_person(known):
            return known
        for part in speaker.split(", ")[1:]:
            known = self.names.canonical(part, self.article)
            if known is not None and self.names.is_person(known):
                return known
        return None


def _where(statement: Statement) -> Passage:
    words = statement.source or statement.cue or statement.content
    return Passage(statement.article, Span(words[0].start, words[-1].end))


def _named_in_full(cast: Cast) -> dict[str, Passage]:
    """For each name the first place, by article, at which a text gives it as it is printed."""
    found: dict[str, Passage] = {}
    for article in sorted(cast.sightings.by_article):
        for one in cast.sightings.by_article[article]:
            name = cast.names.canonical(one.form, article)
            if name is not None and key(one.form) == key(name) and not is_short(one.form):
                found.setdefault(name, Passage(article, one.span))
    return found


def voices_of(
    readings: Sequence[Reading], cast: Cast, offices: Offices
) -> dict[StatementId, tuple[Voice, ...]]:
    """Name the speakers of every statement of a story.

    Args:
        readings: The story's articles.
        cast: The story's names.
        offices: Who holds which post.

    Returns:
        By statement; empty where nobody is named.
    """
    full = _named_in_full(cast)
    found = {}
    for reading in readings:
        speakers = _Speakers(reading, cast, offices, full)
        for statement in reading.statements:
            found[statement.id] = speakers.of(statement)
    return found
