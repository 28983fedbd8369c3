from __future__ import annotations

from firsthand.corroborate import corroborate
from firsthand.domain import ClaimFinding, SpeakerKind, Status
from tests.corroborate.telling import Telling


def judged(telling: Telling) -> ClaimFinding:
    return corroborate(telling.settled(), telling.claim()).claims[0]


def test_two_bodies_that_each_measured_are_two() -> None:
    telling = Telling()
    telling.article("one", "Our own readings show ammonia in the canal, the water board said.")
    telling.article("two", "The town measured ammonia in the canal, the mayor's office said.")
    telling.said("one", "Our own readings show ammonia in the canal", "water board")
    telling.said("two", "The town measured ammonia in the canal", "mayor's office")

    finding = judged(telling)

    assert (finding.independent.low, finding.independent.high) == (2, 2)
    assert finding.status is Status.CORROBORATED
    assert finding.grade.ceiling == 2


def test_a_body_that_says_it_relies_on_another_is_merged_with_it_and_the_words_are_shown() -> None:
    telling = Telling()
    telling.article(
        "one",
        "The leak began in the galley, the coast guard found. The leak began there, the coroner said. "
        "We rely on the findings of the coast guard, the coroner added.",
    )
    telling.said("one", "The leak began in the galley", "coast guard")
    telling.said("one", "The leak began there", "coroner")
    telling.said("one", "We rely on the findings of the coast guard", "coroner", mention=False)

    finding = judged(telling)

    assert (finding.independent.low, finding.independent.high) == (1, 2)
    assert finding.status is Status.SEVERAL_VOICES
    merge = next(m for m in finding.merges if m.a == "coroner")
    assert merge.b == "coast guard"
    assert "rely on the findings" in merge.reason.feature


def test_organs_of_one_state_are_one_for_the_lower_count() -> None:
    telling = Telling()
    telling.article(
        "one",
        "We counted nine ships, the navy said. We counted nine ships too, the customs office said.",
    )
    telling.actor("navy", SpeakerKind.BODY, authority="navy", state="NO")
    telling.actor("customs office", SpeakerKind.BODY, authority="customs office", state="NO")
    telling.said("one", "We counted nine ships", "navy")
    telling.said("one", "We counted nine ships too", "customs office")

    finding = judged(telling)

    assert (finding.independent.low, finding.independent.high) == (1, 2)
    assert any(m.reason.feature == "organs of one state" for m in finding.merges)


def test_a_body_that_states_no_basis_never_raises_the_lower_count() -> None:
    telling = Telling()
    telling.article("one", "The pass is shut, the Ruvian transport ministry said.")
    telling.article("two", "The pass is shut, the rail company said.")
    telling.said("one", "The pass is shut", "Ruvian transport ministry")
    telling.said("two", "The pass is shut", "rail company")

    finding = judged(telling)

    assert (finding.independent.low, finding.independent.high) == (1, 2)
    assert any("basis of its own" in m.reason.feature for m in finding.merges)


def test_two_private_people_are_two() -> None:
    telling = Telling()
    telling.article("one", "We never met, Ola Kos said. I have never met her, Jan Wilk said.")
    telling.said("one", "We never met", "Ola Kos", kind=SpeakerKind.PERSON)
    telling.said("one", "I have never met her", "Jan Wilk", kind=SpeakerKind.PERSON)

    assert judged(telling).independent.low == 2
