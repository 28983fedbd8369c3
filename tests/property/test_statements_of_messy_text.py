"""What holds of the statements of any text, however broken: whoever reads them may rely on it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Reading, Statement
from firsthand.extract import plain_article
from tests.property.messy_news import messy_texts, parsed_anyhow


def _read(text: str) -> Reading:
    return Annotator().read(plain_article(text, item="messy", published="2026-01-05"))


def _hold_together(reading: Reading, found: tuple[Statement, ...]) -> None:
    """Spans stand in the text, in order; parents exist and lead nowhere twice; ids differ."""
    text = reading.article.text
    by_id = {one.id: one for one in found}

    assert len(by_id) == len(found)
    for one in found:
        assert one.article == reading.article.id
        assert one.content
        for part in (one.content, one.cue, one.source):
            for span in part:
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text) == span.of(text).strip()
            for before, after in pairwise(part):
                assert before.end <= after.start
        for reason in one.reasons:
            assert reason.feature
            for passage in reason.evidence:
                assert passage.article == reading.article.id
                assert passage.span.end <= len(text)
        assert one.speaker is None or one.speaker.strip()
        assert one.authority is None or one.authority.strip()
        assert all(relay.strip() for relay in one.relays)
        above = [one.id]
        while by_id[above[-1]].parent is not None:
            parent = by_id[above[-1]].parent
            assert parent in by_id
            assert parent not in above
            above.append(parent)


class TestAnyText:
    """Nothing raises; spans lie inside the text and in order; parents exist, without a circle."""

    @given(text=messy_texts)
    @settings(max_examples=30, deadline=None)
    def test_parsed_as_the_product_parses_it(self, text: str) -> None:
        reading = _read(text)

        _hold_together(reading, statements(reading))

    @given(reading=parsed_anyhow())
    @settings(max_examples=100, deadline=None)
    def test_parsed_as_no_parser_would(self, reading: Reading) -> None:
        _hold_together(reading, statements(reading))

    @given(text=messy_texts)
    @settings(max_examples=5, deadline=None)
    def test_read_anew_it_says_the_same(self, text: str) -> None:
        assert statements(_read(text)) == statements(_read(text))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 600,
        '"' * 601,
        "'" * 601,
        "said " * 500,
        "he said she said " * 100,
        "“No,” he said. " * 80,
        "“No, he said. " * 80,
        "No,” he said. " * 80,
        "\n\n".join(["“We shall see, he said."] * 60),
        "\n\n".join(['"'] * 100),
        "“‘" * 100 + "no" + "’”" * 100,
        "Lena Ostrow said " + "that Tomas Keller said " * 40 + "no.",
        "Lena Ostrow, " * 100 + "said no.",
        "According to " * 100 + "Keller.",
    ],
    ids=lambda text: f"{text[:18].strip()!r} … {len(text)}",
)
def test_what_is_long_and_senseless_is_read_to_its_end(text: str) -> None:
    reading = _read(text)

    _hold_together(reading, statements(reading))


def test_many_statements_of_one_person_are_read_in_seconds() -> None:
    """A live page may quote one person hundreds of times; work done anew for each pair of
    statements took minutes there. Processor time, so that a busy machine does not fail it."""
    line = "Lena Ostrow said on Monday that the ferry had left the port of Turku before dawn. "
    reading = _read(line * 150)
    started = time.process_time()
    found = statements(reading)

    assert len(found) == 150
    assert time.process_time() - started < 8
