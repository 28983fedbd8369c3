"""The same words between marks under two names are one voice."""

from firsthand.corroborate import corroborate
from firsthand.domain import ClaimFinding, Manner, SpeakerKind
from tests.corroborate.telling import Telling

WORDS = "We shut the gate at noon and not a minute later"


def judged(manner: Manner, second: str = WORDS) -> ClaimFinding:
    telling = Telling()
    telling.actor("Harbour Guild", SpeakerKind.BODY)
    telling.article("one", f"“{WORDS},” the guild said.")
    telling.article("two", f"“{second},” Old Rope said.")
    telling.said("one", WORDS, "Harbour Guild", kind=SpeakerKind.BODY, manner=manner)
    telling.said("two", second, "Old Rope", kind=SpeakerKind.PERSON, manner=manner)
    return corroborate(telling.settled(), telling.claim()).claims[0]


def test_one_sentence_between_marks_cannot_corroborate_itself() -> None:
    finding = judged(Manner.DIRECT)

    assert [origin.name for origin in finding.origins] == ["Harbour Guild"]
    assert (finding.independent.low, finding.independent.high) == (1, 1)
    assert any(
        "one utterance" in reason.feature for origin in finding.origins for reason in origin.reasons
    )


def test_a_part_of_the_sentence_is_the_same_utterance() -> None:
    finding = judged(Manner.DIRECT, "We shut the gate at noon")

    assert [origin.name for origin in finding.origins] == ["Harbour Guild"]


def test_other_words_and_indirect_reports_stay_two_voices() -> None:
    for finding in (
        judged(Manner.DIRECT, "The gate was shut when the bell rang twelve"),
        judged(Manner.INDIRECT),
    ):
        assert {origin.name for origin in finding.origins} == {"Harbour Guild", "Old Rope"}


def test_officials_of_unknown_bodies_do_not_raise_the_lower_count() -> None:
    lows = []
    for roles in ((), ("engineer",)):
        telling = Telling()
        telling.actor("Ida Hall", SpeakerKind.PERSON, roles=roles)
        telling.actor("Jon Reed", SpeakerKind.PERSON, roles=roles)
        telling.article("one", "The pier has cracks, Ida Hall said.")
        telling.article("two", "The pier has deep cracks, Jon Reed said.")
        telling.said("one", "The pier has cracks", "Ida Hall", kind=SpeakerKind.PERSON)
        telling.said("two", "The pier has deep cracks", "Jon Reed", kind=SpeakerKind.PERSON)
        count = corroborate(telling.settled(), telling.claim()).claims[0].independent
        lows.append((count.low, count.high))

    assert lows == [(2, 2), (1, 2)]
