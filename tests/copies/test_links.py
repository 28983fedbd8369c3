from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies import copy_groups, copy_link, copy_links
from firsthand.domain import Article, CopyRelation
from firsthand.extract.plain import plain_article

# Invented coverage: one wire text, what papers made of it, and texts that only look alike.
WIRE = [
    (
        "KOPER, Slovenia (Adriatic News) - A cargo ferry with 212 people on board ran aground off the "
        "Slovenian port of Koper on Thursday night after its rudder jammed, the harbour authority said."
    ),
    (
        "Nobody was hurt when the Marija Snow slid onto a sandbank about two miles from the breakwater "
        "shortly before 11 p.m., according to duty officer Jernej Koritnik."
    ),
    (
        '"The captain did everything that the manual asks for and then waited for us with great calm," '
        "Koritnik told reporters at the quay."
    ),
    (
        "Three tugs from Trieste pulled at the hull until dawn without moving it. A fourth, stronger "
        "one was expected from Rijeka in the course of the morning, the authority added."
    ),
    (
        "The operator, Lagoon Lines, said passengers had been given blankets, soup and a voucher, and "
        "that the next two sailings to Ancona were cancelled."
    ),
    (
        "The ferry was built in 1998 and refitted four years ago. Its last inspection, in March, found "
        "no fault with the steering gear, documents of the register of shipping show."
    ),
]
OWN = [
    (
        "Fishermen in Izola woke to an unusual sight on Friday: a white ferry, lit like a hotel, "
        "sitting on the sand where they set their nets in October."
    ),
    (
        "Breda Volk, who sells mussels at the pier, counted forty passengers at the rail. Some waved. "
        "One of them held up a small dog so that the people on shore could see that it was well."
    ),
    (
        "The sandbank has been on the charts for as long as anybody can remember. Local pilots call it "
        "the Widow and give it a wide berth after dark, whatever the plotter says."
    ),
    (
        "The town hall opened the gymnasium in case people were brought ashore, and by eight in the "
        "morning there were sixty camp beds, two doctors and more cake than anybody could eat."
    ),
]
RADIO = [
    (
        "Whoever tuned in to the maritime channel last night heard very little shouting. The ship had "
        "stopped, the lights were on, and a choir from Celje sang in the saloon."
    ),
    "Coast Radio spoke to six of those on board by telephone. All of them mentioned the soup.",
    (
        "Why the steering failed is for the maritime inspectors to find out; they took the recorder "
        "with them at noon and left through the back gate without a word to anybody."
    ),
]
OTHER = [
    (
        "The national library in Ljubljana will close its reading room for eleven weeks from Monday "
        "while the oak floor is taken up, its director Alenka Prijatelj said."
    ),
    (
        "Readers can order books at a counter in the entrance hall. Manuscripts stay in the vault, "
        "for they must not be moved in winter, and no exceptions will be made for anybody."
    ),
    (
        '"We know that it is the worst season for students," Prijatelj said in a letter to the deans. '
        "The work had been put off twice because the contractor went bankrupt."
    ),
]


def article(
    paragraphs: list[str],
    *,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Article:
    text = "\n\n".join(([title] if title else []) + paragraphs)
    return plain_article(
        text, item=outlet or "paste", outlet=outlet, title=title, published=published
    )


def wire() -> Article:
    return article(
        WIRE,
        outlet="Adriatic News",
        title="Ferry aground off Koper, 212 on board",
        published="2031-10-03T00:40+02:00",
    )


def cut() -> Article:
    """The first four paragraphs, one number changed."""
    return article(
        [WIRE[0].replace("212", "221"), *WIRE[1:4]],
        outlet="Karst Herald",
        title="Night on a sandbank",
        published="2031-10-03T07:10+02:00",
    )


def block() -> Article:
    """An own text that carries two paragraphs of the wire."""
    return article(
        [*OWN[:3], WIRE[3], WIRE[5], OWN[3]],
        outlet="Izola Voice",
        title="The ferry on the Widow",
        published="2031-10-03T12:00+02:00",
    )


def quoting() -> Article:
    """An own text with the officer's sentence."""
    return article(
        [RADIO[0], WIRE[2], *RADIO[1:]],
        outlet="Coast Radio",
        title="A calm captain",
        published="2031-10-03T13:30+02:00",
    )


def unrelated() -> Article:
    return article(
        OTHER,
        outlet="Ljubljana Courier",
        title="Reading room closes",
        published="2031-10-04T09:00+02:00",
    )


ALL = [wire(), cut(), block(), quoting(), unrelated()]


def test_a_cut_text_is_a_whole_copy_of_the_wire_and_a_changed_number_is_marked() -> None:
    link = copy_link(wire(), cut())
    assert link is not None
    assert link.relation is CopyRelation.WHOLE
    assert (link.original, link.copy) == (wire().id, cut().id)
    assert link.direction_basis == "dateline"
    assert link.share > 0.9
    assert any(passage.changed for passage in link.passages)


def test_an_own_text_with_paragraphs_of_the_wire_is_no_copy() -> None:
    link = copy_link(wire(), block())
    assert link is not None
    assert link.relation is CopyRelation.BLOCK
    assert all(not passage.changed for passage in link.passages)


def test_a_shared_utterance_is_a_quotation_and_joins_nothing() -> None:
    link = copy_link(wire(), quoting())
    assert link is not None
    assert link.relation is CopyRelation.QUOTATION
    groups = copy_groups([wire(), quoting()], [link])
    assert [len(group.articles) for group in groups] == [1, 1]


def test_texts_of_one_event_that_share_no_words_in_order_are_not_linked() -> None:
    assert copy_link(wire(), article(OWN, outlet="Izola Voice")) is None


def test_stock_phrases_do_not_link_independent_texts() -> None:
    phrase = "told reporters at the White House on Friday morning"
    one = article([f"The minister {phrase} that the bridge was safe to cross again.", *OWN])
    other = article([f"Her deputy {phrase} that no talks were planned this year.", *WIRE[3:5]])
    assert copy_link(one, other) is None


def test_the_headline_does_not_count() -> None:
    title = "Ferry with two hundred and twelve people aground off the port of Koper all night long"
    assert copy_link(article(OWN, title=title), article(WIRE, title=title)) is None


def test_a_link_is_the_same_whichever_text_comes_first() -> None:
    assert copy_link(cut(), wire()) == copy_link(wire(), cut())
    assert copy_link(quoting(), block()) == copy_link(block(), quoting())


def test_spans_lie_in_the_texts_and_hold_nearly_equal_words() -> None:
    texts = {one.id: one.text for one in ALL}
    links = copy_links(ALL)
    assert links
    for link in links:
        for passage in link.passages:
            original = passage.a.of(texts[link.original])
            copy = passage.b.of(texts[link.copy])
            assert len(original) == passage.a.end - passage.a.start
            assert len(copy) == passage.b.end - passage.b.start
            if passage.changed:
                assert original != copy
                same = sum(word in copy.split() for word in original.split())
                assert same >= 0.8 * len(original.split())
            else:
                assert original.split() == copy.split()


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_the_order_of_articles_never_matters(order: tuple[int, ...]) -> None:
    shuffled = [ALL[index] for index in order]
    assert copy_links(shuffled) == copy_links(ALL)
    assert copy_groups(shuffled, copy_links(shuffled)) == copy_groups(ALL, copy_links(ALL))


def test_an_unrelated_article_changes_nothing() -> None:
    without = ALL[:4]
    assert copy_links(without) == copy_links(ALL)
    groups = copy_groups(ALL, copy_links(ALL))
    rest = tuple(group for group in groups if unrelated().id not in group.articles)
    assert rest == copy_groups(without, copy_links(without))


def test_a_block_that_stands_in_several_copies_is_linked_once_to_the_wire() -> None:
    blocks = [link for link in copy_links(ALL) if link.relation is CopyRelation.BLOCK]
    assert [(link.original, link.copy) for link in blocks] == [(wire().id, block().id)]


def test_an_utterance_is_linked_to_the_text_that_has_it_first() -> None:
    statement = article(
        ["Statement of Lagoon Lines.", ("At no time was the rudder of our ship serviced by any "
         "person without a licence, and we reject every suggestion that it was."), OWN[3]],
        outlet="Lagoon Lines",
        published="2031-10-03",
    )  # fmt: skip
    said = (
        '"At no time was the rudder of our ship serviced by any person without a licence," the '
        "company wrote."
    )
    papers = [
        article([own, said], outlet=name, published="2031-10-05")
        for own, name in zip(OWN[:3], ("A Post", "B Post", "C Post"), strict=True)
    ]
    found = {(link.original, link.copy, link.relation) for link in copy_links([statement, *papers])}
    assert found == {(statement.id, one.id, CopyRelation.QUOTATION) for one in papers}


def test_both_relays_of_a_wire_that_is_not_here_have_no_direction() -> None:
    text = [WIRE[0].replace("Adriatic News", "AFP"), *WIRE[1:5]]
    one = article(text[:4], outlet="Karst Herald", published="2031-10-03")
    other = article(text, outlet="Gulf Sentinel", published="2031-10-05")
    (link,) = copy_links([one, other])
    assert link.direction_basis is None
    assert link.unseen_wire == "Agence France-Presse"
    (group,) = copy_groups([one, other], [link])
    assert (group.root, group.wire) == (None, "Agence France-Presse")


words = st.lists(
    st.sampled_from(["ferry", "sand", "Koper", "tug", "hull", "212", "pilot", "quay", "night", "lock", "soup", "rope"]),
    min_size=0, max_size=60,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(words, words, st.lists(st.sampled_from(WIRE + OWN), max_size=5))
def test_any_two_texts_give_a_symmetric_link_with_true_spans(
    before: list[str], after: list[str], shared: list[str]
) -> None:
    one = article([" ".join(["One.", *before]), *shared])
    other = article([*shared, " ".join(["Other.", *after])])
    link = copy_link(one, other)
    assert link == copy_link(other, one)
    if link is None:
        return
    texts = {one.id: one.text, other.id: other.text}
    assert 0 < link.share <= 1
    for passage in link.passages:
        assert passage.a.end <= len(texts[link.original])
        assert passage.b.end <= len(texts[link.copy])


def _ids(articles: list[Article]) -> set[str]:
    return {one.id for one in articles}


def test_every_article_is_in_exactly_one_group() -> None:
    groups = copy_groups(ALL, copy_links(ALL))
    members = [one for group in groups for one in group.articles]
    assert sorted(members) == sorted(_ids(ALL))
    (copies,) = [group for group in groups if len(group.articles) > 1]
    assert (set(copies.articles), copies.root) == (_ids([wire(), cut()]), wire().id)


def test_a_crowd_of_copies_is_one_group() -> None:
    copies = [
        article(WIRE[: 4 + index % 3], outlet=f"Paper {index}", published="2031-10-04")
        for index in range(66)
    ]
    groups = copy_groups([*copies, unrelated()], copy_links([*copies, unrelated()]))
    assert sorted(len(group.articles) for group in groups) == [1, 66]
