"""An event told in English, twice in German and once in Chinese: what is done with each, and what is said."""

from __future__ import annotations

from firsthand.brief.to_text import to_text
from firsthand.domain import Brief, MadeWith
from firsthand.plan import news_plan
from firsthand.read import capture_from
from firsthand.run import Local, Outcome, briefs_of

ENGLISH = """Cable car stops above Brekkedal, 23 people rescued

Fjord Gazette
Tuesday, 13 January 2026

A cable car stopped on Monday above Brekkedal in Norway and 23 people were brought down by rope, the
county police said.

"The brake had closed by itself," the operator's engineer, Tone Haugland, told reporters in Brekkedal.

The Brekkebanen cable car was opened in 1987 and had been inspected in November, the operator said.
"""
GERMAN = """Seilbahn bleibt über Brekkedal stehen, 23 Menschen gerettet

{outlet}
Dienstag, 13. Januar 2026

Über Brekkedal in Norwegen ist am Montag eine Seilbahn stehen geblieben. 23 Menschen wurden am Seil
heruntergelassen, teilte die Polizei der Provinz mit.

„Die Bremse hatte sich von selbst geschlossen“, sagte die Ingenieurin des Betreibers, Tone Haugland,
vor Journalisten in Brekkedal. Die Brekkebanen wurde 1987 eröffnet und im November geprüft, hieß es.

Die Bahn bleibt bis auf Weiteres geschlossen. Die Gäste waren zwischen vier und 71 Jahren alt, ein
Mann wurde mit Unterkühlung in das Krankenhaus von Haugesund gebracht.
"""
CHINESE = """挪威缆车停在半空，23人获救

周一，挪威布雷克达尔的一辆缆车停在半空，23人被用绳索放下，当地警方表示。

运营方的工程师对记者说，制动器自行关闭。该缆车于1987年开通，去年十一月接受过检查。

缆车将暂停运营，直至另行通知。乘客年龄在4岁至71岁之间，一名男子因体温过低被送往医院。
"""


def _outcome() -> Outcome:
    texts = {
        "english.txt": ENGLISH,
        "german.txt": GERMAN.format(outlet="Fördebote"),
        "german-copy.txt": GERMAN.format(outlet="Elbwarte").partition(" Die Gäste waren")[0],
        "chinese.txt": CHINESE,
    }
    captures = [capture_from(name, text.encode()) for name, text in texts.items()]
    made_with = MadeWith(version="0", models=(), rules=(), plan="0")
    return briefs_of(captures, news_plan(), Local(), as_of="2026-02-01", made_with=made_with)


def _notes(briefs: tuple[Brief, ...]) -> dict[str, list[str]]:
    """File to the stages that tell of a limit."""
    files = {
        reading.article.id: reading.article.item
        for brief in briefs
        for reading in brief.settled.readings
    }
    found: dict[str, list[str]] = {file: [] for file in files.values()}
    for brief in briefs:
        for note in brief.notes:
            found[files[note.article]].append(f"{note.stage}: {note.text}")
    return found


def test_what_is_not_done_for_a_language_is_said_and_what_can_be_done_is() -> None:
    outcome = _outcome()
    notes = _notes(outcome.briefs)

    assert (outcome.articles, outcome.rejected) == (4, ())
    assert notes["english.txt"] == []
    assert [note.partition(":")[0] for note in notes["german.txt"]] == [
        "annotate", "attribute", "find stories",
    ]  # fmt: skip
    assert "German (de)" in notes["german.txt"][0]
    assert "Chinese (zh)" in notes["chinese.txt"][0]
    assert "whole clauses" in notes["chinese.txt"][2]
    printed = "\n".join(to_text(brief, width=400) for brief in outcome.briefs)
    assert "German (de)" in printed
    assert printed.count("statements and own reporting not looked for") == 3


def test_a_german_text_makes_no_statement_and_takes_part_in_copies() -> None:
    outcome = _outcome()
    readings = {
        reading.article.item: reading
        for brief in outcome.briefs
        for reading in brief.settled.readings
    }
    german = {readings[name].article.id for name in ("german.txt", "german-copy.txt")}
    linked = [
        {link.original, link.copy} for brief in outcome.briefs for link in brief.settled.links
    ]

    assert [readings[name].article.language for name in sorted(readings)] == [
        "zh",
        "en",
        "de",
        "de",
    ]
    assert readings["english.txt"].statements
    assert not readings["german.txt"].statements
    assert not readings["german.txt"].tokens
    assert "2026-01-12" in {when.value for when in readings["german.txt"].times}
    assert german in linked
    assert not any(
        warning.passage.article in german for brief in outcome.briefs for warning in brief.lint
    )
