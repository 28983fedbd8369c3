"""The page model: trees as arrays, its inputs, and that the shipped one is what its card says."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest

from firsthand.extract.page_features import FEATURES, moved, page_features
from firsthand.extract.page_lines import PageView, page_view, parsed
from firsthand.extract.page_smoothing import SECOND, second_features
from firsthand.extract.page_told import Told
from firsthand.extract.page_trees import Trees, page_model, page_odds

PROSE = "The harbour office said on Tuesday that the {} ferry would stay in port until the storm had passed."
PAGE = (
    '<nav><ul><li><a href="/a">Fishing</a></li><li><a href="/b">Weather</a></li></ul></nav><main><article>'
    "<h1>Ferries stay in Odda</h1>"
    + "".join(f"<p>{PROSE.format(one)}</p>" for one in ("first", "second", "third", "fourth"))
    + '</article></main><aside class="related"><p><a href="/c">More from the harbour</a></p></aside>'
)


def view(body: str) -> PageView:
    return page_view(parsed("page.html", f"<html><body>{body}</body></html>"))


def test_a_row_falls_into_the_leaf_that_its_values_lead_to() -> None:
    trees = Trees(
        feature=np.array([[0, 1, 0], [1, 0, 0]], dtype=np.int32),
        threshold=np.array([[0.5, 2.0, 9.0], [1.0, np.inf, np.inf]], dtype=np.float32),
        value=np.array([[1, 2, 4, 8], [16, 0, 32, 0]], dtype=np.float32),
    )
    rows = np.array([[0, 1], [0, 3], [1, 0], [10, 5]], dtype=np.float32)

    assert trees.odds(rows).tolist() == [1 + 16, 2 + 32, 4 + 16, 8 + 32]
    assert trees.odds(rows[:0]).tolist() == []
    assert trees.odds(np.vstack([rows] * 600)).tolist() == trees.odds(rows).tolist() * 600


def test_neighbours_are_looked_up_within_the_page() -> None:
    table = np.array([[1.0], [2.0], [3.0]], dtype=np.float32)

    assert moved(table, 1).tolist() == [[2.0], [3.0], [-1.0]]
    assert moved(table, -2).tolist() == [[-1.0], [-1.0], [1.0]]
    assert moved(table, 3).tolist() == [[-1.0]] * 3


def test_every_line_is_measured_in_every_column() -> None:
    found = view(PAGE)
    measured = page_features(found, Told(titles=("Ferries stay in Odda",)))
    second = second_features(found, measured, np.zeros(len(found.lines)))

    assert measured.shape == (len(found.lines), len(FEATURES))
    assert second.shape == (len(found.lines), len(SECOND))
    assert len(set(FEATURES)) == len(FEATURES)
    assert len(set(SECOND)) == len(SECOND)
    assert np.isfinite(measured).all()
    assert np.isfinite(second).all()


@pytest.mark.parametrize("body", ["", "x", "<p></p>", "<p>One.</p>", "<li>1</li>" * 3])
def test_pages_with_hardly_a_line_are_judged_too(body: str) -> None:
    found = view(body)

    assert len(page_odds(found, Told())) == len(found.lines)


def test_paragraphs_are_likelier_article_text_than_menus_and_links() -> None:
    found = view(PAGE)
    odds = dict(zip([line.text for line in found.lines], page_odds(found, Told()), strict=True))
    body = [odds[PROSE.format(one)] for one in ("first", "second", "third", "fourth")]

    assert min(body) > 0
    assert max(odds["Fishing"], odds["Weather"], odds["More from the harbour"]) < 0


def test_the_shipped_model_is_the_one_on_its_card() -> None:
    folder = files("firsthand.tables").joinpath("data")
    card = json.loads(folder.joinpath("page_lines.json").read_text(encoding="utf-8"))

    assert sha256(folder.joinpath("page_lines.npz").read_bytes()).hexdigest() == card["sha256"]
    assert {"data", "date", "licence", "five_fold_by_site"} <= card.keys()
    assert page_model().first.feature.max() < len(FEATURES)
