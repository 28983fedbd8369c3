from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies.retold.anchor_weights import weighed, worth
from firsthand.copies.retold.anchors import sound_of, told
from firsthand.extract.plain import plain_article

FIXED = [
    ("en", "The dam let out 2,100 cubic metres of water.", {"n:2100"}),
    ("de", "Der Damm ließ 2.100 Kubikmeter Wasser ab.", {"n:2100"}),
    ("fr", "Le barrage a lâché 2 100 mètres cubes d'eau.", {"n:2100"}),
    ("ru", "Плотина сбросила 2 100 кубометров воды.", {"n:2100"}),
    ("en", "Damage was put at 8.5 million marks.", {"n:8.5e+06"}),
    ("de", "Der Schaden liegt bei 8,5 Millionen Mark.", {"n:8.5e+06"}),
    ("es", "Los daños suman 8,5 millones de marcos.", {"n:8.5e+06"}),
    ("uk", "Збитки оцінили у 8,5 мільйона марок.", {"n:8.5e+06"}),
    ("en", "Two men were missing until Thursday evening.", {"n:2", "w:4"}),
    ("de", "Zwei Männer wurden bis Donnerstagabend vermisst.", {"n:2", "w:4"}),
    ("uk", "Двоє чоловіків зникли до вечора четверга.", {"n:2", "w:4"}),
    ("en", "It may end on 12 May in the town hall.", {"n:12", "m:5"}),
    ("fr", "Elle se termine le 12 mai à la mairie.", {"n:12", "m:5"}),
    ("en", "In 2025 120 people came and 430 left.", {"n:2025", "n:120", "n:430"}),
    ("fr", "En 2025, 120 personnes sont venues.", {"n:2025", "n:120"}),
    ("xx", "Sen 3,400 ken durat oli kaikki.", {"n:3400"}),
]

SPELLINGS = [
    ("Chernihiv", "Tschernihiw", "Чернігів"),
    ("Zelensky", "Selenskyj", "Zelenskiy"),
    ("Shevchenko", "Schewtschenko", "Шевченко"),
    ("Odesa", "Odessa", "Одеса"),
    ("Hadzovic", "Hadžović", "Hadzovic"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), FIXED)
def test_numbers_and_days_are_read_as_each_language_writes_them(
    language: str, sentence: str, expected: set[str]
) -> None:
    article = replace(plain_article(sentence, item="x"), language=language)

    found = told(article, at_most=5)

    assert set().union(*found.fixed) == expected


@pytest.mark.parametrize("names", SPELLINGS)
def test_spellings_of_one_name_sound_alike(names: tuple[str, ...]) -> None:
    assert len({sound_of(name) for name in names}) == 1


def test_different_names_do_not_sound_alike() -> None:
    assert len({sound_of(name) for name in ("Rennie", "Maduro", "Brandauer", "Orr", "Trbic")}) == 5


def test_who_is_named_in_every_sentence_says_little_about_which_it_is() -> None:
    text = "Ada Korhonen came in. Then Korhonen sat down. Later Korhonen met Ilse Vaara in Turku."
    one = told(plain_article(text, item="a"), at_most=9)

    found = weighed(one, one)

    last = found.a[2]
    assert last[sound_of("Korhonen")] < last[sound_of("Vaara")]


def test_a_capital_is_no_sign_of_a_name_where_nouns_have_one() -> None:
    text = "Heute kam der Minister Krause mit seinem Fahrer an."
    german = replace(plain_article(text, item="a"), language="de")

    found = told(german, at_most=3)

    assert found.sure == (frozenset(),)
    assert sound_of("Krause") in found.names[0]


def test_small_numbers_weigh_less() -> None:
    assert worth("n:3") < worth("n:430") == worth("krns")


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=string.ascii_letters + "0123456789.,:'’“”\n äßЖї-", max_size=200),
    st.sampled_from(["en", "de", "uk", "xx"]),
)
def test_any_text_is_cut_into_sentences_inside_it(text: str, language: str) -> None:
    article = replace(plain_article(f"A b c. {text}", item="x"), language=language)

    found = told(article, at_most=8)

    assert len(found.sentences) == len(found.words) == len(found.fixed) == len(found.codes) <= 8
    assert all(span.end <= len(article.text) for span in found.sentences)
    assert list(found.sentences) == sorted(found.sentences)
