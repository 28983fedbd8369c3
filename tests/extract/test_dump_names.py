"""Who wrote a dump's text, who printed it, and what only looks like either."""

from __future__ import annotations

import pytest

from firsthand.domain import Article
from firsthand.extract import articles_from
from firsthand.extract.bylines import byline_of
from firsthand.extract.metadata_visible import is_wall
from firsthand.extract.photos import photo_credits
from firsthand.read import capture_from


def article(text: str) -> Article:
    (found,) = articles_from(capture_from("page.txt", text.encode()))
    return found


MENU = """Menu
Home
Canada
World
Politics
Sign in
Search"""
FOOT = """Tags
Jane Okafor
Thomas Beaulieu
Rail line
Churchill
Trending
About us
Contact
Terms of use
Careers
Advertise
Newsletters
Privacy policy
Weather
Obituaries
Puzzles
Archive
Site map
Help
Facebook
Instagram"""
GRAIN = """Grain terminal in Churchill to reopen after rail repairs
Jane Okafor
Thomas Beaulieu
Rail line
Churchill
The grain terminal at Churchill, Manitoba, will reopen next week after crews repaired 18 kilometres of rail line, the owner said Thursday.
Mayor Jane Okafor said the town had waited two years for the trains to return.
"This is a good day for the north," Okafor told reporters at the station.
Transport minister Thomas Beaulieu said Ottawa had paid for half of the repairs."""


def test_tags_of_a_page_are_neither_its_headline_nor_its_authors() -> None:
    found = article(f"{MENU}\nPrairie Sentinel\n{GRAIN}\n{FOOT}")

    assert found.title == "Grain terminal in Churchill to reopen after rail repairs"
    assert found.authors == ()


def test_an_agency_used_by_a_reporter_is_not_the_outlet() -> None:
    found = article(
        "Grève des remorqueurs suspendue à Saint-Nazaire\n\nPar Maëlle Kervran, avec AFP\n\n"
        "Publié le 3 juin 2022 à 18h42\n\n"
        "La grève des remorqueurs du port est suspendue jusqu’à lundi, ont annoncé les syndicats.\n\n"
        "« Ce n’est qu’une suspension », a déclaré à la presse Loïc Penhoët, délégué du personnel."
    )

    assert found.outlet is None
    assert found.authors == ("Maëlle Kervran",)
    assert found.wire is None
    assert found.relayed_from == ("Agence France-Presse (AFP)",)


@pytest.mark.parametrize(
    ("line", "author", "place"),
    [
        ("Олена Бондаренко — 17 травня 2023, 10:25", ("Олена Бондаренко",), None),
        ("Almonte (Huelva) - 22 SEP 2021 - 21:14 CEST", (), "Almonte"),
    ],
)
def test_who_or_where_stands_before_a_day_is_no_outlet(
    line: str, author: tuple[str, ...], place: str | None
) -> None:
    found = article(
        f"Cierran el camino del pinar por el viento\n\n{line}\n\n"
        "El Ayuntamiento de Almonte ha cerrado el camino por el viento, informó el miércoles.\n\n"
        "El alcalde pidió prudencia a los vecinos y dijo que no hay ninguna vivienda en peligro."
    )

    assert found.outlet is None
    assert found.authors == author
    assert found.dateline == place


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Von unserem Korrespondenten Jost Behnke", ("Jost Behnke",)),
        ("Par notre envoyée spéciale Gwenaëlle Rio", ("Gwenaëlle Rio",)),
        ("संवाददाता: कविता मिश्रा", ("कविता मिश्रा",)),
        ("oprac. Jan Gąsienica", ("Jan Gąsienica",)),
    ],
)
def test_names_stand_behind_roles_and_in_scripts_with_vowel_signs(
    line: str, people: tuple[str, ...]
) -> None:
    byline = byline_of(line)

    assert byline is not None
    assert byline.people == people


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Les remorqueurs à quai à Saint-Nazaire. YVES TANGUY / AFP", ("YVES TANGUY", "AFP")),
        ("Strona główna / Wiadomości / Region", ()),
        ("崩落した岸壁＝9日午前、石川県輪島市（県提供）", ("県提供",)),
    ],
)
def test_credits_are_cut_from_their_captions(line: str, names: tuple[str, ...]) -> None:
    assert photo_credits(line) == names


def test_a_release_is_headed_by_its_news_not_by_its_issuer() -> None:
    found = article(
        "FOR IMMEDIATE RELEASE\nDelaware Valley Transit Authority\n"
        "DVTA suspends fare increase until January\n"
        "WILMINGTON, Del. — October 4, 2022 — The Delaware Valley Transit Authority today announced "
        "that the fare increase planned for November will be suspended until January.\n"
        '"Riders have told us that now is not the time," said General Manager Curtis Oyelaran.\n'
        "The authority said the delay would cost $3.1 million."
    )

    assert found.title == "DVTA suspends fare increase until January"
    assert found.issuer == "Delaware Valley Transit Authority"


def test_a_line_about_subscribers_is_no_article_text() -> None:
    assert is_wall("La suite est réservée aux abonnés.")
    assert not is_wall("The club said that its subscribers had doubled within a year.")


def test_articles_each_below_its_own_address_are_divided() -> None:
    text = "".join(
        f"https://hebridean-post.example/{at}\n{title}\nBy {name}\n{at} May 2023\n"
        "OBAN, Scotland — Sailings to Mull were cut by half after a fire aboard a ferry, its owner said.\n"
        "The operator said nobody was hurt and that the crew had put out the fire within minutes.\n"
        '"We expect a full service by the weekend," said its spokesman.\n'
        for at, title, name in [
            (2, "Ferry timetable cut after engine fire", "Morag Lennox"),
            (3, "Mull shops count losses as ferries stay away", "Iain Strang"),
        ]
    )
    found = articles_from(capture_from("clips.txt", text.encode()))

    assert [one.authors for one in found] == [("Morag Lennox",), ("Iain Strang",)]
