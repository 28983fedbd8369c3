"""Properties of the count that hold for every story."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.corroborate import corroborate
from firsthand.domain import ClaimFinding, ClaimStory, Polarity, Side, SpeakerKind
from tests.corroborate.telling import Telling

Line = tuple[int, tuple[str, SpeakerKind], str, Polarity]

_SPEAKERS = [
    ("water board", SpeakerKind.BODY),
    ("town hall", SpeakerKind.BODY),
    ("Jan Wilk", SpeakerKind.PERSON),
    ("Ola Kos", SpeakerKind.PERSON),
    ("an official", SpeakerKind.ANONYMOUS),
]
_TAILS = [
    "",
    " after a briefing by the town hall",
    " citing a report by the water board",
    " and measured it",
]

_lines = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(_SPEAKERS),
        st.sampled_from(_TAILS),
        st.sampled_from([Polarity.AFFIRMS, Polarity.AFFIRMS, Polarity.DENIES, Polarity.NEITHER]),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


def told(lines: list[Line]) -> Telling:
    telling = Telling()
    texts: dict[str, list[str]] = {}
    for number, (home, (speaker, _), tail, _) in enumerate(lines):
        texts.setdefault(f"a{home}", []).append(
            f"The lock number {number} is broken{tail}, {speaker} said."
        )
    for name, sentences in texts.items():
        telling.article(name, " ".join(sentences))
    for number, (home, (speaker, kind), tail, polarity) in enumerate(lines):
        telling.said(
            f"a{home}",
            f"The lock number {number} is broken{tail}",
            speaker,
            kind=kind,
            polarity=polarity,
        )
    return telling


def judged(telling: Telling) -> ClaimFinding:
    return corroborate(telling.settled(), telling.claim()).claims[0]


@settings(max_examples=40, deadline=None)
@given(_lines)
def test_low_never_exceeds_high_and_high_is_the_number_of_origins_for(lines: list[Line]) -> None:
    finding = judged(told(lines))

    assert 0 <= finding.independent.low <= finding.independent.high
    assert finding.independent.high == sum(o.side is Side.FOR for o in finding.origins)


@settings(max_examples=40, deadline=None)
@given(_lines)
def test_adding_a_copy_never_changes_the_count(lines: list[Line]) -> None:
    telling = told(lines)
    before = judged(telling)
    telling.copy(min(telling.texts), "zcopy", outlet="Copy Courier")

    after = judged(telling)

    assert after.independent == before.independent
    assert after.status == before.status
    assert {(o.name, o.side) for o in after.origins} == {(o.name, o.side) for o in before.origins}


@settings(max_examples=40, deadline=None)
@given(_lines, st.randoms(use_true_random=False))
def test_the_order_of_articles_never_matters(lines: list[Line], random: Random) -> None:
    telling = told(lines)
    settled = telling.settled()
    readings = list(settled.readings)
    actors = list(settled.actors)
    random.shuffle(readings)
    random.shuffle(actors)
    mixed = type(settled)(
        story=settled.story, readings=tuple(readings), actors=tuple(actors),
        links=settled.links, groups=settled.groups,
    )  # fmt: skip

    assert corroborate(mixed, telling.claim()) == corroborate(settled, telling.claim())


@settings(max_examples=40, deadline=None)
@given(_lines)
def test_removing_the_only_article_of_an_origin_lowers_the_count(lines: list[Line]) -> None:
    # A removed denial may free a voice on the other side; this rule is about support alone.
    telling = told([(home, who, tail, Polarity.AFFIRMS) for home, who, tail, _ in lines])
    before = judged(telling)
    only = [o for o in before.origins if o.side is Side.FOR and len(o.articles) == 1]
    for origin in only:
        rest = telling.without(str(origin.articles[0]))
        after = judged(rest).independent.high if rest.mentions else 0
        others = sum(o.side is Side.FOR and o.articles == origin.articles for o in before.origins)

        assert after <= before.independent.high - min(others, 1)


def test_a_copy_of_unnamed_people_is_not_a_second_outlets_unnamed_people() -> None:
    telling = Telling()
    telling.article(
        "one", "The deal is off, an official said.", outlet="Gull Agency", wire="Gull Agency"
    )
    telling.said("one", "The deal is off", "an official", kind=SpeakerKind.ANONYMOUS)
    telling.copy("one", "two", outlet="Vistula Post")

    finding = judged(telling)

    assert finding.independent.high == 1
    assert finding.origins[0].articles == ("one", "two")


def test_no_claims_give_no_findings() -> None:
    telling = Telling()
    telling.article("one", "Nothing was said.")

    assert corroborate(telling.settled(), ClaimStory(claims=())).claims == ()
