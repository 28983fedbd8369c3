from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.extract.plain import plain_article
from firsthand.stories.facts import Facts, facts


def of(body: str) -> tuple[str, tuple[Facts, ...]]:
    article = plain_article(body, item="n", published="2031-05-02")
    return article.text, facts(article)


def names(body: str) -> list[str]:
    text, found = of(body)
    return [span.of(text) for one in found for span, _ in one.names]


def amounts(body: str) -> list[str]:
    text, found = of(body)
    return [span.of(text) for one in found for span, _ in one.amounts]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "The mayor thanked Anneke Vreugdenhil of Middelburg.",
            ["Anneke Vreugdenhil", "Middelburg"],
        ),
        # The first word of a sentence is a name only where it is one elsewhere.
        ("Unloading took days. The crew slept.", []),
        ("Vreugdenhil left. Later the crew called Vreugdenhil back.", ["Vreugdenhil"] * 2),
        # A month and a weekday are no names, nor is what opens a quotation.
        ("It began in August. “Safety first,” the captain said on Monday.", []),
    ],
)
def test_names_are_what_is_written_with_a_capital_and_never_without(
    body: str, found: list[str]
) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The silo held 1,400 tonnes of maize.", ["1,400 tonnes"]),
        ("About 30 people were hurt.", ["About 30"]),
        ("It was built in 1987 and one of them fell on 3 May 2029.", []),
    ],
)
def test_amounts_are_numbers_that_are_no_dates(body: str, found: list[str]) -> None:
    assert amounts(body) == found


def test_headlines_and_captions_are_left_out() -> None:
    article = plain_article(
        "Silo bursts in Galatz\n\nA silo burst in Galatz on Monday, the fire service said.",
        item="n",
        title="Silo bursts in Galatz",
    )

    assert [one.passage.span.of(article.text)[:6] for one in facts(article)] == ["A silo"]


@pytest.mark.parametrize("language", ["fr", "de", "cy", "und"])
def test_a_language_whose_numbers_nobody_reads_has_sentences_and_no_amounts(language: str) -> None:
    article = replace(
        plain_article("La péniche portait 1.200 tonnes de blé vers Sète.", item="n"),
        language=language,
    )

    (one,) = facts(article)

    assert one.words
    assert one.amounts == ()
