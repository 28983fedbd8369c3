from firsthand.corroborate import corroborate
from firsthand.domain import ClaimFinding, OriginKind, Polarity, Side, SpeakerKind, Status
from tests.corroborate.telling import Telling

WIRE = "Tatra News Post"


def judged(telling: Telling) -> ClaimFinding:
    return corroborate(telling.settled(), telling.claim()).claims[0]


def relayed(reworded: str) -> Telling:
    telling = Telling()
    telling.actor(WIRE, SpeakerKind.OUTLET)
    telling.actor("Jan Wilk", SpeakerKind.PERSON)
    telling.article("wire", "The old lock gate broke under heavy ice, Jan Wilk said.", outlet=WIRE)
    telling.article("paper", f"{reworded}, {WIRE} reported.")
    telling.said("wire", "The old lock gate broke under heavy ice", "Jan Wilk",
                 kind=SpeakerKind.PERSON)  # fmt: skip
    telling.said("paper", reworded, WIRE, kind=SpeakerKind.OUTLET)
    return telling


def test_an_agency_that_only_hands_on_is_no_origin() -> None:
    finding = judged(relayed("Heavy ice broke the gate of the old lock"))

    assert [origin.name for origin in finding.origins] == ["Jan Wilk"]
    assert len(finding.origins[0].articles) == 2
    assert finding.status is Status.SINGLE_ORIGIN


def test_what_the_agency_does_not_print_stays_with_the_agency() -> None:
    telling = relayed("Nobody warned the skippers on the river")
    telling.mentions = [m for m in telling.mentions if m.passage.article == "paper"]

    assert [origin.kind for origin in judged(telling).origins] == [OriginKind.OUTLET]


def test_the_copy_alone_is_traced_through_the_agency_text() -> None:
    telling = relayed("Heavy ice broke the gate of the old lock")
    telling.mentions = [m for m in telling.mentions if m.passage.article == "paper"]

    assert [origin.name for origin in judged(telling).origins] == ["Jan Wilk"]


def test_one_party_is_of_one_mind_on_one_day() -> None:
    telling = Telling()
    telling.actor("Harbour Guild", SpeakerKind.BODY)
    telling.article("one", "The gate is shut, the guild said. The gate is not shut, it said.")
    telling.said("one", "The gate is shut", "Harbour Guild")
    telling.said("one", "The gate is not shut", "Harbour Guild", polarity=Polarity.DENIES)

    assert [origin.side for origin in judged(telling).origins] == [Side.FOR]


def test_a_denial_of_something_else_is_not_against_the_claim() -> None:
    telling = Telling()
    telling.article("one", "The gate is shut, the guild said. Nobody was fined, the mayor said.")
    telling.said("one", "The gate is shut", "Harbour Guild")
    telling.said("one", "Nobody was fined", "Zator", polarity=Polarity.DENIES)

    assert {origin.side for origin in judged(telling).origins} == {Side.FOR}
