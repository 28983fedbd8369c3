"""Whatever is handed in: spans lie where they say, and the same input gives the same ids."""

from __future__ import annotations

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.domain import Article
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import capture_from

PROSE = "The coast guard said on Friday that the ferry had run aground in calm weather."
LINES = st.sampled_from(
    [
        PROSE,
        "“We heard a bang,” the mate told Lake Radio, and then he left.",
        "Ferry runs aground off Odda, twelve hurt",
        "By Siv Dahl",
        "Updated3 Mar 2021, 05:55 PM IST",
        "Also Read | Bus drivers end walkout",
        "The quay (Photo: A. Nyberg/Norlicht)",
        "(NLP)",
        "ODDA, Norway, March 3 (NLP) - The ferry sank on Friday, officials said.",
        "88.15",
        "© 2021 Fjord Media. All rights reserved.",
        "PRESS RELEASE",
        "Fjord Ledger, March 3, 2021",
        "Menu",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", " \n\t\n", "\u2028", "\n\n\n", "\x0c"])
DUMPS = st.lists(st.tuples(LINES | st.text(max_size=40), ENDS), min_size=1, max_size=14).map(
    lambda rows: "".join(line + end for line, end in rows)
)


def articles(text: str) -> list[Article]:
    try:
        return articles_from(capture_from("x", text.encode("utf-8", "replace")))
    except InputError:
        return []


def check(found: Article) -> None:
    end = 0
    for zone in found.zones:
        assert end <= zone.span.start < zone.span.end <= len(found.text)
        assert zone.span.start == end or found.text[end : zone.span.start] == "\n\n"
        end = zone.span.end
    assert end == len(found.text)
    for kept in found.kept:
        assert kept.text.of(found.text) == kept.raw.of(found.raw_text)
        assert kept.text.end - kept.text.start == kept.raw.end - kept.raw.start
    taken = sorted([one.raw for one in found.kept] + [one.span for one in found.furniture])
    for one, following in itertools.pairwise(taken):
        assert one.end <= following.start
    assert all(span.end <= len(found.raw_text) for span in taken)
    assert (found.published is None) == (found.published_basis.value == "unknown")


@given(DUMPS)
@example(PROSE + "\n" + PROSE)
@settings(max_examples=60, deadline=None)
def test_spans_of_a_dump_lie_where_they_say(text: str) -> None:
    for found in articles(text):
        check(found)
        assert len(found.kept) == len(found.zones)
        assert found == articles(text)[0]


@given(st.lists(st.tuples(st.sampled_from(["p", "h1", "div", "li", "a"]), LINES), max_size=12))
@settings(max_examples=30, deadline=None)
def test_spans_of_a_page_lie_where_they_say(rows: list[tuple[str, str]]) -> None:
    markup = "<!doctype html><html><title>Ferry - Ledger</title><body>" + "".join(
        f"<{tag}>{line}</{tag}>" for tag, line in rows
    )
    for found in articles(markup):
        check(found)
        assert found.id == articles(markup)[0].id


def test_the_file_s_name_does_not_enter_the_id() -> None:
    one, other = (articles_from(capture_from(name, PROSE.encode()))[0] for name in ("a", "b"))

    assert one.id == other.id
    assert one.item != other.item
