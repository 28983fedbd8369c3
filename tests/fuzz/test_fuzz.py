"""A short run of the fuzzer, and everything that it ever broke."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.holding import check
from tests.fuzz.mutations import broken, samples

_KNOWN = list(samples().values())
_NO_LONGER = 10.0
"""Seconds of this process: each took minutes when it was found and takes two at most now."""

_BROKEN = sorted((Path(__file__).parent / "broken").glob("*.bin"))


@settings(max_examples=120)
@given(st.integers(min_value=0, max_value=2**32))
def test_broken_samples_give_rows_and_nothing_else(seed: int) -> None:
    check(broken(_KNOWN, seed))


@settings(max_examples=60)
@given(st.binary(max_size=3000))
def test_any_bytes_give_rows_and_nothing_else(raw: bytes) -> None:
    check(raw)


@pytest.mark.parametrize("path", _BROKEN, ids=lambda path: path.stem)
def test_what_once_broke_a_reader_does_so_no_more(path: Path) -> None:
    started = time.process_time()

    check(path.read_bytes())

    assert time.process_time() - started < _NO_LONGER


def test_every_sample_can_be_read() -> None:
    assert len(_KNOWN) > 10
    for raw in _KNOWN:
        check(raw)
