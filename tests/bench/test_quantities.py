"""The gold of quantities is what its marks say, and its scorer counts what it says it counts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.quantities import build
from bench.quantities.score import LINES, errors, lemma, pairs, score

FOLDER = Path(build.__file__).parent
HALVES = [half for half in ("dev", "more", "held_out") if (FOLDER / f"{half}.marked").is_file()]
APPROXIMATORS = {None, "about", "at-least", "at-most", "nearly", "more-than", "less-than"}
CURRENCY = re.compile(r"[A-Z]{3}")


def _gold(half: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("half", HALVES)
def test_the_gold_is_what_its_marks_say(half: str) -> None:
    assert _gold(half) == build.rows(half)


@pytest.mark.parametrize("half", HALVES)
def test_spans_lie_on_words_and_do_not_overlap(half: str) -> None:
    for row in _gold(half):
        text, last = row["text"], 0
        assert "\n" not in text
        for one in row["quantities"]:
            words = text[one["start"] : one["end"]]
            assert last <= one["start"] < one["end"] <= len(text), row["id"]
            assert words == words.strip(), row["id"]
            assert not text[one["start"] - 1 : one["start"]].isalnum() or one["start"] == 0, row[
                "id"
            ]
            last = one["end"]


@pytest.mark.parametrize("half", HALVES)
def test_values_approximators_units_and_nouns_are_of_the_guide(half: str) -> None:
    guide = re.sub(r"\s+", " ", (FOLDER / "README.md").read_text(encoding="utf-8"))
    for row in _gold(half):
        for one in row["quantities"]:
            assert one["low"] <= one["high"], row["id"]
            assert one["approximator"] in APPROXIMATORS, row["id"]
            unit = one["unit"]
            assert unit is None or CURRENCY.fullmatch(unit) or unit in guide, (row["id"], unit)
            if one["noun"] is None:
                assert one["noun_start"] is one["noun_end"] is None, row["id"]
                continue
            phrase = row["text"][one["noun_start"] : one["noun_end"]].casefold()
            stem = one["noun"].casefold()
            stem = stem if stem in phrase else re.sub("^person$", "people", stem)
            stem = stem if stem in phrase else re.sub("man$", "men", stem)
            assert stem.rstrip("yf") in phrase, (row["id"], one["noun"], phrase)
            assert phrase == phrase.strip(" ,.;:"), row["id"]


def test_no_two_sentences_differ_only_in_their_numbers() -> None:
    shapes = [re.sub(r"\d+", "0", row["text"]) for half in HALVES for row in _gold(half)]

    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("half", HALVES)
def test_a_good_part_of_the_sentences_holds_no_quantity(half: str) -> None:
    gold = _gold(half)

    assert len(gold) >= {"dev": 300, "more": 250, "held_out": 150}[half]
    assert 0.15 < sum(not row["quantities"] for row in gold) / len(gold) < 0.35


def test_marks_become_offsets() -> None:
    row = build.read(
        r"Of {up to 1\u00a0200|1200 am|man@1} <1:men>, {a third|1/3} died; {$2m|2e6 USD|aid} in <aid>.",
        "x",
    )
    first, second, third = row["quantities"]

    assert row["text"] == "Of up to 1\u00a0200 men, a third died; $2m in aid."
    assert (first["low"], first["approximator"], first["noun"]) == (1200.0, "at-most", "man")
    assert row["text"][first["noun_start"] : first["noun_end"]] == "men"
    assert (second["low"], second["noun"], second["noun_start"]) == (0.333333, None, None)
    assert (third["unit"], row["text"][third["noun_start"] : third["noun_end"]]) == ("USD", "aid")


@pytest.mark.parametrize("line", ["{a|1", "{a|1|man} men", "{a|1 about nearly}", "a > b"])
def test_faulty_marks_are_refused(line: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        build.read(line, "x")


def _one(start: int, end: int, **more: Any) -> dict[str, Any]:
    plain = {"low": 3.0, "high": 3.0, "approximator": None, "unit": None, "noun": "person"}
    return {"start": start, "end": end, **plain, "noun_start": 6, "noun_end": 12, **more}


GOLD: list[dict[str, Any]] = [
    {"id": "a", "text": "about 30 people met two men.", "quantities": [_one(0, 8), _one(20, 23)]},
    {"id": "b", "text": "Route 66 is long.", "quantities": []},
]


def test_the_gold_scores_full_marks_and_silence_none() -> None:
    told = {row["id"]: row["quantities"] for row in GOLD}

    assert all(score(GOLD, told)[line]["f1"] == 100 for line in LINES)
    assert all(score(GOLD, {})[line]["f1"] == 0 for line in LINES)
    assert score(GOLD, told)["false alarms"] == 0
    assert errors(GOLD, told) == []


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"high": 4.0}, "value"),
        ({"approximator": "about"}, "approximator"),
        ({"unit": "metre"}, "unit"),
        ({"noun": "troop"}, "noun"),
        ({"noun": None}, "noun"),
        ({"noun_start": None, "noun_end": None}, "noun span"),
    ],
)
def test_each_line_loses_by_its_own_fault(change: dict[str, Any], lost: str) -> None:
    answer = score(GOLD, {"a": [_one(0, 8, **change), _one(20, 23)]})
    main = lost in ("value", "approximator", "noun")

    assert answer[lost]["f1"] == 50
    assert answer["place"]["f1"] == 100
    assert answer[LINES[0]]["f1"] == (50 if main else 100)
    others = set(LINES[2:]) - {lost}
    assert all(answer[line]["f1"] == 100 for line in others)


def test_a_number_told_in_a_sentence_without_one_is_a_false_alarm() -> None:
    told = {"a": GOLD[0]["quantities"], "b": [_one(6, 8)]}
    answer = score(GOLD, told)

    assert answer["false alarms"] == 100
    assert answer[LINES[0]]["precision"] == pytest.approx(66.67)
    (line,) = errors(GOLD, told)
    assert line.startswith("false alarm\tb\t")


@pytest.mark.parametrize("turned", [False, True])
def test_a_share_may_be_told_as_a_percentage(*, turned: bool) -> None:
    share = _one(0, 8, low=1 / 3, high=1 / 3)
    percent = _one(0, 8, low=33.33, high=33.33, unit="%")
    gold, told = (percent, share) if turned else (share, percent)
    answer = score([{**GOLD[0], "quantities": [gold]}], {"a": [told]})
    other = score([{**GOLD[0], "quantities": [gold]}], {"a": [{**told, "low": 0.4, "high": 40}]})

    assert answer[LINES[0]]["f1"] == answer["unit"]["f1"] == 100
    assert other["value"]["f1"] == other["unit"]["f1"] == 0


def test_two_predictions_on_one_number_are_one_right_and_one_wrong() -> None:
    told = {"a": [_one(0, 5, low=9.0), _one(6, 8), _one(20, 23)]}
    answer = score(GOLD, told)

    assert answer["place"]["recall"] == 100
    assert answer["place"]["precision"] == pytest.approx(66.67)


def test_lemmas_are_compared_without_case_plural_and_people() -> None:
    assert lemma("people") == lemma("persons") == lemma("Person") == "person"
    assert lemma("damages") == "damage"
    assert lemma("loss") == "loss"
    assert lemma("") is lemma(None) is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), max_size=6))
def test_every_quantity_is_in_exactly_one_pair(spans: list[tuple[int, int]]) -> None:
    told = [_one(start, start + size) for start, size in spans]
    gold = [_one(0, 8), _one(20, 23)]
    found = pairs(gold, told)

    assert sum(g is not None for g, _ in found) == 2
    assert sum(t is not None for _, t in found) == len(told)
