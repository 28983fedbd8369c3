from __future__ import annotations

import pytest

from firsthand.corroborate import corroborate
from firsthand.domain import (
    ClaimFinding,
    ClaimKind,
    Manner,
    OriginKind,
    Polarity,
    Side,
    SpeakerKind,
    Stance,
    Status,
    StepBasis,
)
from tests.corroborate.telling import Telling


def judged(telling: Telling, kind: ClaimKind = ClaimKind.FACT) -> ClaimFinding:
    return corroborate(telling.settled(), telling.claim(kind)).claims[0]


def sides(finding: ClaimFinding) -> dict[str, str]:
    return {origin.name: origin.side.value for origin in finding.origins}


def test_a_bare_assertion_counts_for_nobody() -> None:
    telling = Telling()
    telling.article("one", "The bridge at Tarnow has been shut since Monday.")
    telling.bare("one", "The bridge at Tarnow has been shut")

    finding = judged(telling)

    assert finding.origins == ()
    assert (finding.independent.low, finding.independent.high) == (0, 0)
    assert finding.status is Status.UNATTRIBUTED


def test_a_speaker_counts_as_the_body_spoken_for() -> None:
    telling = Telling()
    telling.article("one", "The bridge is shut, harbour spokesman Jan Wilk said.")
    telling.article("two", "The bridge is closed, the harbour office said.")
    telling.said(
        "one", "The bridge is shut", "Jan Wilk", kind=SpeakerKind.PERSON, authority="harbour office"
    )
    telling.said("two", "The bridge is closed", "harbour office")

    finding = judged(telling)

    assert sides(finding) == {"harbour office": "for"}
    assert finding.origins[0].articles == ("one", "two")
    assert finding.status is Status.SINGLE_ORIGIN


def test_an_outlet_is_an_origin_where_it_says_that_it_saw() -> None:
    telling = Telling()
    telling.article("one", "A reporter of this paper saw two tugs leave.", outlet="Vistula Post")
    telling.bare("one", "saw two tugs leave", witnessed=True)

    finding = judged(telling)

    assert sides(finding) == {"Vistula Post": "for"}
    assert finding.origins[0].kind is OriginKind.OUTLET


def test_the_origin_of_an_intercept_is_whoever_released_it() -> None:
    telling = Telling()
    telling.article("one", "Sailors complain of bad fuel in a recording.")
    telling.actor("Coast Guard of Ruvia", SpeakerKind.BODY, authority="Coast Guard of Ruvia")
    telling.said(
        "one", "bad fuel", "sailors", kind=SpeakerKind.GROUP, relays=("Coast Guard of Ruvia", "Gull News"),
    )  # fmt: skip

    assert sides(judged(telling)) == {"Coast Guard of Ruvia": "for"}


def test_one_outlets_unnamed_people_count_once_and_two_outlets_raise_only_the_high_count() -> None:
    telling = Telling()
    telling.article("one", "The deal is off, an official said. It is dead, a second official said.")
    telling.article("two", "The deal is off, a person close to the talks said.")
    telling.said("one", "The deal is off", "official", kind=SpeakerKind.ANONYMOUS)
    telling.said("one", "It is dead", "second official", kind=SpeakerKind.ANONYMOUS)
    telling.said("two", "The deal is off", "person close to the talks", kind=SpeakerKind.ANONYMOUS)

    finding = judged(telling)

    assert (finding.independent.low, finding.independent.high) == (1, 2)
    assert finding.merges[0].reason.feature == "both unnamed: may be the same people"


def test_an_outlet_that_passes_another_origin_on_is_a_relay() -> None:
    telling = Telling()
    telling.article("one", "Two tugs sank, the port said.", outlet="Gull News")
    telling.article("two", "Two tugs sank, Gull News reported.")
    telling.said("one", "Two tugs sank", "port")
    telling.said("two", "Two tugs sank", "Gull News", kind=SpeakerKind.OUTLET)

    assert sides(judged(telling)) == {"port": "for"}


def test_talk_of_media_reports_is_nobodys() -> None:
    telling = Telling()
    telling.article("one", "Media reports say that the mayor resigned, Ola Kos said.")
    telling.said("one", "the mayor resigned", "media reports", kind=SpeakerKind.DOCUMENT)

    assert judged(telling).status is Status.UNATTRIBUTED


def test_opponents_are_not_counted_as_support() -> None:
    telling = Telling()
    telling.article("one", "The dam is safe, the operator said. It is not, said the union.")
    telling.said("one", "The dam is safe", "operator")
    telling.said("one", "It is not", "union", polarity=Polarity.DENIES)

    finding = judged(telling)

    assert sides(finding) == {"operator": "for", "union": "against"}
    assert finding.independent.high == 1
    assert finding.status is Status.DISPUTED
    assert finding.grade.ceiling == 4


def test_a_refusal_takes_no_position() -> None:
    telling = Telling()
    telling.article(
        "one", "The dam leaks, the union said. The operator declined to say whether it leaks."
    )
    telling.said("one", "The dam leaks", "union")
    telling.said("one", "whether it leaks", "operator", stance=Stance.DECLINES)

    assert sides(judged(telling)) == {"operator": "no_position", "union": "for"}


def test_a_party_that_denied_and_later_admits_has_conceded() -> None:
    telling = Telling()
    telling.article("one", "The tank does not leak, the operator said.", day="2031-05-06")
    telling.article("two", "The tank leaks, the operator admitted.", day="2031-05-08")
    telling.said(
        "one", "The tank does not leak", "operator", polarity=Polarity.DENIES, on="2031-05-06"
    )
    telling.said("two", "The tank leaks", "operator", stance=Stance.ACKNOWLEDGES, on="2031-05-08")

    finding = judged(telling)

    assert finding.status is Status.CONCEDED
    assert sides(finding) == {"operator": "for"}
    assert [(s.date, s.state, s.basis) for s in finding.history] == [
        ("2031-05-06", "denied", StepBasis.REPORTED),
        ("2031-05-08", "acknowledged", StepBasis.CHARACTERISED),
    ]


def test_an_affirmation_before_the_denial_is_no_concession() -> None:
    telling = Telling()
    telling.article("one", "The tank leaks, the operator said.", day="2031-05-06")
    telling.article("two", "The tank does not leak, the operator said.", day="2031-05-08")
    telling.said("one", "The tank leaks", "operator", on="2031-05-06")
    telling.said(
        "two", "The tank does not leak", "operator", polarity=Polarity.DENIES, on="2031-05-08"
    )

    finding = judged(telling)

    assert finding.status is Status.DISPUTED
    assert {origin.side for origin in finding.origins} == {Side.FOR, Side.AGAINST}


def test_an_originator_that_takes_its_report_back_has_retracted_it() -> None:
    telling = Telling()
    telling.article("one", "A reporter of Gull News heard a second blast.", outlet="Gull News")
    telling.article(
        "two", "Gull News withdrew its report of a second blast.", outlet="Vistula Post"
    )
    telling.bare("one", "heard a second blast", witnessed=True)
    telling.said(
        "two", "a second blast", "Gull News", kind=SpeakerKind.OUTLET, polarity=Polarity.DENIES
    )

    finding = judged(telling)

    assert finding.status is Status.RETRACTED
    assert any(reason.score < 0 for reason in finding.origins[0].reasons)


@pytest.mark.parametrize("kind", [ClaimKind.JUDGEMENT, ClaimKind.DEMAND, ClaimKind.UTTERANCE])
def test_only_facts_and_forecasts_get_a_support_status(kind: ClaimKind) -> None:
    telling = Telling()
    telling.article("one", "The plan is a scandal, the union said.")
    telling.said("one", "The plan is a scandal", "union")

    finding = judged(telling, kind)

    assert finding.status is Status.ATTESTED
    assert finding.grade.ceiling == 6


def test_an_utterance_is_attested_by_whoever_made_it_even_as_a_denial() -> None:
    telling = Telling()
    telling.article("one", "The operator called the claims invented.")
    telling.said(
        "one", "the claims invented", "operator", polarity=Polarity.DENIES, manner=Manner.MIXED
    )

    assert sides(judged(telling, ClaimKind.UTTERANCE)) == {"operator": "for"}
