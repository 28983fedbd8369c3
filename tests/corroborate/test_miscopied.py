from __future__ import annotations

from dataclasses import replace

from firsthand.corroborate import corroborate
from firsthand.domain import (
    Aligned,
    ArticleId,
    Candidate,
    Claim,
    ClaimId,
    ClaimKind,
    ClaimStory,
    CopyEdit,
    CopyEditKind,
    CopyLink,
    CopyRelation,
    DiscrepancyState,
    DiscrepancyType,
    Findings,
    Passage,
    Precision,
    Quantity,
    SettledStory,
    Span,
    Value,
    When,
    Where,
)
from tests.corroborate.telling import Telling

_NOTHING = ClaimStory(claims=())


def copied(
    original: str,
    copy: str,
    *edits: tuple[str, str, CopyEditKind],
    outlets: tuple[str, str] = ("Skerry Press", "Harbour Post"),
    relation: CopyRelation = CopyRelation.WHOLE,
    basis: str | None = "credit",
) -> tuple[Telling, SettledStory]:
    """A text and its copy, with the words that differ: ("815", "518", number); "" where there are none."""
    telling = Telling()
    telling.article("one", original, outlet=outlets[0])
    telling.article("two", copy, outlet=outlets[1])
    link = CopyLink(
        original=ArticleId("one"),
        copy=ArticleId("two"),
        relation=relation,
        share=0.9,
        direction_basis=basis,
        passages=(
            Aligned(
                a=Span(0, len(original)),
                b=Span(0, len(copy)),
                edits=tuple(
                    CopyEdit(
                        a=telling.span("one", a) if a else None,
                        b=telling.span("two", b) if b else None,
                        kind=kind,
                    )
                    for a, b, kind in edits
                ),
            ),
        ),
    )
    return telling, replace(telling.settled(), links=(link,))


def shown(telling: Telling, found: Findings) -> list[tuple[str, str]]:
    return [
        (one.a.span.of(telling.texts["one"]), one.b.span.of(telling.texts["two"]))
        for one in found.copy_changes
    ]


def test_a_number_changed_in_copying_is_shown_with_the_words_around_it() -> None:
    telling, settled = copied(
        "The flood drove 815 people from their homes.",
        "The flood drove 518 people from their homes.",
        ("815", "518", CopyEditKind.NUMBER),
    )

    found = corroborate(settled, _NOTHING)

    assert shown(telling, found) == [(telling.texts["one"], telling.texts["two"])]
    (told,) = found.discrepancies
    assert told.type is DiscrepancyType.NUMBER
    assert told.state is DiscrepancyState.OPEN
    assert told.text == "A copy prints 518 where the text copied has 815"


def test_of_two_printings_neither_is_called_the_copy_where_that_is_not_known() -> None:
    _, settled = copied("Of 12 boats one sank.", "Of 13 boats one sank.",
                        ("12", "13", CopyEditKind.NUMBER), basis=None)  # fmt: skip

    found = corroborate(settled, _NOTHING)

    assert not found.copy_changes[0].directed
    assert found.discrepancies[0].text == "Of two printings of one text one has 12, the other 13"


def test_a_later_text_of_the_same_outlet_supersedes_its_number() -> None:
    _, settled = copied("The storm killed 3 people.", "The storm killed 5 people.",
                        ("3", "5", CopyEditKind.NUMBER),
                        outlets=("Skerry Press (SKP)", "Skerry Press"))  # fmt: skip

    (told,) = corroborate(settled, _NOTHING).discrepancies

    assert told.state is DiscrepancyState.SUPERSEDED


def test_a_negation_left_out_is_found_where_the_copy_lacks_it() -> None:
    telling, settled = copied(
        "Talks were held. The road to Hafnir was not closed on Sunday, the office said.",
        "The road to Hafnir was closed on Sunday, the office said.",
        ("not", "", CopyEditKind.NEGATION),
    )

    found = corroborate(settled, _NOTHING)

    assert shown(telling, found) == [
        ("The road to Hafnir was not closed on Sunday", "The road to Hafnir was closed on Sunday")
    ]
    (told,) = found.discrepancies
    assert told.type is DiscrepancyType.DENIAL
    assert told.text == (
        "A copy prints “The road to Hafnir was closed on Sunday” where the text copied has "
        "“The road to Hafnir was not closed on Sunday”"
    )


def test_a_word_that_was_put_in_is_found_by_the_words_after_it_at_the_beginning() -> None:
    telling, settled = copied(
        "Rescuers reached the valley.", "No rescuers reached the valley.",
        ("", "No", CopyEditKind.NEGATION),
    )  # fmt: skip

    assert shown(telling, corroborate(settled, _NOTHING)) == [
        ("Rescuers reached the valley.", "No rescuers reached the valley.")
    ]


def test_a_passage_without_the_words_beside_an_edit_is_shown_whole() -> None:
    telling, settled = copied("It rained.", "Not so.", ("", "Not", CopyEditKind.NEGATION))

    assert shown(telling, corroborate(settled, _NOTHING)) == [("It rained.", "Not so.")]


def test_wording_and_quotations_are_told_elsewhere() -> None:
    _, reworded = copied("A big ship sank.", "A large ship sank.",
                         ("big", "large", CopyEditKind.WORDING))  # fmt: skip
    _, quoted = copied("“Of 12 one sank”", "“Of 13 one sank”", ("12", "13", CopyEditKind.NUMBER),
                       relation=CopyRelation.QUOTATION)  # fmt: skip

    assert corroborate(reworded, _NOTHING).copy_changes == ()
    assert corroborate(quoted, _NOTHING).copy_changes == ()


def test_one_day_under_two_names_is_no_change_and_another_day_is() -> None:
    telling, settled = copied("It sank on Monday.", "It sank yesterday.",
                              ("on Monday", "yesterday", CopyEditKind.DATE))  # fmt: skip

    def dated(day_in_copy: str) -> SettledStory:
        days = {"one": ("on Monday", "2031-05-05"), "two": ("yesterday", day_in_copy)}
        readings = tuple(
            replace(
                reading,
                times=(
                    When(
                        span=telling.span(reading.article.id, words),
                        kind="DATE", value=day, earliest=day, latest=day, precision=Precision.DAY,
                    ),
                ),
            )
            for reading in settled.readings
            for words, day in [days[reading.article.id]]
        )  # fmt: skip
        return replace(settled, readings=readings)

    assert corroborate(dated("2031-05-05"), _NOTHING).copy_changes == ()
    assert len(corroborate(dated("2031-05-04"), _NOTHING).copy_changes) == 1


def test_one_amount_in_words_and_figures_is_no_change() -> None:
    telling, settled = copied("It cost 1.5 million.", "It cost 1,500,000.",
                              ("1.5 million", "1,500,000", CopyEditKind.NUMBER))  # fmt: skip
    words = {"one": "1.5 million", "two": "1,500,000"}
    readings = tuple(
        replace(
            reading,
            quantities=(
                Quantity(span=telling.span(reading.article.id, words[reading.article.id]),
                         low=1.5e6, high=1.5e6),
            ),
        )
        for reading in settled.readings
    )  # fmt: skip

    assert corroborate(replace(settled, readings=readings), _NOTHING).copy_changes == ()


def test_a_changed_name_is_a_difference_of_place_only_where_both_are_places() -> None:
    telling, settled = copied("It sank off Vis.", "It sank off Hvar.",
                              ("Vis", "Hvar", CopyEditKind.NAME))  # fmt: skip
    spot = Candidate(geonameid=1, name="", kind="island", country="HR", lat=43.0, lon=16.0, score=1)
    readings = tuple(
        replace(
            reading,
            places=(Where(span=telling.span(reading.article.id, name), name=name, chosen=spot),),
        )
        for reading, name in zip(settled.readings, ("Vis", "Hvar"), strict=True)
    )
    placed = corroborate(replace(settled, readings=readings), _NOTHING)
    bare = corroborate(settled, _NOTHING)

    assert [one.type for one in placed.discrepancies] == [DiscrepancyType.PLACE]
    assert bare.discrepancies == ()
    assert len(bare.copy_changes) == 1


def kept_mentions(wording: str, *, basis: str | None) -> list[str]:
    """The articles that still put the claim worded so, of two that have 12 and 13."""
    original, copy = "A fire killed 12 people.", "A fire killed 13 people."
    telling, settled = copied(original, copy, ("12", "13", CopyEditKind.NUMBER), basis=basis)
    for name, text in (("one", original), ("two", copy)):
        telling.bare(name, text)
    (claim,) = telling.claim().claims
    told = ClaimStory(claims=(replace(claim, text=wording),))
    (finding,) = corroborate(settled, told).claims
    assert len(finding.claim.mentions) == 2, "the record of where it stands is kept"
    return [
        mention.passage.article
        for mention in finding.claim.mentions
        if mention.passage not in finding.otherwise
    ]


def test_a_copy_that_has_another_number_does_not_put_the_claim() -> None:
    assert kept_mentions("A fire killed 12 people", basis="credit") == ["one"]
    assert kept_mentions("A fire killed 12 people", basis=None) == ["one"]
    assert kept_mentions("A fire killed 13 people", basis="credit") == ["two"]


def test_where_the_wording_has_neither_number_the_copy_goes_if_it_is_known() -> None:
    assert kept_mentions("A fire killed people", basis="credit") == ["one"]
    assert kept_mentions("A fire killed people", basis=None) == ["one", "two"]


def test_a_claim_about_something_else_in_the_passage_keeps_both() -> None:
    original, copy = "Police came. A fire killed 12.", "Police came. A fire killed 13."
    telling, settled = copied(original, copy, ("12", "13", CopyEditKind.NUMBER))
    for name in ("one", "two"):
        telling.bare(name, "Police came.")
    (finding,) = corroborate(settled, telling.claim()).claims

    assert finding.otherwise == ()


def rival_of_a_text_and_its_copy(*, basis: str | None, other: str = "12") -> list[tuple[str, str]]:
    """Types and words of what differs: a text has 12, its copy 13, another account `other`."""
    original, copy = "A fire killed 12 people.", "A fire killed 13 people."
    telling, settled = copied(original, copy, ("12", "13", CopyEditKind.NUMBER), basis=basis)
    account = f"The blaze that killed {other} people is being looked into."
    telling.article("zed", account, outlet="Fjord Radio")
    telling.bare("one", original)
    telling.bare("two", copy)
    telling.bare("zed", account)
    settled = replace(telling.settled(), links=settled.links)
    numbers = {"one": "12", "two": "13", "zed": other}
    readings, values = [], {}
    for reading in settled.readings:
        name = str(reading.article.id)
        span = telling.span(name, numbers[name])
        quantity = Quantity(span=span, low=float(numbers[name]), high=float(numbers[name]))
        readings.append(replace(reading, quantities=(quantity,)))
        passage = Passage(reading.article.id, span)
        values[name] = Value(kind="number", number=quantity, passage=passage)
    put = [
        Claim(
            id=ClaimId(f"c{n}"),
            text="A fire killed 12 people" if n == 0 else account,
            kind=ClaimKind.FACT,
            mentions=tuple(m for m in telling.mentions if m.passage.article in names),
            values=tuple(values[name] for name in names),
        )
        for n, names in enumerate((("one", "two"), ("zed",)))
    ]
    told = ClaimStory(claims=tuple(put), rivals=((put[0].id, put[1].id, "number"),))
    found = corroborate(replace(settled, readings=tuple(readings)), told)
    return [(one.type.value, one.text.partition(":")[0]) for one in found.discrepancies]


def test_a_misprint_makes_no_contradiction_between_the_text_copied_and_another() -> None:
    misprint = [("number", "A copy prints 13 where the text copied has 12")]

    assert rival_of_a_text_and_its_copy(basis="credit") == misprint


def test_an_account_that_differs_from_the_text_copied_is_still_a_contradiction() -> None:
    found = rival_of_a_text_and_its_copy(basis="credit", other="30")

    assert ("number", "The number differs") in found
    assert len(found) == 2


def test_of_two_printings_none_known_to_be_first_either_may_agree_with_another_account() -> None:
    for agreeing in ("12", "13"):
        found = rival_of_a_text_and_its_copy(basis=None, other=agreeing)
        assert [words for _, words in found] == [
            "Of two printings of one text one has 12, the other 13"
        ]
    assert len(rival_of_a_text_and_its_copy(basis=None, other="30")) == 2
