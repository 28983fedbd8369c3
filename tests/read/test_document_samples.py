"""Sample documents, subtitles and transcripts: recognised among all samples, and made articles."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from firsthand.domain import Article, Capture
from firsthand.extract import articles_from
from firsthand.read import captures_from
from tests.read.reading import SAMPLES

FORMATS: Mapping[str, frozenset[str]] = {
    "pdf": frozenset(["pdf"]),
    "docx": frozenset(["docx"]),
    "odt": frozenset(["odt"]),
    "rtf": frozenset(["rtf"]),
    "markdown": frozenset(["markdown"]),
    "subtitles": frozenset(["srt", "vtt"]),
    "transcripts": frozenset(["transcript"]),
}


def article(name: str) -> Article:
    (row,) = captures_from("in", (SAMPLES / name).read_bytes())
    assert isinstance(row, Capture), row
    (found,) = articles_from(row)
    return found


def roles(found: Article) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for one in found.furniture:
        told.setdefault(one.role, []).append(one.span.of(found.raw_text))
    return told


def test_samples_are_recognised_as_what_they_are_and_no_others_are() -> None:
    names = frozenset().union(*FORMATS.values())
    for path in sorted(SAMPLES.rglob("*")):
        if not path.is_file() or path.stat().st_size > 200_000:
            continue
        folder = path.relative_to(SAMPLES).parts[0]
        for row in captures_from("in", path.read_bytes()):
            if isinstance(row, Capture) and " " not in row.format:
                expected = FORMATS.get(folder)
                assert row.format in expected if expected else row.format not in names, path


TITLES = {
    "pdf/newspaper.pdf": "Ferry with ninety people aboard hits the pier of Larvik in calm weather",
    "pdf/press_release.pdf": "Fähre rammt Pier: Behörde leitet Untersuchung ein",
    "pdf/printed_page.pdf": "Ferry hits pier of Larvik",
    "docx/article.docx": "Ferry hits pier of Larvik",
    "odt/article.odt": "Fähre rammt Pier in Larvik",
    "rtf/statement.rtf": "Statement on the ferry accident",
    "markdown/hugo.md": "Ferry hits pier of Larvik",
    "markdown/page_reader.md": "Ferry hits pier of Larvik",
    "transcripts/briefing.txt": "PRESS BRIEFING BY PRESS SECRETARY MARA FELD",
    "transcripts/recorded.txt": "Interview with Tor Lund about the ferry",
    "transcripts/regierung.txt": "Mitschrift der Regierungspressekonferenz vom 4. März 2024",
}


@pytest.mark.parametrize("name", sorted(TITLES))
def test_titles(name: str) -> None:
    assert article(name).title == TITLES[name]


def test_a_press_release_in_pdf_keeps_its_letterhead_and_contacts_apart() -> None:
    found = article("pdf/press_release.pdf")
    told = roles(found)

    assert "Schiffes. Ein Austritt von Dieselkraftstoff wurde nicht beobachtet" in found.text
    assert "die Vor- und Nachteile einer Ersatzverbindung" in found.text
    assert told["label"] == ["PRESSEMITTEILUNG"]
    assert told["announcement"] == [
        "Pressekontakt:",
        "Mara Feld, presse@havn.example, +47 555 0100",
    ]
    assert told["navigation"] == ["Seite 1 von 1"]
    assert found.language == "de"


def test_the_time_of_printing_is_not_the_pages() -> None:
    found = article("pdf/printed_page.pdf")

    assert found.published is not None
    assert found.published.startswith("2024-03-04T10:15")
    assert found.fetched_at == "2024-03-04T14:12:00+00:00"
    assert found.authors == ("Mara Feld",)


def test_a_word_documents_furniture_is_kept_apart() -> None:
    found = article("docx/article.docx")

    assert "with ninety passengers" in found.text
    assert "eighty" not in found.raw_text
    assert set(roles(found)) == {
        "byline",
        "caption",
        "footnote",
        "navigation",
        "reporting",
        "table",
    }
    assert found.wire == "Associated Press (AP)"


def test_a_page_in_markdown_gives_its_article() -> None:
    found = article("markdown/page_reader.md")

    assert [zone.kind.value for zone in found.zones] == ["headline", "body", "body", "body"]
    assert found.authors == ("Mara Feld",)


def test_automatic_captions_are_said_once() -> None:
    found = article("subtitles/automatic.vtt")

    assert found.text.count("ninety passengers") == 1
    assert found.text.endswith("hull and found no leak")


def test_a_briefings_speakers_have_their_full_names() -> None:
    found = article("transcripts/briefing.txt")

    assert {(one.speaker, one.authority) for one in found.turns} == {
        ("Mara Feld", "Department of Fisheries"),
        ("Jo Ek", "Department of Fisheries"),
        (None, None),
    }
    assert found.turns[1].words.of(found.text).startswith("Thank you, Mara.")
    assert found.issuer is None
    assert found.published == "2024-03-04T13:05:00+00:00"


def test_a_german_press_conference_tells_who_asks() -> None:
    found = article("transcripts/regierung.txt")

    assert [(one.speaker, one.asks) for one in found.turns[:4]] == [
        ("Feld", False),
        (None, True),
        ("Lund", False),
        (None, True),
    ]
    assert found.turns[2].authority == "Fischereiministerium"
