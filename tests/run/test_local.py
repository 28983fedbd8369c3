from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pytest

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.run import Local


@dataclass(frozen=True)
class Halve:
    name = "halve"

    def open(self) -> Callable[[int], Iterable[int]]:
        def run(number: int) -> Iterable[int]:
            if number % 2:
                raise InputError(str(number), "is odd", "give even numbers")
            if number < 0:
                raise ValueError("negative")
            yield number // 2

        return run


@dataclass(frozen=True)
class Count:
    def key(self, item: int) -> str:
        return "even" if item % 2 == 0 else "odd"

    def fold(self, key: str, items: Sequence[int]) -> Iterable[tuple[str, int]]:
        yield key, len(items)


@dataclass(frozen=True)
class Total:
    def reduce(self, items: Iterable[int]) -> Iterable[int]:
        yield sum(items)


def test_a_refused_record_is_kept_with_its_reason_and_the_counts_add_up() -> None:
    local = Local()
    found = list(local.each(Halve(), [2, 3, 4], item_name=str))

    assert found == [1, 2]
    assert local.rejected == [
        Rejected(item="3", stage="halve", reason="is odd", hint="give even numbers")
    ]
    count = local.counts["halve"]
    assert (count.taken, count.given, count.rejected) == (3, 2, 1)


def test_any_other_error_stops_the_run_and_names_the_record() -> None:
    with pytest.raises(ValueError, match="negative") as caught:
        list(Local().each(Halve(), [-2], item_name=lambda number: f"number {number}"))

    assert caught.value.__notes__ == ["in stage 'halve', while working on number -2"]


def test_groups_come_in_the_order_of_their_keys() -> None:
    assert list(Local().grouped(Count(), [1, 2, 3])) == [("even", 1), ("odd", 2)]


def test_a_whole_stage_sees_every_record() -> None:
    assert list(Local().whole(Total(), iter([1, 2, 3]))) == [6]


def test_a_stage_is_opened_only_when_there_is_work() -> None:
    @dataclass(frozen=True)
    class Heavy:
        def open(self) -> Callable[[int], Iterable[int]]:
            raise AssertionError("opened")

    assert list(Local().each(Heavy(), [], item_name=str)) == []
