"""The shipped networks on invented sentences, and what they must do with any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.attribute.labelling import Floats
from firsthand.attribute.pieces import Ints
from firsthand.attribute.tagger import Tagged, Tagger, shipped_tagger
from firsthand.domain import Reading
from firsthand.errors import PlanError
from firsthand.extract import plain_article
from firsthand.tables import weights
from firsthand.tables.attributions import AttributionNetworks


def _tagged(text: str) -> tuple[Reading, list[Tagged]]:
    reading = Annotator().read(plain_article(text, item="a"))
    return reading, shipped_tagger().find(text, reading.tokens, reading.sentences)


def _words(reading: Reading, tokens: tuple[int, ...]) -> str:
    text = reading.article.text
    return " ".join(text[reading.tokens[at].start : reading.tokens[at].end] for at in tokens)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour master said the ferry would sail on Monday.",
            "The harbour master",
            "said",
            "the ferry would sail on Monday",
        ),
        (
            "The ferry would sail on Monday, according to the harbour master.",
            "the harbour master",
            "according to",
            "The ferry would sail on Monday",
        ),
        (
            '"The pumps failed," Ada Okoye told reporters. "We had no choice."',
            "Ada Okoye",
            "told",
            "The pumps failed",
        ),
    ],
)
def test_cue_source_and_content_are_marked(text: str, source: str, cue: str, content: str) -> None:
    reading, found = _tagged(text)

    assert len(found) == 1
    assert _words(reading, found[0].source) == source
    assert cue in _words(reading, found[0].cue)
    assert content in _words(reading, found[0].content)
    assert 0.5 < found[0].sure <= 1
    assert 0 < found[0].content_sure <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour at noon and reached the island an hour later.",
        "Rain fell. The streets were empty.",
        "—",
    ],
)
def test_nothing_is_marked_where_nobody_says_anything(text: str) -> None:
    assert _tagged(text)[1] == []


def test_parts_of_one_attribution_never_share_a_word() -> None:
    text = (
        'Ada Okoye said: "Ben Ruiz told us the lock was shut, and the crew confirmed it." '
        "The crew denied the report, the agency said, citing two officials."
    )
    _, found = _tagged(text)

    assert found
    for one in found:
        assert not set(one.cue) & set(one.source)
        assert not set(one.cue) & set(one.content)
        assert not set(one.source) & set(one.content)
        assert one.anchor in one.cue


def test_what_stands_in_another_window_changes_nothing() -> None:
    first = "The harbour master said the ferry would sail on Monday. " * 12
    rest = "\n\n".join(f"The council of ward {at} met and voted on the budget." for at in range(60))
    text = f"{first}\n\n{rest}"
    found = _tagged(text)[1]
    longer = _tagged(f"{text}\n\n{'The mayor denied the report in a letter. ' * 40}")[1]

    assert found
    assert longer[: len(found)] == found
    assert len(longer) > len(found)


def test_damaged_networks_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path(weights.__file__).parent / "data"
    for name in ("attributions", "minilm"):
        (tmp_path / name).mkdir()
        for file in (real / name).iterdir():
            (tmp_path / name / file.name).write_bytes(file.read_bytes()[:1000])
        (tmp_path / name / "card.json").write_bytes((real / name / "card.json").read_bytes())
    monkeypatch.setattr(weights, "_DATA", tmp_path)
    weights.card.cache_clear()
    with pytest.raises(PlanError, match="damaged"):
        AttributionNetworks()
    weights.card.cache_clear()


def test_a_text_that_is_not_parsed_is_not_read_by_the_networks() -> None:
    text = "Der Hafen bleibe gesperrt, sagte die Hafenmeisterin."
    reading = Annotator().read(plain_article(text, item="a", language="de"))

    assert reading.sentences
    assert statements(reading, tagger=Tagger(_Unused())) == ()


class _Unused:
    """Networks that nobody may ask."""

    @property
    def steps(self) -> Floats:
        raise AssertionError

    @property
    def tokenizer(self) -> Any:
        raise AssertionError

    def states(self, given: dict[str, Ints]) -> tuple[Floats, ...]:
        raise AssertionError(given)

    def roles(self, given: dict[str, Any]) -> Floats:
        raise AssertionError(given)
