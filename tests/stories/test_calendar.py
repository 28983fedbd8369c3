from __future__ import annotations

from firsthand.stories.calendar import Calendar


def test_one_wrong_stamp_moves_nothing_and_the_calendar_never_goes_back() -> None:
    calendar = Calendar()
    for day in (100, 100, 101, 999_999, 101, 3, 102):
        calendar.tick(day)

    assert calendar.today == 101
    for _ in range(40):
        calendar.tick(50)
    assert calendar.today == 101


def test_texts_without_a_day_tell_nothing() -> None:
    calendar = Calendar()
    calendar.tick(None)

    assert calendar.today is None
