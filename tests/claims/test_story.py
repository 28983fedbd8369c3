"""The claims of a story: what is one claim, what is not, and what must never matter."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims import claims
from firsthand.domain import (
    Aligned,
    Claim,
    ClaimStory,
    CopyLink,
    CopyRelation,
    Polarity,
    Quantity,
    Reading,
    SettledStory,
    Span,
    Stance,
)
from tests.claims.telling import Said, read, story

_PIER = (
    "A cargo barge hit the northern pier of Skarvik harbour on Monday night. "
    "The barge had lost its rudder before it hit the pier, harbour master Ida Lund said. "
    "Lund said the port will reopen on Friday."
)
_FERRY = (
    "The owner of the barge denied that the vessel had lost its rudder. "
    "The mayor of Skarvik called on the government to pay for a new pier."
)
_TOURISM = "Hotels in the valley reported a record summer, the tourist board said."


def _pier() -> Reading:
    return read(
        _PIER,
        "The Skarvik Post",
        (
            Said(
                content="The barge had lost its rudder before it hit the pier", speaker="Ida Lund"
            ),
            Said(content="the port will reopen on Friday", speaker="Ida Lund"),
        ),
    )


def _ferry() -> Reading:
    return read(
        _FERRY,
        "Fjord Radio",
        (
            Said(
                content="the vessel had lost its rudder",
                speaker="the owner of the barge",
                cue="denied",
                stance=Stance.DENIES,
            ),
            Said(
                content="the government to pay for a new pier",
                speaker="the mayor of Skarvik",
                cue="called on",
                stance=Stance.DEMANDS,
            ),
        ),
    )


def _tourism() -> Reading:
    return read(
        _TOURISM,
        "Valley Business",
        (
            Said(
                content="Hotels in the valley reported a record summer",
                speaker="the tourist board",
            ),
        ),
    )


def _holding(told: ClaimStory, settled: SettledStory, words: str) -> list[Claim]:
    texts = {r.article.id: r.article.text for r in settled.readings}
    return [
        claim
        for claim in told.claims
        if any(words in m.passage.span.of(texts[m.passage.article]) for m in claim.mentions)
    ]


def test_a_denial_in_another_paper_is_a_mention_of_the_claim_denied() -> None:
    settled = story(_pier(), _ferry(), _tourism())
    (claim,) = _holding(claims(settled), settled, "the vessel had lost its rudder")
    stands = {m.passage.article: m.polarity for m in claim.mentions}

    assert stands[_pier().article.id] is Polarity.AFFIRMS
    assert stands[_ferry().article.id] is Polarity.DENIES
    assert claim.text.startswith("The barge had lost its rudder")


def test_what_will_happen_is_no_claim_about_what_has_happened() -> None:
    past = read(
        "The port has reopened on Friday, the shipping office said.",
        "Northern Wire",
        (Said(content="The port has reopened on Friday", speaker="the shipping office"),),
    )
    settled = story(_pier(), past, _tourism())
    told = claims(settled)

    assert _holding(told, settled, "will reopen") != _holding(told, settled, "has reopened")


def test_unlike_statements_stay_apart() -> None:
    settled = story(_pier(), _ferry(), _tourism())
    for claim in claims(settled).claims:
        articles = {m.passage.article for m in claim.mentions}

        assert not (_tourism().article.id in articles and len(articles) > 1)


def test_alignments_carry_reasons_and_stand_between_mentions() -> None:
    settled = story(_pier(), _ferry(), _tourism())
    aligned = [a for claim in claims(settled).claims for a in claim.alignments]

    assert aligned
    assert all(a.reasons for a in aligned)


def _counted(text: str, outlet: str, words: str, number: str, speaker: str) -> Reading:
    reading = read(text, outlet, (Said(content=words, speaker=speaker),))
    start = text.index(number)
    quantity = Quantity(
        span=Span(start, start + len(number)),
        low=float(number),
        high=float(number),
        noun="passenger",
    )
    return replace(reading, quantities=(quantity,))


def test_other_numbers_of_the_same_people_are_rivals_not_one_claim() -> None:
    one = _counted(
        "The crash at the pier injured 14 passengers, police said.",
        "The Skarvik Post",
        "The crash at the pier injured 14 passengers",
        "14",
        "police",
    )
    two = _counted(
        "The crash at the pier injured 31 passengers, the hospital said.",
        "Fjord Radio",
        "The crash at the pier injured 31 passengers",
        "31",
        "the hospital",
    )
    told = claims(story(one, two, _tourism()))
    counts = [c for c in told.claims if "passengers" in c.text]

    assert len(counts) == 2
    assert told.rivals == ((min(c.id for c in counts), max(c.id for c in counts), "number"),)
    assert all([v.number.low for v in c.values if v.number] in ([14.0], [31.0]) for c in counts)


def test_a_number_is_a_claim_of_its_own_beside_the_general_one() -> None:
    one = _counted(
        "The crash at the northern pier injured 14 passengers, police said.",
        "The Skarvik Post",
        "The crash at the northern pier injured 14 passengers",
        "14",
        "police",
    )
    two = read(
        "The crash at the northern pier injured passengers, the hospital said.",
        "Fjord Radio",
        (
            Said(
                content="The crash at the northern pier injured passengers",
                speaker="the hospital",
            ),
        ),
    )
    told = claims(story(one, two, _tourism()))
    sizes = sorted(len(c.mentions) for c in told.claims if "passengers" in c.text)

    assert sizes == [1, 2]


def test_a_copy_with_a_changed_number_puts_the_same_claim() -> None:
    one = _counted(
        "The crash at the pier injured 14 passengers, police said.",
        "Northern Wire",
        "The crash at the pier injured 14 passengers",
        "14",
        "police",
    )
    two = _counted(
        "The crash at the pier injured 41 passengers, police said.",
        "Fjord Radio",
        "The crash at the pier injured 41 passengers",
        "41",
        "police",
    )
    ids = sorted((one.article.id, two.article.id))
    whole = Aligned(a=Span(0, 56), b=Span(0, 56), changed=True)
    link = CopyLink(
        original=ids[0], copy=ids[1], relation=CopyRelation.WHOLE, share=0.9, passages=(whole,)
    )
    told = claims(story(one, two, links=[link]))
    (claim,) = [c for c in told.claims if "passengers" in c.text]

    assert {m.passage.article for m in claim.mentions} == set(ids)


def test_own_voice_is_told_when_the_outlet_saw_it_itself() -> None:
    text = (
        "The harbour was quiet on some days of the spring. "
        "A Skarvik Post reporter saw a crane fall across the quay."
    )
    told = claims(story(read(text, "The Skarvik Post")))
    seen = [m for c in told.claims for m in c.mentions if m.witnessed]

    assert [m.statement for m in seen] == [None]
    assert all("reporter saw" in m.passage.span.of(text) for m in seen)


def test_an_empty_story_has_no_claims() -> None:
    assert claims(story(read("Read more. Subscribe now.", "The Skarvik Post"))).claims == ()


@settings(max_examples=6, deadline=None)
@given(st.permutations([0, 1, 2]))
def test_the_order_of_articles_never_matters(order: list[int]) -> None:
    readings = [_pier(), _ferry(), _tourism()]
    shuffled = replace(story(*readings), readings=tuple(readings[i] for i in order))

    assert claims(shuffled) == claims(story(*readings))


def test_a_repeated_article_adds_mentions_and_no_claims() -> None:
    once = story(_pier(), _ferry(), _tourism())
    again = read(
        _PIER,
        "Coast Herald",
        (
            Said(
                content="The barge had lost its rudder before it hit the pier", speaker="Ida Lund"
            ),
            Said(content="the port will reopen on Friday", speaker="Ida Lund"),
        ),
    )
    moved = replace(again, article=replace(again.article, id=type(again.article.id)("a-copy")))
    moved = replace(
        moved, statements=tuple(replace(s, article=moved.article.id) for s in moved.statements)
    )
    first, second = claims(once), claims(story(_pier(), _ferry(), _tourism(), moved))

    assert {c.text for c in second.claims} == {c.text for c in first.claims}
    assert {c.id for c in second.claims} == {c.id for c in first.claims}
    assert sum(len(c.mentions) for c in second.claims) > sum(len(c.mentions) for c in first.claims)


def test_every_mention_lies_inside_its_article() -> None:
    settled = story(_pier(), _ferry(), _tourism())
    lengths = {r.article.id: len(r.article.text) for r in settled.readings}
    for claim in claims(settled).claims:
        assert all(m.passage.span.end <= lengths[m.passage.article] for m in claim.mentions)
        assert list(claim.mentions) == sorted(claim.mentions, key=lambda m: m.passage)
