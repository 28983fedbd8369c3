"""A language is a data file: one that the package does not know goes through the same engine."""

import re
import time
from pathlib import Path

import pytest

from firsthand.domain import Sentence, Span, When, ZoneKind
from firsthand.text.sentences import sentences
from firsthand.text.when import times_in
from firsthand.text.when_guards import check_guards
from firsthand.text.when_join import joins_of
from firsthand.text.when_patterns import KINDS, PIECES, patterns_of
from firsthand.text.when_words import known_languages, read_when_words, when_words

FILES = Path(__file__).parent / "languages"
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-language-of-dates.md"


def read(text: str, folder: Path = FILES) -> tuple[When, ...]:
    words = read_when_words(folder / "when_eo.toml", folder / "numbers_eo.toml", language="eo")
    check_guards(words)
    whole = Sentence(span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
    return times_in(text, (), (whole,), published="2024-10-28", words=words)


CASES = [
    ("La ponto falis la 3-a de majo 2023.", "3-a de majo 2023", "2023-05-03"),
    ("La ponto falis la 3-a de majo.", "3-a de majo", "2024-05-03"),
    ("Ŝi venis hieraŭ.", "hieraŭ", "2024-10-27"),
    ("Ŝi venis ĵaŭdon.", "ĵaŭdon", "2024-10-24"),
    ("Ŝi venos ĵaŭdon.", "ĵaŭdon", "2024-10-31"),
    ("Ŝi venis ĵaŭdon vesperon.", "ĵaŭdon vesperon", "2024-10-24TEV"),
    ("Ŝi venis antaŭ tri tagoj.", "antaŭ tri tagoj", "2024-10-25"),
    ("Ŝi venis antaŭ kelkaj jaroj.", "antaŭ kelkaj jaroj", "PAST_REF"),
    ("Ŝi venos venonta semajno.", "venonta semajno", "2024-W45"),
    ("Ŝi venis en oktobro.", "oktobro", "2024-10"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_a_language_from_a_file_is_read_by_the_same_engine(
    text: str, words: str, value: str
) -> None:
    assert [(when.span.of(text), when.value) for when in read(text)] == [(words, value)]


def test_a_guard_of_the_file_keeps_a_name_from_being_a_month() -> None:
    assert read("Majo Brandt venis.") == ()


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ('[[patterns]]\nkind = "mnth"\nfind = "x"', "unknown kind"),
        ('[[patterns]]\nkind = "month"\nfind = "(?P<moon>x)"', "unknown piece"),
        ('[[patterns]]\nkind = "month"\nfind = "{moons}"', "no table or fragment"),
        ('[[patterns]]\nkind = "month"\nfind = "("', "pattern 1"),
        ("[moons]\nmajo = 5", "unknown table"),
        ('[[guards]]\nkind = "month"\nany = [{ behnd = "x" }]', "unknown test"),
        ('[joins]\nrnge = "-"', "unknown join"),
        ('[fragments]\na = "{a}"\n[[patterns]]\nkind = "month"\nfind = "{a}"', "fragments within"),
    ],
)
def test_a_fault_in_a_file_is_named(tmp_path: Path, broken: str, complaint: str) -> None:
    (tmp_path / "when_eo.toml").write_text(broken, encoding="utf-8")
    (tmp_path / "numbers_eo.toml").write_text("", encoding="utf-8")

    with pytest.raises(ValueError, match=re.escape(complaint)):
        read("Ŝi venis la 3-a de majo.", tmp_path)


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_every_language_of_the_package_compiles(language: str) -> None:
    words = when_words(language)

    assert patterns_of(words)
    assert joins_of(words)
    assert check_guards(words) >= 0


def test_the_page_names_every_kind_every_piece_and_every_join() -> None:
    page = PAGE.read_text("utf-8")

    known = KINDS | PIECES | set(joins_of(when_words("en")))
    assert {name for name in known if f"`{name}`" not in page} == set()


@pytest.mark.parametrize(
    "heap",
    [
        "1 2 3 12 1999 24 7 ",
        "May March Oct. 3 12 June ",
        "one hundred two three ",
        "1999,",
        "3-",
        "from Monday to ",
        "May      ",
        "dreiundzwanzig",
        "vom 3. bis zum ",
        "vor zwei ",
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_hostile_text_costs_time_in_proportion_to_its_length(heap: str, language: str) -> None:
    spent = []
    for length in (4_000, 16_000):
        text = heap * (length // len(heap))
        whole = Sentence(span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
        start = time.process_time()
        times_in(text, (), (whole,), published="2024-10-28", language=language)
        spent.append(time.process_time() - start)

    assert spent[1] < 10 * spent[0] + 0.1


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "He left on Monday. One. Two. Three. Four. At 8 p.m. he ate. "),
        ("de", "Er ging am Montag. Eins. Zwei. Drei. Vier. Um 8 Uhr aß er. "),
    ],
)
def test_what_a_long_text_remembers_costs_no_more_than_its_length(language: str, unit: str) -> None:
    spent = []
    for count in (100, 400):
        text = unit * count
        found = [
            Sentence(span=span, zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
            for span in sentences(text, language=language)
        ]
        start = time.process_time()
        times_in(text, (), found, published="2024-10-28", language=language)
        spent.append(time.process_time() - start)

    assert spent[1] < 10 * spent[0] + 0.1
