"""The shipped judgements of reporting words."""

from __future__ import annotations

from firsthand.domain import Stance
from firsthand.tables.stances import stances


class TestTheShippedTable:
    """A word has one judgement for one shape of content, and the vocabulary of news is in it."""

    def test_no_word_is_judged_twice(self) -> None:
        rows = [row for rows in stances().cues.values() for row in rows]
        keys = [(row.words, row.pos, row.when, row.light) for row in rows]

        assert len(keys) == len(set(keys))

    def test_it_holds_the_reporting_vocabulary(self) -> None:
        by_stance = dict.fromkeys(Stance, 0)
        for rows in stances().cues.values():
            for row in rows:
                by_stance[row.stance] += 1

        assert sum(by_stance.values()) >= 900
        assert min(by_stance.values()) >= 25

    def test_what_refuses_negates_what_it_governs(self) -> None:
        assert all(
            row.stance is Stance.DECLINES
            for rows in stances().cues.values()
            for row in rows
            if row.turns
        )

    def test_a_word_of_a_row_is_found_under_its_first_part(self) -> None:
        for first, rows in stances().cues.items():
            assert all(row.words[0] == first for row in rows)
            assert [len(row.words) for row in rows] == sorted(
                (len(row.words) for row in rows), reverse=True
            )
