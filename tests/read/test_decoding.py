"""What is text, in which encoding, and what is refused with a remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.read.decoding import decoded

SENTENCE = "Die Fähre nach Ærø fiel am Montag aus, sagte die Reederei. „Wir warten“, hieß es."


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (SENTENCE.encode("utf-8-sig"), "utf-8-sig"),
        (SENTENCE.encode("utf-16"), "utf-16"),
        (SENTENCE.encode("cp1252"), "cp1252"),
    ],
)
def test_each_encoding_gives_the_same_text(raw: bytes, encoding: str) -> None:
    assert decoded("x", raw) == (SENTENCE, encoding)


def test_a_declared_encoding_is_used_where_utf8_does_not_fit() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Пожар потушен</body>'

    text, encoding = decoded("x", page.encode("cp1251"))

    assert "Пожар потушен" in text
    assert encoding == "cp1251"


def test_a_wrong_one_byte_declaration_gives_way_to_valid_utf8() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>Fähre</body>'

    text, encoding = decoded("x", page.encode())

    assert "Fähre" in text
    assert encoding == "utf-8"


def test_text_in_an_undeclared_foreign_encoding_is_detected() -> None:
    words = "В понедельник вечером пожар в порту был потушен, сообщила пожарная служба. " * 5

    text, _ = decoded("x", words.encode("cp1251"))

    assert text == words


def test_a_file_cut_within_a_character_is_still_utf8() -> None:
    raw = (SENTENCE * 20).encode()

    text, encoding = decoded("x", raw[: raw.rindex("“".encode()) + 1])

    assert encoding == "utf-8 (damaged)"
    assert text.startswith(SENTENCE)


def test_line_ends_are_unified() -> None:
    assert decoded("x", b"one\r\ntwo\rthree\n")[0] == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x00\x01\x02binary", "binary"),
        (b"\x01\x02\x03\x04\x05 words", "binary"),
        (b"\xff\xfe\x00", "cannot be decoded"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(raw: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        decoded("ferry.bin", raw)

    assert word in caught.value.why
    assert caught.value.hint
    assert caught.value.item == "ferry.bin"


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text, _ = decoded("x", raw)
    except InputError:
        return

    assert text.strip()
    assert "\r" not in text
