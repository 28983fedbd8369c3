from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.copies.groups import SHARE_BACK
from firsthand.copies.retold.anchors import Told
from firsthand.copies.retold.looking import Multilingual, second_look, with_second_look
from firsthand.domain import Article, CopyLink, CopyManner, CopyRelation
from firsthand.extract.plain import plain_article
from firsthand.tables.vectors import Vectors, encoder
from tests.copies.retold import cases


class _Kept:
    """The shipped encoder, which reads each sentence of these tests once."""

    def __init__(self) -> None:
        self._rows: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        self._rows |= dict(zip(new, encoder().encode(new), strict=True)) if new else {}
        return np.array([self._rows[text] for text in texts])


_KEPT = _Kept()


@pytest.fixture(autouse=True)
def _one_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.copies.retold.looking.encoder", lambda: _KEPT)


SHARED = Path(__file__).parents[2].parent / "shared"


def articles(*events: str) -> list[Article]:
    return [case.article for case in cases(*events)]


def by_outlet(found: Sequence[Article]) -> dict[str, Article]:
    return {article.outlet or "": article for article in found}


def grouped(found: Sequence[Article], links: Sequence[CopyLink]) -> list[set[str]]:
    outlets = {article.id: article.outlet or "" for article in found}
    return [
        {outlets[one] for one in group.articles}
        for group in copy_groups(found, links)
        if len(group.articles) > 1
    ]


def test_retellings_of_a_wire_are_linked_to_it_once_and_own_reports_to_nobody() -> None:
    texts = articles("strike")
    wire = by_outlet(texts)["Northern Press Agency"]

    found = second_look(texts, ())

    assert {link.original for link in found} == {wire.id}
    assert {link.copy for link in found} == {
        by_outlet(texts)["Tyne Evening Ledger"].id,
        by_outlet(texts)["Diario del Estrecho"].id,
    }


def test_a_translation_that_keeps_everything_is_one_text_with_what_it_translates() -> None:
    texts = articles("trial")

    (group,) = grouped(texts, second_look(texts, ()))

    assert group == {
        "Агенція Слобода", "Sloboda Agency", "Вестник Побережья", "Elbe-Rundschau",
        "Black Sea Monitor",
    }  # fmt: skip


def test_links_give_sentences_on_both_sides_and_reasons() -> None:
    texts = articles("flood")
    by_id = {article.id: article for article in texts}

    for link in second_look(texts, ()):
        original, copy = by_id[link.original], by_id[link.copy]
        assert link.manner is not CopyManner.WORDS
        assert 0 < link.share <= 1
        assert link.reasons[0].evidence
        assert any(reason.feature == SHARE_BACK for reason in link.reasons)
        assert list(link.passages) == sorted(link.passages, key=lambda one: one.a)
        for one in link.passages:
            assert one.a.end <= len(original.text)
            assert one.b.end <= len(copy.text)
            assert one.b.of(copy.text)[-1] in '.»”"'


def test_the_order_of_articles_changes_nothing() -> None:
    texts = articles("strike")

    results = {second_look(list(order), ()) for order in list(permutations(texts))[::47]}

    assert len(results) == 1


def test_an_unrelated_story_changes_nothing() -> None:
    alone = second_look(articles("strike"), ())
    ids = {link.copy for link in alone}

    together = second_look(articles("strike", "trial"), ())

    assert {link for link in together if link.copy in ids} == set(alone)


def test_a_changed_number_is_marked() -> None:
    texts = articles("flood")
    wire, told_over = by_outlet(texts)["Dinara News Agency"], by_outlet(texts)["Balkan Courier"]
    slipped = replace(told_over, text=told_over.text.replace("2,100", "2,700"))

    (link,) = second_look([wire, slipped], ())

    (changed,) = [one for one in link.passages if one.changed]
    sides = {changed.a.of(wire.text), changed.b.of(slipped.text)}
    assert any("2,100" in side for side in sides)
    assert any("2,700" in side for side in sides)


def test_one_outlet_does_not_copy_itself() -> None:
    texts = articles("flood")
    wire, told_over = by_outlet(texts)["Dinara News Agency"], by_outlet(texts)["Balkan Courier"]

    assert second_look([wire, told_over], ())
    assert not second_look([wire, replace(told_over, outlet=wire.outlet)], ())


def test_texts_weeks_apart_are_not_laid_beside_each_other() -> None:
    texts = articles("flood")
    wire, told_over = by_outlet(texts)["Dinara News Agency"], by_outlet(texts)["Balkan Courier"]

    assert not second_look([wire, replace(told_over, published="2031-12-24")], ())


def test_both_crediting_an_unseen_agency_are_siblings() -> None:
    texts = by_outlet(articles("flood"))
    two = [
        replace(texts[name], wire="Associated Press")
        for name in ("Balkan Courier", "The Skerry Mail")
    ]

    (link,) = second_look(two, ())

    assert link.relation is CopyRelation.WHOLE
    assert link.direction_basis is None
    assert link.unseen_wire == "Associated Press"
    assert any("Associated Press" in reason.feature for reason in link.reasons)


def test_copies_of_a_retelling_are_looked_at_once() -> None:
    texts = articles("strike")
    copied = by_outlet(texts)["Tyne Evening Ledger"]
    again = plain_article(copied.text, item="again", outlet="Wear Gazette", title=copied.title)
    several = [*texts, again]

    found = second_look(several, copy_links(several))

    assert len([link for link in found if link.manner is CopyManner.REWORDED]) == 1


def test_a_retelling_takes_the_place_of_a_shared_quotation() -> None:
    texts = by_outlet(articles("trial"))
    said = " Nordkessel of Hamburg paid back what it owed and has nothing more to say to anybody."
    two = [
        replace(one, text=one.text + f'\n\n"{said.strip()}" it said.', zones=one.zones)
        for one in (texts["Sloboda Agency"], texts["Black Sea Monitor"])
    ]
    quoted = CopyLink(
        original=min(one.id for one in two),
        copy=max(one.id for one in two),
        relation=CopyRelation.QUOTATION,
        share=0.1,
    )

    found = with_second_look(two, (quoted,))

    assert [link.manner for link in found] == [CopyManner.REWORDED]


def test_nothing_and_scraps_give_nothing() -> None:
    scrap = plain_article("Rain until Thursday. No trains.", item="x", outlet="Radio Una")
    unknown = [replace(one, language="und") for one in articles("strike")]

    assert second_look([], ()) == ()
    assert second_look([scrap, replace(scrap, outlet="Radio Due")], ()) == ()
    assert second_look(unknown, ()) == ()


def test_vectors_across_languages_have_a_say_where_they_are_given() -> None:
    texts = by_outlet(articles("flood"))
    two = [texts["Dinara News Agency"], texts["Alpenbote"]]

    def unlike(text: Told) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        side = 0 if text.article.language == "en" else 1
        rows = np.zeros((len(text.sentences), 2), dtype=np.float32)
        rows[:, side] = 1
        return rows

    never = Multilingual(encode=unlike, languages=frozenset({"en", "de"}), least=0.6)
    elsewhere = Multilingual(encode=unlike, languages=frozenset({"en", "fr"}), least=0.6)

    assert second_look(two, ())
    assert not second_look(two, (), multilingual=never)
    assert second_look(two, (), multilingual=elsewhere)


@pytest.mark.slow
def test_outlets_that_report_one_event_do_not_copy_each_other() -> None:
    folder = SHARED / "bench" / "stories" / "dev"
    if not folder.is_dir():
        pytest.skip("the public benchmark sets lie beside the project and are not here")
    texts = []
    for name in ("basil", "gvc"):
        with gzip.open(folder / f"stories_{name}.docs.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [
                plain_article(
                    row["text"], item=row["id"], title=row["title"] or None, outlet=row["outlet"]
                )
                for row in map(json.loads, lines)
            ]
    links = copy_links(texts)
    met: dict[frozenset[str], int] = defaultdict(int)
    for link in second_look(texts, links):
        met[frozenset((link.original, link.copy))] += 1

    assert len(list(combinations(texts, 2))) > 20_000
    assert not met
