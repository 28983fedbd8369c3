"""The line model: features of a fixed shape, trees read as they were fitted."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np

from firsthand.extract.line_features import FEATURES, line_features
from firsthand.extract.line_model import LineModel, line_model, line_odds
from firsthand.extract.lines import lines_of

PROSE = "The coast guard said on Friday that the ferry had run aground in calm weather near Odda."
PAGE = "\n".join(
    [
        *("Home", "World", "Markets", "Sport", "Log in", "Subscribe", "Menu", "Weather quiz"),
        "Ferry runs aground off Odda",
        *([PROSE] * 6),
        *("Most read", "Heron returns to dock", "Ten soups", "Contact us", "© 2021 Fjord Media"),
    ]
)


def test_one_row_a_line_and_one_column_a_feature() -> None:
    lines = lines_of(PAGE)

    rows = line_features(lines)

    assert rows.shape == (len(lines), len(FEATURES))
    assert np.isfinite(rows).all()
    assert line_features(()).shape == (0, len(FEATURES))


def test_paragraphs_are_more_probable_than_menu_entries() -> None:
    lines = lines_of(PAGE)
    odds = line_odds(lines)

    paragraphs = [one for line, one in zip(lines, odds, strict=True) if line.text == PROSE]
    menu = odds[:8]

    assert min(paragraphs) > max(menu)
    assert max(menu) < 0


def test_the_odds_are_the_sum_of_the_leaves() -> None:
    model = LineModel(
        feature=np.array([[0, 0, 0]], dtype=np.int16),
        threshold=np.array([[5.0, 0.0, 0.0]], dtype=np.float32),
        left=np.array([[1, 0, 0]], dtype=np.int16),
        right=np.array([[2, 0, 0]], dtype=np.int16),
        leaf=np.array([[False, True, True]]),
        value=np.array([[0.0, -1.0, 2.0]], dtype=np.float32),
        base=0.5,
    )

    odds = model.odds(np.array([[5.0], [6.0]], dtype=np.float32))

    assert odds.tolist() == [-0.5, 2.5]


def test_the_shipped_model_has_a_card() -> None:
    card = json.loads(files("firsthand.tables").joinpath("data/line_roles.json").read_text("utf-8"))

    assert card["made_by"] == "training/line_roles.py"
    assert len(line_model().feature) == 120


def test_no_lines_have_no_odds() -> None:
    assert line_odds(()) == []
