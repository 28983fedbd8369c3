"""Photo credits, and what merely stands in brackets."""

from __future__ import annotations

import pytest

from firsthand.extract.photos import is_caption, photo_credits


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The quay (Photo: A. Nyberg/Norlicht Pictures)", ("A. Nyberg", "Norlicht Pictures")),
        (
            "The minister (Ilya Dorn, Tass, Palace Pool Photo via AP, File)",
            ("Ilya Dorn", "Tass", "Palace Pool Photo via AP"),
        ),
        ("A man walks by. Photo: Jo Dahl/AFP", ("Jo Dahl", "AFP")),
        ("De veerboot. Beeld: ANP", ("ANP",)),
        ("Паром в среду. Фото: РИА Новости", ("РИА Новости",)),
        ("Kuva: Lehtikuva", ("Lehtikuva",)),
        ("写真：共同通信", ("共同通信",)),
        ("Photograph: Siv Moe/The Valley Gazette", ("Siv Moe", "The Valley Gazette")),
        (
            "The quay (Photo: A. Nyberg/Norlicht)(A. Nyberg/Norlicht Photo)",
            ("A. Nyberg", "Norlicht", "Norlicht Photo"),
        ),
    ],
)
def test_credited_people_and_agencies_are_named_once(line: str, names: tuple[str, ...]) -> None:
    assert photo_credits(line) == names
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry (which was old) sank.",
        "He said so (as reported by AP) on Monday.",
        "The union (founded in 1921)",
        "",
    ],
)
def test_other_brackets_credit_nobody(line: str) -> None:
    assert photo_credits(line) == ()
