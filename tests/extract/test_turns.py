"""Turns of transcripts: who the labels name, and which turns only ask."""

from __future__ import annotations

from hashlib import sha256

import pytest

from firsthand.domain import Article, Capture, Fact, Field, Form, Marked, Span
from firsthand.extract.record_article import record_articles


def article(*turns: tuple[str, str], head: str = "", outlet: str = "") -> Article:
    lines = [head] if head else []
    marks = [Marked(span=Span(0, len(head)), role="headline")] if head else []
    at = len(head) + 1 if head else 0
    for label, words in turns:
        line = f"{label}: {words}" if label else words
        if label:
            marks.append(Marked(span=Span(at, at + len(label)), role="speaker"))
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    raw = text.encode()
    facts = (Fact(field=Field.OUTLET, value=outlet, source="transcript"),) if outlet else ()
    (found,) = record_articles(
        Capture(
            item="a",
            raw=raw,
            form=Form.TURNS,
            sha256=sha256(raw).hexdigest(),
            text=text,
            encoding="utf-8",
            format="transcript",
            facts=facts,
            marks=tuple(marks),
        )
    )
    return found


def test_turns_point_at_labels_and_words() -> None:
    found = article(("MS. FELD", "Good: morning."), ("", "It rained: a lot."), ("Q", "Why so?"))

    assert [(one.label.of(found.text), one.words.of(found.text)) for one in found.turns] == [
        ("MS. FELD", "Good: morning."),
        ("Q", "Why so?"),
    ]


def test_a_headline_of_the_fields_moves_the_turns_along() -> None:
    text = "MS. FELD: Good morning, all of you."
    marks = (Marked(span=Span(0, 8), role="speaker"),)
    (found,) = record_articles(
        Capture(
            item="a",
            raw=b"",
            form=Form.TURNS,
            sha256="",
            text=text,
            encoding="utf-8",
            facts=(Fact(field=Field.TITLE, value="Briefing of the day", source="transcript"),),
            marks=marks,
        )
    )

    assert [one.words.of(found.text) for one in found.turns] == ["Good morning, all of you."]


@pytest.mark.parametrize(
    ("label", "speaker", "is_name", "authority"),
    [
        ("MS. FELD", "Mara Feld", True, "Department of Fisheries"),
        ("SECRETARY LUND", "Lund", True, None),
        ("STS LUND (BMI)", "Lund", True, "BMI"),
        ("Jo Ek, Harbour Gazette", "Jo Ek", True, "Harbour Gazette"),
        ("THE MINISTER", "the minister", False, "Department of Fisheries"),
        ("MODERATOR", "moderator", False, "Department of Fisheries"),
        ("Q", None, False, None),
        ("QUESTION (via interpreter)", None, False, None),
        ("FRAGE HOLM", None, False, None),
    ],
)
def test_whom_a_label_names(
    label: str, speaker: str | None, is_name: bool, authority: str | None
) -> None:
    found = article(
        (label, "It rained there."),
        ("Q", "Why?"),
        head="Briefing by Press Secretary Mara Feld",
        outlet="Department of Fisheries",
    )
    one = found.turns[0]

    assert (one.speaker, one.is_name, one.authority) == (speaker, is_name, authority)
    assert one.asks is (speaker is None)


def test_a_turn_of_questions_only_asks() -> None:
    found = article(("JO EK", "Is it true? Was it wet?"), ("LUND", "Was it? It was."))

    assert [one.asks for one in found.turns] == [True, False]
