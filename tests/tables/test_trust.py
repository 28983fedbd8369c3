"""The order of trust is whole: every field, and every source that the program knows."""

from __future__ import annotations

import pytest

from firsthand.domain import Field
from firsthand.tables.givennames import is_given_name
from firsthand.tables.hosts import hosts
from firsthand.tables.metawords import meta_words
from firsthand.tables.trust import trust


@pytest.mark.parametrize("field", list(Field))
def test_the_user_s_word_comes_first_for_every_field(field: Field) -> None:
    assert trust().order[field][0] == "sidecar"


@pytest.mark.parametrize("field", [Field.TITLE, Field.AUTHOR, Field.PUBLISHED, Field.OUTLET])
def test_every_source_has_a_place_where_it_matters(field: Field) -> None:
    listed = set(trust().order[field])

    for source in ("json-ld", "open-graph", "meta", "microdata", "visible", "rss", "ninjs", "mail"):
        assert source in listed


def test_an_unknown_source_comes_last() -> None:
    order = trust().order[Field.TITLE]

    assert trust().rank(Field.TITLE, "hearsay") == len(order)


def test_archives_and_aggregators_include_their_subdomains() -> None:
    assert hosts().is_archive("web.archive.org")
    assert hosts().is_aggregator("uk.news.yahoo.com")
    assert not hosts().is_aggregator("yahoo.com.example")


def test_given_names_are_known_without_accents_and_case() -> None:
    assert is_given_name("JOSÉ")
    assert not is_given_name("Rolling")


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article named another ship.",
        "Korrektur: Das Schiff hiess anders.",
        "(Anm. d. Red.: Der Name wurde geändert.)",
        "Rectificatif : le navire portait un autre nom.",
        "Fe de errores: el barco llevaba otro nombre.",
        "This article was amended on 3 November 2026.",
        "訂正：船名に誤りがありました。",
    ],
)
def test_corrections_are_told_by_their_opening(line: str) -> None:
    assert meta_words().correction.match(line)


@pytest.mark.parametrize(
    "line",
    ["Correction officers met on Monday.", "Поправка к закону принята.", "Update: 7 p.m. — twelve hurt"],
)  # fmt: skip
def test_what_only_begins_so_is_no_correction(line: str) -> None:
    assert not meta_words().correction.match(line)


@pytest.mark.parametrize(
    ("line", "walled"),
    [
        ("Subscribe to read the full story", True),
        ("This article is for subscribers only", True),
        ("Dieser Artikel ist exklusiv für Abonnenten", True),
        ("Article réservé aux abonnés", True),
        ("Contenido exclusivo para suscriptores", True),
        ("Subscribe to our newsletter", False),
        ("He subscribed to the view that ferries are safe", False),
    ],
)
def test_a_paywall_is_told_by_its_words(line: str, walled: bool) -> None:
    assert (meta_words().paywall.search(line) is not None) is walled
