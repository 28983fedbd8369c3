from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.brief.crediting import credit_of, unseen
from firsthand.domain import ArticleId, CopyGroup, Passage, Reason, Span
from tests.brief.copied_story import article, link, settled


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("HAFNIR (SKP) - Rain fell.\n\nIt went on.", "HAFNIR (SKP)"),
        ("By SKP staff\n\nRain fell.", "By SKP staff"),
        ("Rain fell.\n\n(SKP)", "(SKP)"),
        ("Rain fell.\n\nWith inputs from SKP.", "With inputs from SKP."),
        ("Rain fell.\n\nIt will rain again, SKP reported.", None),
        ("Rain fell on SKP’s masts.", None),
    ],
)
def test_the_credit_line_is_found_and_a_mention_is_none(text: str, line: str | None) -> None:
    credit = credit_of(article("a1", text, outlet="Tide Times", wire="SKP"))

    assert credit is not None
    assert (credit.passage and credit.passage.span.of(text)) == line


def test_a_wires_own_text_and_one_that_credits_nobody_have_no_credit() -> None:
    assert credit_of(article("a1", "Rain.", outlet="Skerry Press (SKP)", wire="SKP")) is None
    assert credit_of(article("a1", "HAFNIR (SKP) - Rain.", outlet="Tide Times")) is None


def test_the_reason_of_a_link_points_to_the_credit_first() -> None:
    one = article("a1", "Rain fell.", outlet="Skerry Press")
    two = article("a2", "Rain fell. Thanks to SKP.", outlet="Tide Times")
    where = Passage(ArticleId("a2"), Span(11, 25))
    pair = replace(
        link(one, two), reasons=(Reason(feature="credit line names the wire", evidence=(where,)),)
    )
    credit = credit_of(two, [pair])

    assert credit is not None
    assert (credit.words, credit.passage) == ("credit line names the wire", where)
    assert credit_of(one, [pair]) is None


def test_a_group_with_the_wires_own_text_is_not_unseen() -> None:
    one = article("a1", "Rain fell.", outlet="Skerry Press (SKP)")
    two = article("a2", "Rain fell.", outlet="Tide Times", wire="SKP")
    whole = CopyGroup(id="g", articles=(one.id, two.id), root=None, wire="SKP")
    cut = CopyGroup(id="g", articles=(two.id,), root=two.id, wire="SKP")

    assert list(unseen(settled([one, two], [], [whole]))) == []
    assert [copies for _, _, copies in unseen(settled([two], [], [cut]))] == [("a2",)]


def test_an_outlet_that_is_credited_and_not_at_hand_is_unseen_as_a_wire_is() -> None:
    one = article("a1", "Rain fell.", outlet="Tide Times", relayed_from=("The Hafnir Herald",))
    alone = CopyGroup(id="g", articles=(one.id,), root=one.id)
    herald = article("a2", "Snow fell.", outlet="Hafnir Herald")
    other = CopyGroup(id="h", articles=(herald.id,), root=herald.id)

    assert [name for name, *_ in unseen(settled([one], [], [alone]))] == ["The Hafnir Herald"]
    assert list(unseen(settled([one, herald], [], [alone, other]))) == []
