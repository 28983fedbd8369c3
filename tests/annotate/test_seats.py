from __future__ import annotations

import pytest

from firsthand.annotate.seats import is_seat
from firsthand.domain import Mention, MentionKind, Span


def mention(text: str, name: str, kind: MentionKind = MentionKind.PLACE) -> Mention:
    start = text.index(name)
    return Mention(span=Span(start, start + len(name)), kind=kind, name=name)


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("Ann Lee, R-Texas, voted no.", "Texas", True),
        ("(D-Ore.) voted yes", "Ore.", True),
        ("DFL-Cook is his seat", "Cook", True),
        ("Ohio Rep. Sam Doe", "Ohio", True),
        ("a Montana congressman", "Montana", True),
        ("in Texas on Monday", "Texas", False),
        ("the Paris-Lyon line", "Lyon", False),
    ],
)
def test_a_seat_is_told_by_what_stands_beside_it(text: str, name: str, seat: bool) -> None:
    assert is_seat(text, mention(text, name), None) is seat


def test_a_person_of_a_place_speaks_for_it() -> None:
    text = "Ann Lee of Ohio spoke."
    person = mention(text, "Ann Lee", MentionKind.PERSON)

    assert is_seat(text, mention(text, "Ohio"), person)
    assert not is_seat(text, mention(text, "Ohio"), None)
