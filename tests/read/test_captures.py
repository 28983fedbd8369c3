"""The form of an input is judged from its content."""

from __future__ import annotations

import pytest

from firsthand.domain import Form
from firsthand.errors import InputError
from firsthand.read import MAX_BYTES, capture_from, form_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<!DOCTYPE html><html><body><p>A</p>", Form.HTML),
        ("\n<!-- saved --><HTML><p>A</p>", Form.HTML),
        ("<div><p>A</p><p>B</p><p>C</p></div>", Form.HTML),
        ("A fire broke out.\n\nIt was put out.", Form.TEXT),
        ("The <p> tag opens a paragraph, the editor wrote.", Form.TEXT),
        ("<3 was all she wrote.", Form.TEXT),
    ],
)
def test_the_form_is_sniffed(text: str, form: Form) -> None:
    assert form_of(text) is form


def test_the_mark_of_a_saved_page_gives_its_address() -> None:
    page = b"<!-- saved from url=(0031)https://valley.example/ferry --><html><body>A</body></html>"

    assert capture_from("ferry.html", page).url == "https://valley.example/ferry"


def test_a_page_s_own_claim_is_not_its_recorded_address() -> None:
    page = b'<html><head><link rel="canonical" href="https://big.example/"></head><body>A</body>'

    assert capture_from("ferry.html", page).url is None


def test_equal_bytes_have_equal_digests_and_other_bytes_do_not() -> None:
    one, two, three = (capture_from("x", raw).sha256 for raw in (b"ferry", b"ferry", b"fairy"))

    assert one == two != three


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"x" * (MAX_BYTES + 1), "limit"),
    ],
)
def test_what_is_no_article_file_is_refused(raw: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        capture_from("x", raw)

    assert word in caught.value.why
    assert caught.value.hint


def test_many_comments_before_the_page_are_passed_over_at_once() -> None:
    comments = "<!-- saved -->\n" * 15
    unclosed = "<!-- a --> <!-- b " * 4000

    assert form_of(f'<?xml version="1.0"?>{comments}<html><body>A</body></html>') is Form.HTML
    assert form_of(unclosed) is Form.TEXT
