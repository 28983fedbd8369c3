"""Turns of a transcript are direct statements of those whom their labels name."""

from __future__ import annotations

from dataclasses import replace

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Article, Manner, Span, SpeakerKind, Statement, Turn
from firsthand.extract import plain_article

TURNS = (
    ("MR. LUND", "Tor Lund", "I told the mayor on Monday that the ferry was safe.", False),
    ("Q", None, "The mayor said on Tuesday that he would resign. Is that true?", True),
    ("MR. LUND", "Tor Lund", "The captain said it had been inspected twice.", False),
)


def transcript(*, language: str = "en") -> Article:
    lines, turns, at = [], [], 0
    for label, speaker, words, asks in TURNS:
        line = f"{label}: {words}"
        turns.append(
            Turn(
                label=Span(at, at + len(label)),
                words=Span(at + len(label) + 2, at + len(line)),
                speaker=speaker,
                is_name=speaker is not None,
                authority="Harbour Office" if speaker else None,
                asks=asks,
            )
        )
        lines.append(line)
        at += len(line) + 2
    article = plain_article("\n\n".join(lines), item="case", language=language)
    return replace(article, turns=tuple(turns))


def told(article: Article) -> list[tuple[str | None, str]]:
    found = statements(Annotator().read(article))
    return [(one.speaker, " ".join(span.of(article.text) for span in one.content)) for one in found]


def turn_of(found: tuple[Statement, ...]) -> Statement:
    return next(one for one in found if one.manner is Manner.DIRECT)


def test_each_turn_that_asserts_is_a_statement_and_questions_are_none() -> None:
    found = told(transcript())

    assert ("Tor Lund", TURNS[0][2]) in found
    assert ("Tor Lund", TURNS[2][2]) in found
    assert not any("resign" in words for _, words in found)


def test_what_is_told_within_a_turn_stands_below_it_and_i_is_its_speaker() -> None:
    article = transcript()
    found = statements(Annotator().read(article))
    by_id = {one.id: one for one in found}
    own = next(one for one in found if one.content[0].of(article.text).endswith("ferry was safe"))
    other = next(
        one for one in found if "inspected" in one.content[0].of(article.text) and one.parent
    )

    assert own.speaker == "Tor Lund"
    assert own.parent is not None
    assert by_id[own.parent].content[0].of(article.text) == TURNS[0][2]
    assert other.speaker != "Tor Lund"
    assert len({one.id for one in found}) == len(found)


def test_a_turn_is_direct_and_names_whom_its_speaker_speaks_for() -> None:
    article = transcript()
    one = turn_of(statements(Annotator().read(article)))

    assert one.speaker_kind is SpeakerKind.PERSON
    assert one.authority == "Harbour Office"
    assert [span.of(article.text) for span in one.source] == ["MR. LUND"]
    assert one.cue == ()
    assert one.reasons[0].evidence[0].span.of(article.text) == "MR. LUND"


def test_turns_in_a_language_that_is_not_parsed_are_left_to_its_note() -> None:
    assert told(transcript(language="no")) == []


def test_an_article_without_turns_is_as_it_was() -> None:
    article = plain_article("The mayor said on Monday that it rained.", item="case")

    assert told(article) == [("mayor", "that it rained")]
