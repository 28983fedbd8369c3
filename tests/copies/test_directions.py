"""The ladder of directions: credit, dateline, wire's own outlet, words, clock; and no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies import copy_groups, copy_links
from firsthand.copies.directions import root_of
from firsthand.copies.said import said
from firsthand.domain import Article, CopyGroup, CopyLink, CopyRelation
from firsthand.extract.plain import plain_article

# Invented coverage of an invented strike.
TEXT = [
    (
        "Dock workers in Paldiski laid down their tools at noon on Tuesday, leaving eleven ships "
        "unloaded in the outer harbour and a queue of lorries back to the ring road."
    ),
    (
        "The union wants the night shift to be paid as it was before the merger, its secretary Tiiu "
        "Rebane said at the gate. Talks had broken off on Monday after nine hours."
    ),
    (
        "The port's owner, Kalda Terminals, called the walkout illegal and said it would ask the "
        "labour court for an order in the course of the afternoon."
    ),
    (
        "Two of the ships carry fruit that will not keep beyond Friday. A third has cattle on board; "
        "a veterinarian was taken out to her by launch in the evening."
    ),
    (
        "A strike in the same port four years ago lasted for sixteen days and ended with a rise of "
        "three per cent, which the merger later undid."
    ),
]
LINE = "Subscribers of this paper can listen to every article on the way to work."


def article(
    paragraphs: list[str],
    outlet: str | None,
    published: str | None = None,
    *,
    title: str | None = "Strike empties the quays of Paldiski",
) -> Article:
    return plain_article(
        "\n\n".join(paragraphs),
        item=outlet or "paste",
        outlet=outlet,
        published=published,
        title=title,
    )


def dated(agency: str) -> list[str]:
    return [f"PALDISKI, Estonia ({agency}) — {TEXT[0]}", *TEXT[1:]]


def only_link(*articles: Article) -> CopyLink:
    (link,) = [x for x in copy_links(list(articles)) if x.relation is CopyRelation.WHOLE]
    return link


def only_group(*articles: Article) -> CopyGroup:
    (group,) = copy_groups(list(articles), copy_links(list(articles)))
    return group


def words_of_evidence(link: CopyLink, feature: str, *articles: Article) -> list[str]:
    texts = {one.id: one.text for one in articles}
    return [
        place.span.of(texts[place.article])
        for reason in link.reasons
        if feature in reason.feature
        for place in reason.evidence
    ]


def test_a_credit_line_points_to_the_outlet_it_names_whatever_the_clock_says() -> None:
    wire = article(TEXT, "Reuters", "2031-05-06T15:00")
    copy = article([*TEXT[:4], "(Reuters)"], "Harbour Post", "2031-05-06T14:00")
    link = only_link(wire, copy)

    assert (link.original, link.copy, link.direction_basis) == (wire.id, copy.id, "credit")
    assert words_of_evidence(link, "credit line names Reuters", wire, copy) == ["(Reuters)"]


def test_a_dateline_is_a_basis_of_its_own_and_is_shown() -> None:
    wire = article(dated("AFP"), "Agence France-Presse", "2031-05-06")
    copy = article(dated("AFP")[:4], "Harbour Post", "2031-05-06")
    link = only_link(wire, copy)

    assert (link.original, link.direction_basis) == (wire.id, "dateline")
    assert words_of_evidence(link, "dateline names AFP", wire, copy) == ["PALDISKI, Estonia (AFP)"]


def test_a_dateline_is_found_below_a_line_of_the_site() -> None:
    wire = article(dated("AFP"), "Agence France-Presse")
    copy = article([LINE, *dated("AFP")], "Harbour Post")

    assert only_link(wire, copy).direction_basis == "dateline"


def test_the_wires_own_text_is_the_root_where_nobody_credits_it() -> None:
    wire = article([*TEXT, LINE], "Press Trust of India", "2031-05-06T15:00")
    copy = article(TEXT[:4], "Harbour Post", "2031-05-06T14:00")
    link = only_link(wire, copy)

    assert (link.original, link.direction_basis) == (wire.id, "wire-outlet")


def test_an_agency_is_known_by_its_host_where_the_outlet_is_not_named() -> None:
    wire = replace(article(TEXT, None), url="https://www.reuters.com/world/strike")
    copy = article(TEXT[:4], "Harbour Post")

    assert root_of(said([wire, copy])).article == wire.id


def test_a_text_with_nothing_of_its_own_is_the_one_the_others_were_taken_from() -> None:
    first = article(TEXT, "Harbour Post", "2031-05-06T14:00")
    copies = [
        article(
            [*TEXT[:3], TEXT[3].replace("fruit", "fruit and flowers"), TEXT[4], LINE], "A Post"
        ),
        article(
            [LINE.replace("paper", "site"), *TEXT[:4], "More follows as we have it."], "B Post"
        ),
    ]
    links = copy_links([first, *copies])

    assert {(link.original, link.copy) for link in links} == {(first.id, c.id) for c in copies}
    assert {link.direction_basis for link in links} == {"containment"}
    assert all(any("nothing that no copy has" in r.feature for r in x.reasons) for x in links)


def test_of_equal_texts_the_earlier_stamp_tells_and_both_are_shown() -> None:
    first = article(TEXT, "Harbour Post", "2031-05-06T14:00")
    second = article(TEXT, "Quay Mirror", "2031-05-07")
    link = only_link(second, first)

    assert (link.original, link.direction_basis) == (first.id, "time")
    assert (
        "published 2031-05-06T14:00 (minute), the copy 2031-05-07 (day)"
        in [reason.feature for reason in link.reasons]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06", "2031-05-06T09:00"),
        ("2031-05", "2031-05-06"),
        (None, "2031-05-06T09:00"),
        (None, None),
    ],
)
def test_equal_texts_without_a_telling_stamp_have_no_direction(
    one: str | None, other: str | None
) -> None:
    pair = article(TEXT, "Harbour Post", one), article(TEXT, "Quay Mirror", other)
    link = only_link(*pair)

    assert (link.direction_basis, link.unseen_wire) == (None, None)
    assert link.original < link.copy
    assert only_group(*pair).root is None


def test_the_longer_of_two_uncredited_texts_may_be_a_sibling() -> None:
    pair = article(TEXT, "Harbour Post"), article([*TEXT[:3], LINE], "Quay Mirror")

    assert only_link(*pair).direction_basis is None


def test_a_text_that_says_it_was_taken_over_is_nobodys_model() -> None:
    notice = "(This story has not been edited by our staff and is auto-generated from a feed.)"
    pair = (
        article([*TEXT, notice], "Harbour Post", "2031-05-06"),
        article([*TEXT, notice], "Quay Mirror", "2031-05-08"),
    )

    assert only_link(*pair).direction_basis is None


def test_copies_of_a_wire_that_is_not_here_are_siblings_and_name_it_in_full() -> None:
    copies = (
        article(dated("PTI"), "Harbour Post", "2031-05-06T14:00"),
        article([*TEXT[:4], "With inputs from PTI"], "Quay Mirror", "2031-05-06T15:00"),
        article([*TEXT[:3], LINE], "Lock Courier", "2031-05-06T16:00"),
    )
    links = copy_links(list(copies))

    assert len(links) == 2
    assert {link.direction_basis for link in links} == {None}
    assert {link.unseen_wire for link in links} == {"Press Trust of India"}
    assert (only_group(*copies).root, only_group(*copies).wire) == (None, "Press Trust of India")
    shown = {words for x in links for words in words_of_evidence(x, "names PTI", *copies)}
    assert shown == {"PALDISKI, Estonia (PTI)", "With inputs from PTI"}


def test_a_forerunner_leads_the_copies_that_credit_nobody_and_no_others() -> None:
    first = article(TEXT, "Harbour Post", "2031-05-06T08:00")
    credits_it = article(dated("PTI"), "Quay Mirror", "2031-05-06T09:00")
    silent = article([*TEXT[:4], LINE], "Lock Courier", "2031-05-06T10:00")
    members = [first, credits_it, silent]
    directed = [x for x in copy_links(members) if x.direction_basis is not None]

    assert [(x.original, x.copy) for x in directed] == [(first.id, silent.id)]
    assert only_group(*members).wire == "Press Trust of India"
    later = [replace(first, published="2031-05-06T09:30"), credits_it, silent]
    assert all(x.direction_basis is None for x in copy_links(later))


def test_of_two_wires_credited_the_more_credited_is_the_groups_and_the_other_is_shown() -> None:
    copies = (
        article(dated("AP"), "Harbour Post"),
        article(dated("AP")[:4], "Quay Mirror"),
        article(dated("Reuters"), "Lock Courier"),
    )
    links = copy_links(list(copies))

    assert only_group(*copies).wire == "Associated Press"
    assert {link.unseen_wire for link in links} == {"Associated Press"}
    against = [r for x in links for r in x.reasons if "another wire, Reuters" in r.feature]
    assert against
    assert all(reason.score < 0 and reason.evidence for reason in against)


def test_of_two_wires_credited_as_often_the_earlier_credited_is_the_groups() -> None:
    copies = (
        article(dated("AP"), "Harbour Post", "2031-05-07"),
        article(dated("Reuters"), "Quay Mirror", "2031-05-06"),
    )

    assert only_group(*copies).wire == "Reuters"


def test_a_copy_that_credits_another_wire_than_the_one_at_hand_says_so() -> None:
    wire = article(TEXT, "Reuters", "2031-05-06")
    copy = article(dated("AP")[:4], "Harbour Post", "2031-05-06")
    link = only_link(wire, copy)

    assert (link.original, link.direction_basis) == (wire.id, "wire-outlet")
    assert any(reason.score < 0 for reason in link.reasons)


MANY = [
    article(dated("AP"), "Harbour Post", "2031-05-06T08:00"),
    article(dated("AP")[:4], "Quay Mirror", "2031-05-06"),
    article([*TEXT[:4], LINE], "Lock Courier"),
    article([*TEXT, "(Reuters)"], "Dyke Daily", "2031-05-06T07:00"),
    article([*TEXT[:3], "This article originally appeared in Quay Mirror."], "Pier News"),
    article(TEXT, "Weir Weekly", "2031-05-06T06:00"),
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(MANY), st.integers(min_value=2, max_value=6))
def test_the_order_of_articles_changes_no_direction(order: list[Article], count: int) -> None:
    some = order[:count]
    sorted_ = sorted(some, key=lambda one: one.id)

    assert copy_links(some) == copy_links(sorted_)
    assert copy_groups(some, copy_links(some)) == copy_groups(sorted_, copy_links(sorted_))
