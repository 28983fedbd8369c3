"""One call finds the statements of any text, and refuses what it cannot judge."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

import firsthand
from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Statement, StatementField
from firsthand.errors import FirsthandError, InputError, PlanError, UsageError
from firsthand.extract import plain_article
from firsthand.extract.language import language_of
from firsthand.library import find_statements

TEXT = (
    '"We had no warning," Ingrid Moe, the harbour master of Larvik, said on Monday.\n\n'
    "She denied that the pier had been closed for repairs."
)


def said(text: str, found: tuple[Statement, ...]) -> list[tuple[str | None, str]]:
    return [(one.speaker, " … ".join(span.of(text) for span in one.content)) for one in found]


def test_statements_of_a_text() -> None:
    assert said(TEXT, find_statements(TEXT)) == [
        ("Ingrid Moe", "We had no warning"),
        ("Ingrid Moe", "that the pier had been closed for repairs"),
    ]


def test_the_package_itself_offers_the_function() -> None:
    assert firsthand.find_statements is find_statements


def test_the_call_gives_what_the_stages_give() -> None:
    article = plain_article(TEXT, item="x", published="2026-03-17", outlet="The Larvik Courier")
    found = find_statements(TEXT, published="2026-03-17", outlet="The Larvik Courier")

    assert found == statements(Annotator().read(article))


def test_a_weekday_is_a_day_only_where_the_publication_is_known() -> None:
    assert next(one.said_on for one in find_statements(TEXT)) is None
    assert find_statements(TEXT, published="2026-03-17")[0].said_on == "2026-03-16"


def test_a_headline_is_in_nobodys_words() -> None:
    text = f"Ingrid Moe said the pier was safe\n\n{TEXT}"
    found = find_statements(text, title="Ingrid Moe said the pier was safe")

    assert said(text, found) == said(TEXT, find_statements(TEXT))


def test_each_line_can_be_a_paragraph() -> None:
    lines = "The pier is safe, Ingrid Moe said\nThe ferry sails again on Friday"

    assert said(lines, find_statements(lines, paragraphs="line")) == [
        ("Ingrid Moe", "The pier is safe")
    ]


def test_every_statement_says_how_it_was_found() -> None:
    for one in find_statements(TEXT):
        assert one.why()
        assert one.score() is not None
        assert one.why(StatementField.SPEAKER)


def test_half_characters_do_not_move_the_offsets() -> None:
    text = TEXT.replace("Larvik", "Lar\ud83dvik")
    found = find_statements(text)

    assert [one.content[0].of(text) for one in found] == [
        "We had no warning",
        "that the pier had been closed for repairs",
    ]


GERMAN = "Der Hafen ist gesperrt, sagte die Hafenmeisterin Ingrid Moe am Montag vor der Presse."


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        ({"text": ""}, InputError, "holds no text"),
        ({"text": " \n\t\n"}, InputError, "holds no text"),
        ({"text": GERMAN}, InputError, "German (de)"),
        ({"text": TEXT, "language": "nb"}, InputError, "English only"),
        ({"text": "She said. " * 30_000}, InputError, "more than 250,000 characters"),
        ({"text": "She said. " * 10_000}, InputError, "paragraph of more than"),
        ({"text": TEXT.encode()}, UsageError, "not bytes: decode it first"),
        ({"text": None}, UsageError, "not NoneType"),
        ({"text": TEXT, "language": "klingonish"}, UsageError, "no ISO 639 code"),
        ({"text": TEXT, "published": "last week"}, UsageError, "no ISO 8601 day"),
        ({"text": TEXT, "published": "2026-02-30"}, UsageError, "no ISO 8601 day"),
        ({"text": TEXT, "paragraphs": "page"}, UsageError, "neither 'blank' nor 'line'"),
        ({"text": TEXT, "model": "en_core_web_none"}, PlanError, "is not installed"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_a_remedy(
    given: dict[str, Any], error: type[FirsthandError], told: str
) -> None:
    with pytest.raises(error) as caught:
        find_statements(**given)

    assert told in str(caught.value)


def test_all_impossible_arguments_are_listed_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        find_statements(TEXT, published="soon", language="klingonish")

    assert len(caught.value.faults) == 2


def test_the_caller_knows_the_language_better() -> None:
    assert find_statements(GERMAN, language="en") is not None


def test_a_text_too_short_to_tell_is_taken_for_english() -> None:
    text = "Moe: we go."

    assert language_of(text) == "und"
    assert find_statements(text) is not None


@pytest.mark.slow
def test_importing_the_package_loads_no_parser() -> None:
    code = "import sys, firsthand, firsthand.cli; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
