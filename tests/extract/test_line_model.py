"""The tagger of line roles: measures of a fixed shape, probabilities, one consistent reading."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extract.line_measures import FEATURES, measured
from firsthand.extract.line_model import LineTagger, Tags, line_tagger
from firsthand.extract.line_smoothing import KEPT_TAGS, reading_of
from firsthand.extract.lines import lines_of

PROSE = "The coast guard said on Friday that the ferry had run aground in calm weather near Odda."
MENU = ("Home", "World", "Markets", "Sport", "Log in", "Subscribe", "Menu", "Weather quiz")
PAGE = "\n".join(
    [
        *MENU,
        "Ferry runs aground off Odda",
        *(f"{PROSE} It was the {number}th ferry of the year." for number in range(4, 12)),
        *("Most read", "Heron returns to dock", "Ten soups", "Contact us", "© 2021 Fjord Media"),
    ]
)
ANY = st.lists(
    st.sampled_from(
        [PROSE, *MENU, "By Siv Dahl", "3 March 2021", "เรือข้ามฟาก", "渡轮在奥达附近搁浅。"]
    )
    | st.text(min_size=1, max_size=30),
    min_size=1,
    max_size=30,
).map("\n".join)


def test_one_row_a_line_and_one_column_a_measure() -> None:
    lines = lines_of(PAGE)

    table = measured(lines, line_tagger().lexicon)

    assert table.rows.shape == (len(lines), len(FEATURES))
    assert measured((), line_tagger().lexicon).rows.shape == (0, len(FEATURES))
    assert len(table.words) == len(table.owners)


def test_paragraphs_are_kept_and_menu_entries_are_not() -> None:
    lines = lines_of(PAGE)
    tagger = line_tagger()

    reading = reading_of(tagger, tagger.tags(lines))

    kept = [line.text for line, one in zip(lines, reading.kept, strict=True) if one]
    assert len(kept) == 8
    assert all(text.startswith(PROSE) for text in kept)


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_probabilities_of_each_line_add_up(text: str) -> None:
    lines = lines_of(text)

    tags = line_tagger().tags(lines)

    assert np.allclose(np.exp(tags.roles).sum(axis=1), 1, atol=1e-3)
    assert np.allclose(np.exp(tags.zones).sum(axis=1), 1, atol=1e-3)


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_what_is_kept_has_a_role_that_is_kept(text: str) -> None:
    tagger = line_tagger()

    reading = reading_of(tagger, tagger.tags(lines_of(text)))

    assert [role in KEPT_TAGS for role in reading.roles] == reading.kept.tolist()


def tags(kept: list[float], zones: list[tuple[float, float, float]]) -> tuple[LineTagger, Tags]:
    shipped = line_tagger()
    tagger = LineTagger(
        roles=("body", "navigation", "headline"),
        lexicon=shipped.lexicon,
        mean=shipped.mean,
        scale=shipped.scale,
        networks=(),
    )
    roles = np.array([[one, 0.9 * (1 - one), 0.1 * (1 - one)] for one in kept])
    return tagger, Tags(
        roles=np.log(roles).astype(np.float32), zones=np.log(np.array(zones)).astype(np.float32)
    )


@pytest.mark.parametrize(
    ("last", "expected"),
    [(0.9, [False, True, True, False, False]), (0.1, [False, True, True] + 2 * [False])],
)
def test_a_line_far_below_the_article_is_not_taken_up_again(
    last: float, expected: list[bool]
) -> None:
    above, within, below = (0.9, 0.05, 0.05), (0.05, 0.9, 0.05), (0.01, 0.01, 0.98)

    reading = reading_of(*tags([0.6, 0.9, 0.9, 0.1, last], [above, within, within, below, below]))

    assert reading.kept.tolist() == expected


def test_the_shipped_model_has_a_card() -> None:
    card = json.loads(files("firsthand.tables").joinpath("data/line_roles.json").read_text("utf-8"))

    assert card["made_by"] == "training/line_roles.py"
    assert card["roles"] == list(line_tagger().roles)
