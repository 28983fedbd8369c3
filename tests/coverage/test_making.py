"""Generated stories: what is said to be true of them is true of their texts."""

import re
from collections import Counter

import pytest

from firsthand.domain import Article, CopyRelation
from tests.coverage import Coverage, coverage
from tests.coverage.kinds import kinds
from tests.coverage.truth import Basis, CopyKind


@pytest.fixture(scope="module")
def made() -> Coverage:
    return coverage(3, stories=18, articles_per_story=12, kinds=kinds())


@pytest.fixture(scope="module")
def by_key(made: Coverage) -> dict[str, Article]:
    return {article.item: article for article in made.articles}


def test_equal_seeds_give_equal_coverage_and_a_small_one_begins_a_large_one(
    made: Coverage,
) -> None:
    small = coverage(3, stories=2, articles_per_story=12, kinds=kinds())

    assert small.articles == made.articles[:24]


def test_every_kind_of_event_is_told(made: Coverage) -> None:
    assert len({story.kind for story in made.truth.stories}) == len(kinds()) >= 15


def test_zones_cover_the_text_and_the_first_is_the_headline(made: Coverage) -> None:
    for article in made.articles:
        printed = [zone.span.of(article.text) for zone in article.zones]

        assert "\n\n".join(printed) == article.text
        assert printed[0] == article.title


def test_the_language_is_clean(made: Coverage) -> None:
    faults = re.compile(
        r"[\[\]{}|<>]|\(n\)|  | [,.;]|\.\.|,,|\b(\w+) \1\b(?<!that that)(?<!had had)|\b[Aa] [aei]\w|\b[Aa]n [bcdfgjklmnpqrstvwyz]\w"
    )
    noisy = {one.article for one in made.truth.altered}
    found = [
        fault.group()
        for article in made.articles
        if article.item not in noisy
        for fault in faults.finditer(article.text)
    ]

    assert found == []


def test_changed_places_hold_what_they_were_changed_into(
    made: Coverage, by_key: dict[str, Article]
) -> None:
    assert len(made.truth.altered) >= 10
    for change in made.truth.altered:
        assert change.span.of(by_key[change.article].text) == change.after
        assert change.before != change.after


def test_quotations_stand_between_marks(made: Coverage, by_key: dict[str, Article]) -> None:
    said = {one.id: one for one in made.truth.utterances}
    for quote in made.truth.quotes:
        text = by_key[quote.article].text
        words = said[quote.utterance].words

        assert text[quote.span.start - 1] == "“"
        assert words is not None
        if quote.change == "verbatim":
            assert quote.span.of(text) == words


def test_mentions_are_sentences_that_come_after_what_they_report(
    made: Coverage, by_key: dict[str, Article]
) -> None:
    said = {one.id: one for one in made.truth.utterances}
    minute = {one.key: one.minute for one in made.truth.articles}
    for claim in made.truth.claims:
        for mention in claim.mentions:
            assert mention.span.of(by_key[mention.article].text)[-1] in ".”"
            if mention.utterance is not None:
                assert said[mention.utterance].minute < minute[mention.article]


def test_counts_and_status_of_claims_agree(made: Coverage) -> None:
    seen = Counter(claim.status for claim in made.truth.claims)
    for claim in made.truth.claims:
        sides = Counter(origin.side for origin in claim.origins)

        assert claim.low <= claim.independent <= claim.high == sides["for"]
        assert (claim.status == "disputed") <= (sides["against"] > 0)
        assert (claim.status == "corroborated") <= (claim.low >= 2 and not sides["against"])
        assert (claim.status == "single-origin") <= (claim.high == 1)

    assert len(seen) >= 7


def test_a_copy_has_a_source_that_was_there_first_or_an_unseen_one(made: Coverage) -> None:
    truth = {one.key: one for one in made.truth.articles}
    for one in made.truth.articles:
        if one.source is not None:
            assert truth[one.source].minute < one.minute
            assert one.kind is CopyKind.BLOCK or truth[one.source].group == one.group
        elif one.kind.is_whole:
            assert one.basis is Basis.UNSEEN
            assert one.group not in truth


def test_all_three_relations_occur_and_each_pair_once(made: Coverage) -> None:
    pairs = [(one.a, one.b) for one in made.truth.copies]

    assert {one.relation for one in made.truth.copies} == set(CopyRelation)
    assert len(set(pairs)) == len(pairs)
    assert all(a < b for a, b in pairs)


def test_differences_between_accounts_are_known_by_type_and_state(made: Coverage) -> None:
    found = {(one.type, one.state) for one in made.truth.discrepancies}

    assert {("number", "open"), ("number", "superseded"), ("denial", "open")} <= found
