"""German expressions, found and resolved without a parse."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.domain import Precision, Sentence, Span, When, ZoneKind
from firsthand.extract import plain_article
from firsthand.text.when import times_in

GOLD = tomllib.loads((Path(__file__).parent / "when_de.toml").read_text("utf-8"))
CASES = [
    case
    for name, table in GOLD.items()
    if isinstance(table, dict)
    for case in table.get("cases", ())
]


def read(text: str, published: str | None = GOLD["published"]) -> tuple[When, ...]:
    article = plain_article(text, item="a", published=published, language="de")
    return Annotator().read(article).times


def test_the_gold_is_large_enough_to_tell_something() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_values(text: str, words: str, value: str) -> None:
    found = {when.span.of(text): when.value or "?" for when in read(text)}

    assert found.get(words) == value


@pytest.mark.parametrize("text", GOLD["none"]["sentences"])
def test_words_that_only_look_like_times(text: str) -> None:
    assert read(text) == ()


def test_a_clock_time_takes_the_day_named_before() -> None:
    found = read(
        "Am Sonntag fiel das Dach ein. Gegen 14.30 Uhr kam die Polizei. Am Abend war Ruhe."
    )

    assert [when.value for when in found] == ["2024-10-27", "2024-10-27T14:30", "2024-10-27TEV"]


def test_two_ends_of_a_day_are_one_time() -> None:
    found = read("Am Freitag war Ruhe. Von 13 bis 18 Uhr war der Laden zu.")

    assert [when.value for when in found] == ["2024-10-25", "2024-10-25T13:00/2024-10-25T18:00"]


def test_what_hangs_on_an_unknown_publication_day_has_no_value() -> None:
    (when,) = read("Die Bürgermeisterin trat am Donnerstag zurück.", published=None)

    assert (when.value, when.anchored) == (None, True)


def test_a_month_is_never_made_a_day() -> None:
    (when,) = read("Anfang Oktober fiel Schnee.")

    assert when.precision is Precision.MONTH
    assert (when.earliest, when.value) == ("2024-10-01", "2024-10")


LOOSE = st.sampled_from(
    [
        "am", "im", "in", "der", "den", "dem", "des", "die", "vom", "von", "bis", "zum", "und",
        "zwischen", "seit", "vor", "nach", "ab", "gegen", "um", "auf", "Nacht", "Morgen", "morgen",
        "Abend", "abends", "früh", "heute", "gestern", "Montag", "Montagabend", "Sonntags", "3.",
        "31.", "45.", "2.13.", "24.10.", "24.10.2024", "99.99.9999", "Mai", "Juli", "Julis", "Okt.",
        "Februar", "29.", "2023", "2004", "2006/2007", "1990er", "neunziger", "Jahre", "Jahr",
        "Jahren", "Woche", "Wochen", "Tage", "zwei", "drei", "einundzwanzig", "hundert", "halbes",
        "ein", "einem", "mehrere", "einige", "rund", "mehr als", "letzten", "vergangenen",
        "kommenden", "nächsten", "dieses", "ersten", "Quartal", "Halbjahr", "Wochenende", "Anfang",
        "Ende", "Mitte", "Jahresende", "Vortag", "Vorjahr", "Uhr", "14.30", "25", "24", "MEZ",
        "Ortszeit", "Mitternacht", "Ostern", "Silvester", "jeden", "alle", "pro", "zweimal",
        "täglich", "dreitägige", "48-stündige", "Jahrhundert", "zuvor", "später", "kürzlich",
        "wird", "kommender", "vorheriger", "folgender", "wurde", "-", "–", "/", ",", "(", ")", ".",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(LOOSE, min_size=1, max_size=12),
    st.sampled_from([None, GOLD["published"], "2024-02-29"]),
)
def test_any_heap_of_time_words_gives_spans_apart_and_bounds_in_order(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    whole = Sentence(span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
    found = times_in(text, (), (whole,), published=published, language="de")

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(w.earliest <= w.latest for w in found if w.earliest and w.latest)
    if published is None:
        assert not [w for w in found if w.anchored and (w.value or "")[:4].isdigit()]
