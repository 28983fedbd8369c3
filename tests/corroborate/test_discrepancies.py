from __future__ import annotations

from firsthand.corroborate import corroborate
from firsthand.domain import (
    Change,
    Claim,
    ClaimId,
    ClaimKind,
    ClaimMention,
    ClaimStory,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Manner,
    Passage,
    Polarity,
    SpeakerKind,
    Stance,
)
from tests.corroborate.telling import Telling


def shown(telling: Telling, story: ClaimStory | None = None) -> list[Discrepancy]:
    return list(corroborate(telling.settled(), story or telling.claim()).discrepancies)


def words(telling: Telling, passage: Passage) -> str:
    return passage.span.of(telling.texts[str(passage.article)])


def test_two_sides_are_an_open_denial() -> None:
    telling = Telling()
    telling.article(
        "one", "The dam is safe, the operator said. The dam is not safe, said the union."
    )
    telling.said("one", "The dam is safe", "operator")
    telling.said("one", "The dam is not safe", "union", polarity=Polarity.DENIES)

    (found,) = shown(telling)

    assert (found.type, found.state) == (DiscrepancyType.DENIAL, DiscrepancyState.OPEN)
    assert words(telling, found.a) == "The dam is safe"


def test_a_denial_of_the_reports_before_an_acknowledgement_is_superseded() -> None:
    telling = Telling()
    telling.article(
        "one", "The operator first dismissed the reports. On Friday it acknowledged the leak."
    )
    telling.said("one", "the reports", "operator", stance=Stance.DENIES, mention=False)
    telling.said("one", "the leak", "operator", stance=Stance.ACKNOWLEDGES)

    finding = corroborate(telling.settled(), telling.claim())

    assert finding.claims[0].status.value == "conceded"
    (found,) = finding.discrepancies
    assert (found.type, found.state) == (DiscrepancyType.DENIAL, DiscrepancyState.SUPERSEDED)


def rivals(telling: Telling, *, same_speaker: bool) -> ClaimStory:
    mentions = sorted(telling.mentions, key=lambda m: m.passage)
    first, second = (
        Claim(id=ClaimId(f"c{n}"), text="", kind=ClaimKind.FACT, mentions=(m,))
        for n, m in enumerate(mentions)
    )
    return ClaimStory(claims=(first, second), rivals=((first.id, second.id, "number"),))


def test_a_later_number_of_the_same_origin_is_an_update() -> None:
    telling = Telling()
    telling.article("one", "Nine people are hurt, the hospital said.", day="2031-05-06")
    telling.article("two", "Twelve people are hurt, the hospital said.", day="2031-05-07")
    telling.said("one", "Nine people are hurt", "hospital", on="2031-05-06")
    telling.said("two", "Twelve people are hurt", "hospital", on="2031-05-07")

    (found,) = shown(telling, rivals(telling, same_speaker=True))

    assert (found.type, found.state) == (DiscrepancyType.NUMBER, DiscrepancyState.SUPERSEDED)
    assert words(telling, found.a) == "Nine people are hurt"


def test_two_origins_with_two_numbers_differ() -> None:
    telling = Telling()
    telling.article("one", "Nine people are hurt, the hospital said.")
    telling.article("two", "Twelve people are hurt, the mayor said.")
    telling.said("one", "Nine people are hurt", "hospital")
    telling.said("two", "Twelve people are hurt", "mayor")

    (found,) = shown(telling, rivals(telling, same_speaker=False))

    assert found.state is DiscrepancyState.OPEN


def test_two_stated_bases_of_one_party_are_shown() -> None:
    telling = Telling()
    telling.article(
        "one", "The ministry confirmed the leak, following reports from Ruvian scientists."
    )
    telling.article(
        "two", "The ministry confirmed the leak. This followed a briefing by a Tamrian delegation."
    )
    telling.said("one", "the leak", "ministry", stance=Stance.CONFIRMS)
    telling.said("two", "the leak", "ministry", stance=Stance.CONFIRMS)

    (found,) = shown(telling)

    assert found.type is DiscrepancyType.BASIS
    assert words(telling, found.a) == "following reports from Ruvian scientists"


def quotes(one: str, two: str) -> tuple[Telling, ClaimStory]:
    telling = Telling()
    telling.article("one", f"“{one}” Jan Wilk said.")
    telling.article("two", f"Jan Wilk said: “{two}”")
    telling.said("one", one, "Jan Wilk", kind=SpeakerKind.PERSON, manner=Manner.DIRECT)
    telling.said("two", two, "Jan Wilk", kind=SpeakerKind.PERSON, manner=Manner.DIRECT)
    return telling, telling.claim()


def changes(one: str, two: str) -> list[Change]:
    telling, story = quotes(one, two)
    found = corroborate(telling.settled(), story).quotations
    return [v.change for q in found for v in q.variants]


def test_the_same_words_are_verbatim() -> None:
    said = "We shall rebuild the old lock by spring."

    assert changes(said, said) == [Change.VERBATIM, Change.VERBATIM]


def test_a_shorter_printing_is_truncated() -> None:
    assert changes(
        "We shall rebuild the old lock by spring, and we shall pay for it ourselves.",
        "We shall rebuild the old lock by spring",
    ) == [Change.VERBATIM, Change.TRUNCATED]


def test_other_words_inside_the_marks_are_altered_and_shown() -> None:
    one = "We shall rebuild the old lock by spring, whatever the price"
    two = "We shall rebuild the whole harbour by spring, whatever the price"
    telling, story = quotes(one, two)

    found = corroborate(telling.settled(), story)

    assert Change.ALTERED in [v.change for q in found.quotations for v in q.variants]
    assert [d.type for d in found.discrepancies] == [DiscrepancyType.QUOTATION]


def test_two_utterances_of_one_speaker_stay_apart() -> None:
    assert (
        changes(
            "We shall rebuild the old lock by spring.", "Nobody told me that the pumps had failed."
        )
        == []
    )


def test_what_does_not_differ_is_not_shown() -> None:
    telling = Telling()
    telling.article("one", "The dam is safe, the operator said.")
    telling.said("one", "The dam is safe", "operator")

    assert shown(telling) == []
    assert isinstance(telling.mentions[0], ClaimMention)
