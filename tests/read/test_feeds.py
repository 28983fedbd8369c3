"""RSS and Atom: each entry with what it holds and what the feed says of it."""

from __future__ import annotations

from firsthand.domain import Capture, Field, Form, Rejected
from tests.read.reading import (
    articles_of,
    captures_of_rows,
    only_capture,
    only_rejected,
    rejected_of_rows,
    rows_of,
    sample,
    values,
)

_RSS = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>{}</channel></rss>'


def _rss(items: str) -> bytes:
    return _RSS.format(items).encode()


def test_an_entry_with_full_content_is_an_article_with_its_facts() -> None:
    first, second, third = rows_of(sample("rss/full-content.xml"))

    assert isinstance(first, Capture)
    assert first.form is Form.FRAGMENT
    assert (first.item, first.format) == ("in#1", "rss")
    assert values(first, Field.TITLE) == [
        "Ferry with 212 aboard runs aground off Larvik & is pulled free"
    ]
    assert values(first, Field.AUTHOR) == ["Mira Solberg"]
    assert values(first, Field.PUBLISHED) == ["2026-03-14T18:20:00+01:00"]
    assert values(first, Field.SECTION) == ["World", "Shipping"]
    assert values(first, Field.OUTLET) == ["Skagerrak Courier"]
    assert values(first, Field.CREDIT) == ["Nils Berg/Fjordfoto"]
    assert values(first, Field.LANGUAGE) == ["en-GB"]
    assert values(first, Field.NOTICE) == []
    assert first.url is None
    assert isinstance(second, Capture)
    assert isinstance(third, Rejected)


def test_an_entry_s_bytes_are_its_own() -> None:
    first = captures_of_rows(rows_of(sample("rss/full-content.xml")))[0]

    assert first.raw.startswith(b"<item>")
    assert first.raw.endswith(b"</item>")
    assert first.raw in sample("rss/full-content.xml")


def test_a_photo_s_title_and_description_are_not_the_article_s() -> None:
    first = captures_of_rows(rows_of(sample("rss/full-content.xml")))[0]

    assert not any("photo, not" in fact.value or "Fog in" in fact.value for fact in first.facts)


def test_a_summary_alone_is_an_article_that_says_so() -> None:
    second = captures_of_rows(rows_of(sample("rss/full-content.xml")))[1]

    assert values(second, Field.NOTICE) == ["the feed gives a summary only"]
    assert values(second, Field.AUTHOR) == ["News Desk"]
    assert values(second, Field.PUBLISHED) == ["2026-03-14T21:05:00+01:00"]


def test_a_headline_alone_is_rejected_with_the_address_to_fetch() -> None:
    rejected = rejected_of_rows(rows_of(sample("rss/full-content.xml")))

    assert [row.item for row in rejected] == ["in#3"]
    assert rejected[0].reason == "holds a headline only"
    assert "https://www.skagerrakcourier.example/2026/03/14/pictures/" in rejected[0].hint


def test_an_aggregator_s_feed_says_whose_item_it_is() -> None:
    listed, told = rows_of(sample("rss/aggregated.xml"))

    assert isinstance(listed, Rejected)
    assert isinstance(told, Capture)
    assert values(told, Field.OUTLET)[0] == "Vestfold Bladet"
    assert articles_of(sample("rss/aggregated.xml"))[0].outlet == "Vestfold Bladet"


def test_rdf_in_latin_1_is_read() -> None:
    capture = only_capture(sample("rss/rdf-latin1.xml"))

    assert values(capture, Field.TITLE) == ["Fähre läuft vor Larvik auf Grund"]
    assert values(capture, Field.AUTHOR) == ["Jörg Lüders"]
    assert values(capture, Field.OUTLET) == ["Elbkurier"]
    assert values(capture, Field.PUBLISHED) == ["2026-03-14T18:20:00+01:00"]
    assert capture.encoding == "utf-8"
    assert "Fähre".encode() in capture.raw


def test_atom_with_content_of_three_kinds() -> None:
    xhtml, empty, other = rows_of(sample("atom/mixed.xml"))

    assert isinstance(xhtml, Capture)
    assert "shows <b>two</b> warnings" in xhtml.text
    assert "xmlns" not in xhtml.text
    assert values(xhtml, Field.AUTHOR) == ["Ingrid Hovland", "Petter Moen"]
    assert values(xhtml, Field.UPDATED) == ["2026-03-15T09:00:00+01:00"]
    assert values(xhtml, Field.NOTICE) == ["Text: Fjord News Service"]
    assert values(xhtml, Field.URL) == ["https://tidewater.example/log"]
    assert isinstance(empty, Rejected)
    assert isinstance(other, Capture)
    assert values(other, Field.OUTLET) == ["Ships Daily", "Tidewater Review"]


def test_from_a_feed_to_an_article() -> None:
    article = articles_of(sample("rss/full-content.xml"))[0]

    assert article.title == "Ferry with 212 aboard runs aground off Larvik & is pulled free"
    assert article.outlet == "Skagerrak Courier"
    assert article.authors == ("Mira Solberg",)
    assert article.published == "2026-03-14T18:20:00+01:00"
    assert article.text.count("\n\n") == 4
    assert "appeared first on" not in article.text
    assert "Photo: Nils Berg" not in article.text


def test_damage_stays_in_the_entry_that_has_it() -> None:
    rows = rows_of(sample("rss/damaged.xml"))

    assert [type(row).__name__ for row in rows] == ["Capture", "Rejected", "Capture", "Rejected"]
    assert "pilots\xa0union" in captures_of_rows(rows)[0].text
    assert values(captures_of_rows(rows)[0], Field.TITLE) == ["Tugs & pilots, a long night"]
    assert [row.reason for row in rejected_of_rows(rows)] == ["is cut off", "is cut off"]


def test_every_entry_gives_a_row() -> None:
    items = "".join(f"<item><title>Ferry {n}</title></item>" for n in range(7)) + "<item/>"

    assert len(rows_of(_rss(items))) == 8


def test_a_feed_cut_behind_an_entry_keeps_it_and_says_so() -> None:
    raw = _rss(
        "<item><title>A</title><description>Two tugs are on the way now.</description></item>"
    )
    rows = rows_of(raw.replace(b"</channel></rss>", b""))

    assert len(captures_of_rows(rows)) == 1
    assert "cut off" in rejected_of_rows(rows)[0].reason


def test_a_feed_without_entries_is_rejected() -> None:
    assert "without entries" in only_rejected(_rss("")).reason


def test_a_summary_cut_by_the_feed_is_no_standfirst() -> None:
    item = (
        "<item><title>A</title><description>The ferry was late, and then […]</description>"
        "<content:encoded>&lt;p&gt;The ferry was late, the harbour master said, and then it sank "
        "at noon.&lt;/p&gt;</content:encoded></item>"
    )

    assert values(only_capture(_rss(item)), Field.STANDFIRST) == []


def test_rights_that_repeat_the_outlet_are_left_out_and_others_kept() -> None:
    text = "<description>Two tugs are on the way to the ferry.</description>"
    own, other = rows_of(
        _rss(
            f"<item>{text}<dc:publisher>T</dc:publisher><dc:rights>© 2026 T, all rights reserved</dc:rights></item>"
            f"<item>{text}<dc:rights>© 2026 Fjord Wire</dc:rights></item>"
        )
    )

    assert isinstance(own, Capture)
    assert isinstance(other, Capture)
    assert "© 2026 Fjord Wire" in values(other, Field.NOTICE)
    assert values(own, Field.NOTICE) == ["the feed gives a summary only"]


def test_an_author_s_name_is_taken_out_of_a_mailbox() -> None:
    text = "<description>Two tugs are on the way to the ferry.</description>"
    one, two, three = rows_of(
        _rss(
            f"<item>{text}<author>ms@t.example (Mira Solberg)</author></item>"
            f"<item>{text}<author>Mira Solberg &lt;ms@t.example&gt;</author></item>"
            f"<item>{text}<author>ms@t.example</author></item>"
        )
    )

    assert [values(row, Field.AUTHOR) for row in (one, two, three) if isinstance(row, Capture)] == [
        ["Mira Solberg"],
        ["Mira Solberg"],
        [],
    ]


def test_prose_about_feeds_is_no_feed() -> None:
    rows = rows_of(b"An <rss> element holds a <channel>, the editor wrote on Monday.\nIt is so.")

    assert captures_of_rows(rows)[0].format == "text"


def test_a_page_that_links_a_feed_is_a_page() -> None:
    page = b'<html><head><link type="application/rss+xml" href="/rss"></head><body><p>A</p></body></html>'

    assert captures_of_rows(rows_of(page))[0].form is Form.HTML
