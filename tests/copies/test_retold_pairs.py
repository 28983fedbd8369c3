from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from firsthand.copies.retold.anchors import told
from firsthand.copies.retold.proposing import CROWD, PARTNERS, proposed
from firsthand.extract.plain import plain_article
from tests.copies.retold import cases


def test_every_retelling_is_proposed() -> None:
    texts = sorted(cases(), key=lambda case: case.article.id)
    cut = [told(case.article, at_most=60) for case in texts]
    wanted = {
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(texts), 2)
        if one.event == other.event and {one.name, other.name} == {"wire", "reworded"}
    }

    assert wanted <= set(proposed(cut))


def test_what_everybody_prints_proposes_nobody() -> None:
    line = "Police in Larvik held 3,412 people near Stavern and Sandefjord, said Inger Moe."
    crowd = [
        told(plain_article(f"{line} Report {n}.", item=str(n), outlet=f"Paper {n}"), at_most=9)
        for n in range(CROWD + 1)
    ]

    assert proposed(crowd) == ()
    assert proposed(crowd[:2]) == ((0, 1),)


def test_each_text_has_few_partners() -> None:
    line = "Police in Larvik held 3,412 people near Stavern and Sandefjord, said Inger Moe."
    crowd = [
        told(plain_article(f"{line} Report {n}.", item=str(n), outlet=f"Paper {n}"), at_most=9)
        for n in range(CROWD)
    ]

    assert len(proposed(crowd)) <= PARTNERS * len(crowd)


def test_days_apart_are_no_pair() -> None:
    one, other = (case.article for case in cases("strike")[:2])
    later = replace(other, published="2031-03-01")

    assert proposed([told(one, at_most=60), told(other, at_most=60)])
    assert not proposed([told(one, at_most=60), told(later, at_most=60)])
