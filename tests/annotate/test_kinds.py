from __future__ import annotations

from functools import cache

import pytest

from firsthand.annotate import Annotator
from firsthand.annotate.kinds import Weighed, best_kind, weigh, with_features
from firsthand.annotate.names import names
from firsthand.annotate.wording import Wording
from firsthand.domain import MentionKind
from firsthand.extract import plain_article
from firsthand.tables.kindweights import kind_table

TEXT = (
    "GHENT, Belgium — Mayor Anna Petersen, 54, said the ferry Estonia left the village of Lillo.\n"
    "The Harbour Gazette reported that West Nile virus had reached Nairobi, Kenya.\n"
    "Petersen's wife, Mara Feld, works for Nordbank; its shares rose. Nobody met in the U.S."
)


@cache
def weighed() -> tuple[Weighed, ...]:
    article = plain_article(TEXT, item="invented")
    reading = Annotator().read_names(article)
    wording = Wording.of(article.text, reading.tokens, reading.sentences)
    return tuple(weigh(wording, name) for one in reading.sentences for name in names(wording, one))


def features(name: str) -> set[str]:
    return {feature for one in weighed() if one.name.text == name for feature in one.features}


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("GHENT", "region or country"),
        ("Anna Petersen", "title before"),
        ("Anna Petersen", "age after"),
        ("Estonia", "ship by a noun before"),
        ("Lillo", "place by a noun before"),
        ("Harbour Gazette", "outlet by its words"),
        ("West Nile", "disease after"),
        ("Nairobi", "country after a comma"),
        ("Mara Feld", "relative before"),
    ],
)
def test_a_name_has_the_features_of_what_stands_around_it(name: str, feature: str) -> None:
    if feature == "region or country":
        assert features(name) & {"region after a comma", "country after a comma"}
        return
    assert feature in features(name)


def test_every_feature_but_those_of_the_label_has_a_weight() -> None:
    found = {feature for one in weighed() for feature in one.features}
    bare = {feature for feature in found if not feature.startswith("label ")}
    assert bare <= set(kind_table().features)


def test_a_feature_decides_for_its_occurrence_alone() -> None:
    decided = {one.name.text for one in weighed() if one.decided}
    assert {"Estonia", "West Nile"} <= decided
    assert "Lillo" not in decided


def test_further_features_add_their_weights() -> None:
    one = next(one for one in weighed() if one.name.text == "Lillo")
    more = with_features(one, ["family name of a person named in full"])
    gained = more.weights.get(MentionKind.PERSON, 0.0) - one.weights.get(MentionKind.PERSON, 0.0)

    assert gained == pytest.approx(2.0)
    assert more.features[-1] == "family name of a person named in full"
    assert with_features(one, ()) is one


def test_of_equal_kinds_the_last_by_name_is_taken() -> None:
    assert best_kind({MentionKind.PERSON: 1.0, MentionKind.PLACE: 1.0}) is MentionKind.PLACE
