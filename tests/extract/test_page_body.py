"""Which lines of a page are its article."""

from __future__ import annotations

from firsthand.extract.page_body import main_lines, told_of
from firsthand.extract.page_lines import page_view, parsed
from firsthand.extract.structured import page_facts

PROSE = "The harbour office said on Tuesday that the {} ferry would stay in port until the storm had passed."
NUMBERS = ("first", "second", "third", "fourth", "fifth")


def kept(body: str, *, head: str = "") -> list[str]:
    markup = (
        f"<html><head><title>Ferries stay in Odda</title>{head}</head><body>{body}</body></html>"
    )
    tree = parsed("page.html", markup)
    view = page_view(tree)
    main = main_lines(view, told_of(markup, view, page_facts(tree)))
    return [line.text for line, own in zip(view.lines, main, strict=True) if own]


def paragraphs(*numbers: str) -> str:
    return "".join(f"<p>{PROSE.format(one)}</p>" for one in numbers)


def test_an_article_is_told_from_what_is_around_it() -> None:
    found = kept(
        '<header><a href="/">The Fjord Ledger</a></header><article><h1>Ferries stay in Odda</h1>'
        f"{paragraphs(*NUMBERS)}</article>"
        '<section class="newsletter"><p>Sign up to have our letter sent to you each evening.</p></section>'
        "<footer><p>© 2021 Fjord Media. All rights reserved.</p></footer>"
    )

    assert [line for line in found if line.startswith("The harbour")] == [
        PROSE.format(one) for one in NUMBERS
    ]
    assert not any("letter sent" in line or "Fjord Media" in line for line in found)


def test_a_paragraph_that_stands_there_twice_is_kept_once() -> None:
    found = kept(f"<article><h1>Ferries stay in Odda</h1>{paragraphs(*NUMBERS, 'first')}</article>")

    assert found.count(PROSE.format("first")) == 1


def test_readers_comments_are_no_part_of_the_article() -> None:
    comment = '<div class="comment"><p>I have waited for the {} ferry for years, and nobody told me that it had gone.</p></div>'
    found = kept(
        f"<article><h1>Ferries stay in Odda</h1>{paragraphs(*NUMBERS)}</article>"
        '<section id="comments"><h2>Comments</h2>'
        + "".join(comment.format(one) for one in (*NUMBERS, "sixth", "seventh", "eighth", "last"))
        + "</section>"
    )

    assert PROSE.format("fifth") in found
    assert not any("I have waited" in line for line in found)


def test_a_page_too_long_to_be_measured_is_still_read() -> None:
    rows = "".join(f"<p>{PROSE.format(number)}</p>" for number in range(10_100))
    found = kept(f"<article><h1>Ferries stay in Odda</h1>{rows}</article>")

    assert len(found) > 10_000
