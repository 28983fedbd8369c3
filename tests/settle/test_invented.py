"""Invented stories of a few articles each: who is who, and for whom they speak, across articles."""

from __future__ import annotations

import pytest

from firsthand.domain import Reading, StatementField
from tests.settle.stories import ANON, BODY, PERSON, article, said_by, told

Expected = dict[str, tuple[str | None, str | None]]

RUIZ = article(
    "a", "The quay is closed, said harbour master Ana Ruiz.", people=("Ana Ruiz",),
    says=(("The quay is closed", "harbour master Ana Ruiz", "Ana Ruiz", PERSON),),
)  # fmt: skip
OTHER_RUIZ = article(
    "b", "It is open, said ferry captain Pablo Ruiz. It leaks, Ruiz said.", people=("Pablo Ruiz", "Ruiz"),
    says=(
        ("It is open", "ferry captain Pablo Ruiz", "Pablo Ruiz", PERSON),
        ("It leaks", "Ruiz", "Ruiz", PERSON),
    ),
)  # fmt: skip
BARE_RUIZ = article(
    "c", "It burns, Ruiz said.", people=("Ruiz",), says=(("It burns", "Ruiz", "Ruiz", PERSON),)
)
KARL = article(
    "a", "Karl Lind came. It rains, Mr. Lind said.", people=("Karl Lind", "Lind"),
    says=(("It rains", "Mr. Lind", "Lind", PERSON),),
)  # fmt: skip
IDA = article(
    "b", "Ida Lind left. It snows, Ms. Lind said.", people=("Ida Lind", "Lind"),
    says=(("It snows", "Ms. Lind", "Lind", PERSON),),
)  # fmt: skip
UKRAINE = article(
    "a", "In Kyiv the Ukrainian Foreign Ministry said they lie. They flee, the Foreign Ministry said.",
    bodies=("Foreign Ministry",), places=("Kyiv",),
    says=(("They flee", "the Foreign Ministry", "Foreign Ministry", BODY),),
)  # fmt: skip
RUSSIA = article(
    "b", "In Moscow, Russia’s Foreign Ministry denied it. Nobody crossed, the foreign ministry said.",
    bodies=("Foreign Ministry",), places=("Moscow",),
    says=(("Nobody crossed", "the foreign ministry", "foreign ministry", BODY),),
)  # fmt: skip
NOWHERE = article(
    "c", "It is unclear, the Foreign Ministry said.", bodies=("Foreign Ministry",),
    says=(("It is unclear", "the Foreign Ministry", "Foreign Ministry", BODY),),
)  # fmt: skip

STORIES: dict[str, tuple[tuple[Reading, ...], Expected]] = {
    "three ways to write one surname in Latin script": (
        (
            article("a", "It holds, engineer Oleksiy Kovalenskyy said.", people=("Oleksiy Kovalenskyy",),
                    says=(("It holds", "engineer Oleksiy Kovalenskyy", "Oleksiy Kovalenskyy", PERSON),)),
            article("b", "It cracks, Kovalenskiy said.", people=("Kovalenskiy",),
                    says=(("It cracks", "Kovalenskiy", "Kovalenskiy", PERSON),)),
            article("c", "It fell, Oleksii Kovalensky said.", people=("Oleksii Kovalensky",),
                    says=(("It fell", "Oleksii Kovalensky", "Oleksii Kovalensky", PERSON),)),
        ),
        {
            "It holds": ("Oleksiy Kovalenskyy", None),
            "It cracks": ("Oleksiy Kovalenskyy", None),
            "It fell": ("Oleksiy Kovalenskyy", None),
        },
    ),
    "each article's Ruiz is whom it names in full, and a third's is nobody for sure": (
        (RUIZ, OTHER_RUIZ, BARE_RUIZ),
        {
            "The quay is closed": ("Ana Ruiz", None),
            "It is open": ("Pablo Ruiz", None),
            "It leaks": ("Pablo Ruiz", None),
            "It burns": (None, None),
        },
    ),
    "a title tells which of two namesakes is meant": (
        (
            RUIZ,
            OTHER_RUIZ,
            article("d", "It sank, Captain Ruiz said.", people=("Ruiz",),
                    says=(("It sank", "Captain Ruiz", "Ruiz", PERSON),)),
        ),
        {
            "The quay is closed": ("Ana Ruiz", None),
            "It is open": ("Pablo Ruiz", None),
            "It leaks": ("Pablo Ruiz", None),
            "It sank": ("Pablo Ruiz", None),
        },
    ),
    "husband and wife by the form of address": (
        (
            KARL,
            IDA,
            article("c", "It was dark, Mr. Lind said. He is well, Mrs. Lind said.", people=("Lind",),
                    says=(("It was dark", "Mr. Lind", "Lind", PERSON), ("He is well", "Mrs. Lind", "Lind", PERSON))),
        ),
        {
            "It rains": ("Karl Lind", None),
            "It snows": ("Ida Lind", None),
            "It was dark": ("Karl Lind", None),
            "He is well": ("Ida Lind", None),
        },
    ),
    "father and son": (
        (
            article("a", "It fell, Otto Brandt said. It stood, Otto Brandt Jr. said.",
                    people=("Otto Brandt", "Otto Brandt Jr."),
                    says=(("It fell", "Otto Brandt", "Otto Brandt", PERSON),
                          ("It stood", "Otto Brandt Jr.", "Otto Brandt Jr.", PERSON))),
            article("b", "It shook, Brandt said.", people=("Brandt",),
                    says=(("It shook", "Brandt", "Brandt", PERSON),)),
        ),
        {
            "It fell": ("Otto Brandt", None),
            "It stood": ("Otto Brandt Jr.", None),
            "It shook": ("Otto Brandt", None),
        },
    ),
    "a judge is not the captain of the same surname": (
        (
            article("a", "The ship listed, said Captain Per Lind.", people=("Per Lind",),
                    says=(("The ship listed", "Captain Per Lind", "Per Lind", PERSON),)),
            article("b", "The case is open, Judge Lind said.", people=("Lind",),
                    says=(("The case is open", "Judge Lind", "Lind", PERSON),)),
        ),
        {"The ship listed": ("Per Lind", None), "The case is open": ("Judge Lind", None)},
    ),
    "an acronym with and without its expansion": (
        (
            article("a", "It is unsafe, the Coastal Safety Board (CSB) said.", bodies=("Coastal Safety Board", "CSB"),
                    says=(("It is unsafe", "the Coastal Safety Board (CSB)", "Coastal Safety Board", BODY),)),
            article("b", "It was warned, the CSB said.", bodies=("CSB",),
                    says=(("It was warned", "the CSB", "CSB", BODY),)),
            article("c", "It is sound, the Safety Board said.", bodies=("Safety Board",),
                    says=(("It is sound", "the Safety Board", "Safety Board", BODY),)),
        ),
        {
            "It is unsafe": ("Coastal Safety Board", "Coastal Safety Board"),
            "It was warned": ("Coastal Safety Board", "Coastal Safety Board"),
            "It is sound": ("Coastal Safety Board", "Coastal Safety Board"),
        },
    ),
    "a building is its ministry, and only a definite post names its holder": (
        (
            article("a", "We saw them, the Pentagon said. We heard them, the Pentagon said.", bodies=("Pentagon",),
                    says=(("We saw them", "the Pentagon", "Pentagon", BODY),)),
            article("b", "We count them, the Department of Defense said.", bodies=("Department of Defense",),
                    says=(("We count them", "the Department of Defense", "Department of Defense", BODY),)),
            article("c", "They left, the deputy Pentagon press secretary said. They hide, a Pentagon spokeswoman said.",
                    bodies=("Pentagon",),
                    says=(("They left", "the deputy Pentagon press secretary", "deputy Pentagon press secretary", ANON),
                          ("They hide", "a Pentagon spokeswoman", "Pentagon spokeswoman", ANON))),
            article("d", "They wait, Pentagon Deputy Press Secretary Jo Okafor said.", bodies=("Pentagon",),
                    people=("Jo Okafor",),
                    says=(("They wait", "Pentagon Deputy Press Secretary Jo Okafor", "Jo Okafor", PERSON),)),
        ),
        {
            "We saw them": ("Pentagon", "Pentagon"),
            "We count them": ("Pentagon", "Pentagon"),
            "They left": ("Jo Okafor", "Pentagon"),
            "They hide": ("Pentagon spokeswoman", "Pentagon"),
            "They wait": ("Jo Okafor", "Pentagon"),
        },
    ),
    "a ministry without its country is that of the article's own, or nobody's": (
        (UKRAINE, RUSSIA, NOWHERE),
        {
            "They flee": ("Ukrainian Foreign Ministry", "Ukraine"),
            "Nobody crossed": ("Russia’s Foreign Ministry", "Russia"),
            "It is unclear": (None, None),
        },
    ),
    "one police force under several names, and the federal one apart": (
        (
            article("a", "He was held, Antwerp police said. He ran, police said.", bodies=("Antwerp police",),
                    says=(("He was held", "Antwerp police", "Antwerp police", BODY),
                          ("He ran", "police", "police", BODY))),
            article("b", "In Antwerp a man ran. He fell, the local police said. He rose, police chief Ida Holm said.",
                    places=("Antwerp",), people=("Ida Holm",),
                    says=(("He fell", "the local police", "local police", BODY),
                          ("He rose", "police chief Ida Holm", "Ida Holm", PERSON))),
            article("c", "He wept, Antwerp police chief Ida Holm said.", people=("Ida Holm",),
                    says=(("He wept", "Antwerp police chief Ida Holm", "Ida Holm", PERSON),)),
            article("d", "He is known, the federal police said.", bodies=("federal police",),
                    says=(("He is known", "the federal police", "federal police", BODY),)),
        ),
        {
            "He was held": ("Antwerp police", "Antwerp police"),
            "He ran": ("Antwerp police", "Antwerp police"),
            "He fell": ("Antwerp police", "Antwerp police"),
            "He rose": ("Ida Holm", "Antwerp police"),
            "He wept": ("Ida Holm", "Antwerp police"),
            "He is known": ("federal police", "federal police"),
        },
    ),
    "a company and its subsidiary": (
        (
            article("a", "It works, Meridian Bank said. It fails, Meridian Bank Ireland said.",
                    bodies=("Meridian Bank", "Meridian Bank Ireland"),
                    says=(("It works", "Meridian Bank", "Meridian Bank", BODY),
                          ("It fails", "Meridian Bank Ireland", "Meridian Bank Ireland", BODY))),
            article("b", "It opens, Meridian Bank Ireland said. It shuts, Meridian said.",
                    bodies=("Meridian Bank Ireland", "Meridian"),
                    says=(("It opens", "Meridian Bank Ireland", "Meridian Bank Ireland", BODY),
                          ("It shuts", "Meridian", "Meridian", BODY))),
        ),
        {
            "It works": ("Meridian Bank", "Meridian Bank"),
            "It fails": ("Meridian Bank Ireland", "Meridian Bank Ireland"),
            "It opens": ("Meridian Bank Ireland", "Meridian Bank Ireland"),
            "It shuts": ("Meridian Bank Ireland", "Meridian Bank Ireland"),
        },
    ),
    "two spokesmen and an official of one company speak for it and stay three": (
        (
            article("a", "It floats, Northern Ferries spokesman Per Lind said.", bodies=("Northern Ferries",),
                    people=("Per Lind",),
                    says=(("It floats", "Northern Ferries spokesman Per Lind", "Per Lind", PERSON),)),
            article("b", "It sails, Jo Okafor, a spokeswoman for Northern Ferries, said.",
                    bodies=("Northern Ferries",), people=("Jo Okafor",),
                    says=(("It sails", "Jo Okafor, a spokeswoman for Northern Ferries", "Jo Okafor", PERSON),)),
            article("c", "It lists, a spokesman for Northern Ferries said.", bodies=("Northern Ferries",),
                    says=(("It lists", "a spokesman for Northern Ferries", "spokesman for Northern Ferries", ANON),)),
        ),
        {
            "It floats": ("Per Lind", "Northern Ferries"),
            "It sails": ("Jo Okafor", "Northern Ferries"),
            "It lists": ("spokesman for Northern Ferries", "Northern Ferries"),
        },
    ),
    "a president whose country only another article gives": (
        (
            article("a", "We will act, French President Luc Morel said.", people=("Luc Morel",),
                    says=(("We will act", "French President Luc Morel", "Luc Morel", PERSON),)),
            article("b", "In Paris, he was firm. France will act, the president said.", places=("Paris",),
                    bodies=("Élysée",),
                    says=(("France will act", "the president", "president", ANON),)),
            article("c", "We wait, German Chancellor Ida Holm said.", people=("Ida Holm",),
                    says=(("We wait", "German Chancellor Ida Holm", "Ida Holm", PERSON),)),
        ),
        {
            "We will act": ("Luc Morel", "France"),
            "France will act": ("president", None),
            "We wait": ("Ida Holm", "Germany"),
        },
    ),
    "an office is held until a text calls it former": (
        (
            article("a", "It is safe, Danish Energy Minister Ida Holm said.", people=("Ida Holm",), day="2031-05-01",
                    says=(("It is safe", "Danish Energy Minister Ida Holm", "Ida Holm", PERSON),)),
            article("b", "I was wrong, former energy minister Ida Holm said.", people=("Ida Holm",), day="2031-06-01",
                    says=(("I was wrong", "former energy minister Ida Holm", "Ida Holm", PERSON),)),
            article("c", "It is known, Holm said.", people=("Holm",), day="2031-06-02",
                    says=(("It is known", "Holm", "Holm", PERSON),)),
        ),
        {
            "It is safe": ("Ida Holm", "Denmark"),
            "I was wrong": ("Ida Holm", None),
            "It is known": ("Ida Holm", None),
        },
    ),
    "a new post in a later article": (
        (
            article("a", "It holds, Northern Ferries director Per Lind said.", people=("Per Lind",),
                    bodies=("Northern Ferries",), day="2031-05-01",
                    says=(("It holds", "Northern Ferries director Per Lind", "Per Lind", PERSON),)),
            article("b", "It must change, Per Lind, the director of the Coastal Safety Board, said.",
                    people=("Per Lind",), bodies=("Coastal Safety Board",), day="2031-09-01",
                    says=(("It must change", "Per Lind, the director of the Coastal Safety Board", "Per Lind", PERSON),)),
        ),
        {
            "It holds": ("Per Lind", "Northern Ferries"),
            "It must change": ("Per Lind", "Coastal Safety Board"),
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", STORIES)
def test_speakers_and_authorities_of_a_story(why: str) -> None:
    readings, expected = STORIES[why]

    assert said_by(*readings) == expected


@pytest.mark.parametrize("why", STORIES)
def test_the_order_of_the_articles_never_matters(why: str) -> None:
    readings, _ = STORIES[why]

    assert told(*reversed(readings)) == told(*readings)


def test_a_name_in_doubt_says_who_could_be_meant() -> None:
    statement = told(RUIZ, OTHER_RUIZ, BARE_RUIZ).readings[2].statements[0]

    reason = statement.reasons[-1]
    assert reason.field == StatementField.SPEAKER
    assert reason.feature == "“Ruiz” could be Ana Ruiz or Pablo Ruiz"
    assert reason.score == 0.0


def test_a_name_from_another_article_points_to_its_place_there() -> None:
    full = article(
        "a", "The quay is closed, Northern Ferries spokeswoman Ana Ruiz said.", people=("Ana Ruiz",),
        bodies=("Northern Ferries",),
        says=(("The quay is closed", "Northern Ferries spokeswoman Ana Ruiz", "Ana Ruiz", PERSON),),
    )  # fmt: skip
    found = told(full, BARE_RUIZ).readings[1].statements[0]

    reasons = {reason.field: reason for reason in found.reasons}
    speaker, authority = reasons[StatementField.SPEAKER], reasons[StatementField.AUTHORITY]
    assert (found.speaker, found.authority) == ("Ana Ruiz", "Northern Ferries")
    assert [p.span.of(full.article.text) for p in speaker.evidence] == ["Ana Ruiz"]
    assert speaker.evidence[0].article == "a"
    assert "Northern Ferries spokeswoman Ana Ruiz" in authority.evidence[0].span.of(
        full.article.text
    )


def test_namesakes_share_no_alias() -> None:
    actors = {actor.name: actor for actor in told(RUIZ, OTHER_RUIZ, BARE_RUIZ).actors}

    assert "Ruiz" not in actors["Ana Ruiz"].aliases
    assert "Ruiz" not in actors["Pablo Ruiz"].aliases
