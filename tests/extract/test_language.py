from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from firsthand.domain import Evidence, Fact, Field, Standing
from firsthand.extract.language import identified, language_of, weighed_language
from firsthand.tables.languages import language_code, language_name, languages

TEXTS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
)["texts"]


def _stated(value: str, source: str = "meta") -> tuple[Evidence, ...]:
    fact = Fact(field=Field.LANGUAGE, value=value, source=source)
    return (Evidence(fact=fact, standing=Standing.WON),)


@pytest.mark.parametrize("code", TEXTS)
def test_a_short_report_is_told_by_its_letters(code: str) -> None:
    found = identified(TEXTS[code])

    assert (found.code, found.basis) == (code, "text")


@pytest.mark.parametrize("code", sorted(set(TEXTS) - {"en"}))
def test_a_template_that_states_english_does_not_make_a_text_english(code: str) -> None:
    assert language_of(TEXTS[code], stated="en-US") == code


def test_most_headlines_alone_are_enough_and_none_is_told_wrong() -> None:
    """The first 60 characters: an answer that is no answer, or a near standard, is no exchange."""
    told = {code: language_of(text[:60]) for code, text in TEXTS.items()}
    wrong = {
        code: found
        for code, found in told.items()
        if found not in {code, "und"}
        and not any({code, found} <= near for near in languages().near)
    }

    assert wrong == {}
    assert sum(found == code for code, found in told.items()) >= 0.85 * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "12 34 56,7 %",
        "…",
        "http://ledger.example/?p=4",
        "FTSE 8,231.05 +0.4% DAX",
        "Ida Moe\nPer Vik",
    ],
)
def test_figures_addresses_and_names_have_no_language(text: str) -> None:
    assert language_of(text) == "und"


def test_a_text_too_short_is_in_the_language_its_page_states() -> None:
    assert identified("Larvik, 4.5.", stated="nb_NO").code == "no"
    assert identified("Larvik, 4.5.", stated="x-default").code == "und"


def test_a_quotation_in_another_language_does_not_decide() -> None:
    german = TEXTS["de"]
    mixed = f"{TEXTS['en'][:120]}\n\n" + "\n\n".join([german] * 4)

    assert language_of(mixed) == "de"


def test_near_standards_are_told_by_what_the_page_states() -> None:
    assert language_of(TEXTS["hr"], stated="bs-BA") == "bs"
    assert language_of(TEXTS["sr"], stated="hr") == "sr"


def test_what_the_text_says_stands_beside_what_the_page_states() -> None:
    code, evidence = weighed_language(TEXTS["sw"], _stated("en-GB"))

    assert code == "sw"
    assert [(one.fact.value, one.fact.source, one.standing) for one in evidence] == [
        ("en-GB", "meta", Standing.DISAGREES),
        ("sw", "visible", Standing.WON),
    ]


def test_other_evidence_and_agreement_are_kept() -> None:
    title = Evidence(
        fact=Fact(field=Field.TITLE, value="Mur", source="json-ld"), standing=Standing.WON
    )
    code, evidence = weighed_language(TEXTS["fr"], (title, *_stated("fr-FR")))

    assert code == "fr"
    assert evidence[0] == title
    assert [one.standing for one in evidence[1:]] == [Standing.WON, Standing.AGREES]


def test_a_sidecar_is_not_overruled() -> None:
    code, evidence = weighed_language(TEXTS["no"], _stated("da", "sidecar"))

    assert code == "da"
    assert [one.standing for one in evidence] == [Standing.WON, Standing.DISAGREES]


def test_codes_are_read_as_pages_write_them() -> None:
    tags = ["de-AT", "pt_BR", "UA", "iw", "nn-NO", "zh-Hans", "x-default", "", None]

    assert [language_code(tag) for tag in tags] == [
        "de", "pt", "uk", "he", "no", "zh", None, None, None,
    ]  # fmt: skip


def test_languages_have_names_for_readers() -> None:
    assert language_name("uk") == "Ukrainian (uk)"
    assert language_name("und") == "a language that is not known"
    assert set(languages().stands_for.values()) <= set(languages().names)
    assert not set(languages().never) & set(dict(languages().commonest))
