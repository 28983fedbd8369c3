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
        (SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be"),
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


@pytest.mark.parametrize(
    ("raw", "charset", "encoding"),
    [
        ("Пожар".encode("koi8-r"), "koi8-r", "koi8-r"),
        ("Пожар".encode(), "koi8-r", "utf-8"),
        ("火事".encode("shift_jis"), '"Shift_JIS"', "shift_jis"),
        ('<meta charset="cp1251">Пожар'.encode("cp1251"), "ISO-8859-1", "cp1251"),
        ('<meta charset="cp1251">Пожар'.encode("koi8-r"), "koi8-r", "koi8-r"),
        (b"The ferry sank.", "no-such-charset", "utf-8"),
        (b"The ferry sank.", "base64", "utf-8"),
        (b"The ferry sank.", "a\x00b", "utf-8"),
    ],
)
def test_what_the_protocol_states_is_used_unless_it_does_not_fit(
    raw: bytes, charset: str, encoding: str
) -> None:
    assert decoded("x", raw, charset=charset)[1] == encoding


@pytest.mark.parametrize(
    "text",
    [
        "OTTO von Bismarck went to Kiel.",
        "BMW builds cars, the paper says.",
        "ID3 is a tag.",
        "MZ is how programs begin.",
    ],
)
def test_prose_that_begins_like_a_picture_is_prose(text: str) -> None:
    assert decoded("x", text.encode())[0] == text


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"BM\x00\x10\x00\x00\x00\x00\x00\x00\x36\x00", "picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\x00\x00\x00\x20ftypavif", "picture"),
        (b"wOF2\x00\x01\x00\x00", "font"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7-Zip"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"\x7fELF\x02\x01\x01", "program"),
    ],
)
def test_files_without_text_are_named(raw: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        decoded("x", raw)

    assert word in caught.value.why
    assert caught.value.hint


def test_numbers_in_four_bytes_are_no_text() -> None:
    raw = b"".join(number.to_bytes(4, "little") for number in range(60, 1000))

    with pytest.raises(InputError, match="binary"):
        decoded("x", raw)
