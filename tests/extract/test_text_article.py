"""Plain-text dumps: what is kept, what is furniture, and what the text says of itself."""

from __future__ import annotations

import pytest

from firsthand.domain import Article, DateBasis, DateBound, OutletBasis, ZoneKind
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import capture_from

AGENCY = """UPDATE 2-Ferry runs aground off Odda, 12 hurt
Northern Lakes Press (NLP)
3 Mar 2021 13:40 CET

ODDA, Norway, March 3 (NLP) - A ferry ran aground off Odda early on Wednesday, injuring 12 people, the rescue centre said.

"We heard a bang and then nothing," said Ole Moen, the mate.

(Reporting by Siv Dahl and Jo Ek)
"""

DUMP = """ date 2021-03-03 Ferry off Odda: 12 hurt as coast guard begins inquiry

A ferry with 80 people on board has run aground in western Norway. The owner says that the charts were old.

Siv Dahl-Berg
Updated4 Mar 2021, 06:40 AM CET
The ferry on Wednesday (Photo: A. Nyberg/Norlicht Pictures)
The ferry on Wednesday (Photo: A. Nyberg/Norlicht Pictures)(A. Nyberg/Norlicht Pictures)

A ferry with 80 people on board ran aground off Odda on Wednesday, and 12 people were hurt, the rescue centre said.

Also Read | Bus drivers end walkout following marathon talks

The coast guard began an inquiry, Northern Lakes Press reported. It will hear the captain on Friday.

What the owner says

The owner said that the charts on board were old and that new ones had been ordered in January.

(With inputs from agencies)

Follow all Shipping News and Live Scores on Fjord Ledger. Download the Fjord Ledger App to read on.

MoreLess
First Published:3 Mar 2021, 11:20 PM CET
HomeNewsWorldFerry off Odda: 12 hurt as coast guard begins inquiry

    Most Active Stocks

    Halden Shipping share price

    88.15
    03:29 PM | 03 MAR 2021
    +1.40 (1.61%)
"""

SYNDICATED = """A ferry ran aground off Odda on Wednesday, injuring 12 people, Northern Lakes Press (NLP) reported.
The coast guard will hear the captain on Friday, according to Northern Lakes Press.
Also Read
The owner said that the charts were old.
"They were from 1998," the captain said, as quoted by Northern Lakes Press.
(This story has not been edited by Hillside Today staff and is published from a syndicated feed.)
"""

RELEASE = """PRESS RELEASE

Halden Ferries AS
Odda, 3 March 2021, 09:30

Incident on our Odda line

At 04:52 this morning our ferry ran aground in calm weather. All passengers are safe and in hotels.

The charts on board were current, says the managing director of Halden Ferries. The inquiry goes on.

Note to editors
Press contact: Liv Berg, press@halden.example
"""


def article(text: str) -> Article:
    (found,) = articles_from(capture_from("ferry.txt", text.encode()))
    return found


def zones(found: Article, kind: ZoneKind) -> list[str]:
    return [zone.span.of(found.text) for zone in found.zones if zone.kind is kind]


def furniture(found: Article, role: str) -> list[str]:
    return [one.span.of(found.raw_text) for one in found.furniture if one.role == role]


def test_an_agency_s_own_text_is_its_wire_and_not_syndicated() -> None:
    found = article(AGENCY)

    assert found.title == "UPDATE 2-Ferry runs aground off Odda, 12 hurt"
    assert found.outlet == found.wire == "Northern Lakes Press (NLP)"
    assert (found.syndicated, found.relayed_from) == (False, ())
    assert found.published == "2021-03-03T13:40:00+01:00"
    assert found.authors == ("Siv Dahl", "Jo Ek")
    assert found.dateline == "ODDA, Norway"
    assert "Reporting by" not in found.text
    assert found.text.count("ODDA, Norway, March 3 (NLP) - A ferry") == 1


def test_a_page_dump_loses_its_furniture_and_keeps_its_article() -> None:
    found = article(DUMP)

    assert found.title == "Ferry off Odda: 12 hurt as coast guard begins inquiry"
    assert zones(found, ZoneKind.HEADLINE) == [found.title]
    assert [one[:15] for one in zones(found, ZoneKind.STANDFIRST)] == ["A ferry with 80"]
    assert [one[:12] for one in zones(found, ZoneKind.BODY)] == [
        "A ferry with",
        "The coast gu",
        "What the own",
        "The owner sa",
    ]
    assert found.authors == ("Siv Dahl-Berg",)
    assert found.credits == ("A. Nyberg", "Norlicht Pictures")
    assert furniture(found, "related") == [
        "Also Read | Bus drivers end walkout following marathon talks"
    ]
    assert len(furniture(found, "caption")) == 2


def test_labels_tell_publication_from_update() -> None:
    found = article(DUMP)

    assert found.published == "2021-03-03T23:20:00+01:00"
    assert found.updated == "2021-03-04T06:40:00+01:00"
    assert (found.published_basis, found.published_bound) == (DateBasis.STATED, DateBound.EXACT)


def test_a_promotion_names_the_outlet_and_agencies_without_name_credit_nobody() -> None:
    found = article(DUMP)

    assert (found.outlet, found.outlet_basis) == ("Fjord Ledger", OutletBasis.CLAIMED)
    assert (found.syndicated, found.relayed_from, found.wire) == (False, (), None)


def test_a_notice_gives_outlet_and_the_house_credited_again_and_again() -> None:
    found = article(SYNDICATED)

    assert found.title is None
    assert found.outlet == "Hillside Today"
    assert found.syndicated
    assert found.relayed_from == ("Northern Lakes Press (NLP)",)
    assert found.notice is not None
    assert "syndicated feed" not in found.text
    assert "Also Read" not in found.text
    assert (found.published, found.published_basis) == (None, DateBasis.UNKNOWN)


def test_a_press_release_is_its_issuer_s() -> None:
    found = article(RELEASE)

    assert (found.outlet, found.title) == ("Halden Ferries", "Incident on our Odda line")
    assert (found.published, found.dateline) == ("2021-03-03T09:30:00", "Odda")
    assert "press@halden.example" not in found.text


def test_outlet_and_date_on_one_line_are_told_apart() -> None:
    text = AGENCY.replace(
        "Northern Lakes Press (NLP)\n3 Mar 2021 13:40 CET", "Fjord Ledger, March 3, 2021"
    )

    found = article(text)

    assert (found.outlet, found.published) == ("Fjord Ledger", "2021-03-03")
    assert (found.syndicated, found.relayed_from) == (True, ("NLP",))
    assert found.wire == "NLP"


def test_only_an_update_is_a_latest_bound() -> None:
    found = article(
        DUMP.replace("First Published:3 Mar 2021, 11:20 PM CET", "").replace(
            " date 2021-03-03 ", ""
        )
    )

    assert found.published == found.updated == "2021-03-04T06:40:00+01:00"
    assert found.published_bound is DateBound.NOT_AFTER


def test_fixed_columns_are_joined_to_paragraphs() -> None:
    text = (
        "Ferry runs aground\n\nA ferry with eighty people on board ran aground off Odda early on\n"
        "Wednesday and twelve of them were hurt, said the rescue centre,\nwhich sent two boats.\n\n"
        "The owner said that the charts on board the ferry were old and\nthat new ones had been"
        " ordered in January, well before the trip.\n"
    )

    found = article(text)

    assert found.title == "Ferry runs aground"
    assert len(zones(found, ZoneKind.BODY)) == 2


def test_an_added_update_stays_and_is_listed() -> None:
    update = "UPDATE: 7:19 p.m. -- The coast guard now says that the charts were current."

    found = article(AGENCY.replace("(Reporting", f"{update}\n\n(Reporting"))

    assert found.corrections == (update,)
    assert update in found.text


def test_a_correction_is_furniture_and_listed() -> None:
    note = "Correction: An earlier version of this article gave a wrong number of passengers."

    found = article(AGENCY.replace("(Reporting", f"{note}\n\n(Reporting"))

    assert found.corrections == (note,)
    assert note not in found.text


def test_crlf_and_line_separators_are_line_ends() -> None:
    plain = article(AGENCY)

    assert article(AGENCY.replace("\n", "\r\n")) == plain.__class__(
        **{name: getattr(plain, name) for name in plain.__slots__}
        | {"sha256": article(AGENCY.replace("\n", "\r\n")).sha256}
    )
    assert article(AGENCY.replace("\n", "\u2028")).text == plain.text


def test_a_collection_is_refused() -> None:
    with pytest.raises(InputError, match="lines"):
        article(AGENCY * 3000)


@pytest.mark.parametrize("text", ["Home\nMenu\nLog in\n", "185.00\n16.7 (9.92%)\n", "Fire out."])
def test_a_text_without_article_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        article(text)

    assert caught.value.hint


@pytest.mark.parametrize(
    ("head", "title", "outlet", "published"),
    [
        (
            "# Ferry aground off Odda\n\n*Fjord Ledger, 3 March 2021*",
            "Ferry aground off Odda",
            "Fjord Ledger",
            "2021-03-03",
        ),
        (
            "Ferry aground off Odda\nSource: Fjord Ledger\nDate: 3 March 2021",
            "Ferry aground off Odda",
            "Fjord Ledger",
            "2021-03-03",
        ),
        ("Subject: Ferry aground off Odda\n", "Ferry aground off Odda", None, None),
        (
            "Fjord Ledger\n\nFerry aground off Odda\n\nMarch 3, 2021",
            "Ferry aground off Odda",
            "Fjord Ledger",
            "2021-03-03",
        ),
        ("https://fjord.example/f\nFerry aground off Odda", "Ferry aground off Odda", None, None),
    ],
)
def test_heads_of_several_makes_are_read(
    head: str, title: str, outlet: str | None, published: str | None
) -> None:
    body = (
        "The ferry ran aground on Wednesday, and twelve people were hurt, the rescue centre said."
    )

    found = article(f"{head}\n\n{body}\n\nThe owner said that the charts on board were old.\n")

    assert (found.title, found.outlet, found.published) == (title, outlet, published)


BODY = (
    "The ferry ran aground on Wednesday, and twelve people were hurt, the rescue centre said.\n\n"
    "The owner said that the charts on board were old.\n"
)


def test_a_trade_name_alone_on_the_first_line_is_the_outlet() -> None:
    found = article(f"FjordNewsDesk\n\nFerry aground off Odda\n\n3 March 2021\n\n{BODY}")

    assert (found.outlet, found.title) == ("FjordNewsDesk", "Ferry aground off Odda")


def test_a_row_of_sections_is_no_outlet() -> None:
    menu = "Home News Sports Obituaries Classifieds"

    found = article(f"{menu}\n\nFerry aground off Odda\n\n3 March 2021\n\n{BODY}")

    assert (found.outlet, found.title) == (None, "Ferry aground off Odda")
    assert menu in furniture(found, "navigation")


@pytest.mark.parametrize(
    "line",
    [
        "This is a developing story. More to follow.",
        "Diese Meldung wird laufend aktualisiert.",
        "Noticia en desarrollo.",
    ],
)
def test_a_promise_of_more_is_furniture(line: str) -> None:
    found = article(f"Ferry aground off Odda\n\n3 March 2021\n\n{BODY}\n{line}\n")

    assert line not in found.text
    assert found.text.endswith("were old.")


SHAPES = {
    "with a headline": "Ferry aground off Odda\n\n{}",
    "with a byline": "Ferry aground off Odda\nBy Siv Dahl\n\n{}",
    "bare": "{}",
    "one line a paragraph": "Ferry aground off Odda\n{}",
    "indented": "   Ferry aground off Odda\n\n   {}",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_a_clean_text_keeps_every_sentence(shape: str, count: int) -> None:
    told = [
        f"The coast guard said on day {number} that {number + 3} people from Odda were still missing."
        for number in range(1, count + 1)
    ]
    divider = "\n" if "By Siv" not in shape and "\n\n" not in shape else "\n\n"

    found = article(shape.format(divider.join(told)))

    assert [one for one in told if one not in found.text] == []
