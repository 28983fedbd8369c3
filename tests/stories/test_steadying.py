from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import ArticleId, StoryId
from firsthand.stories.steadying import steadied

Odds = Mapping[tuple[str, str], float]


def steady(found: str, before: str, odds: Odds | None = None, *, other: float = 0.0) -> str:
    """Sets as words: "ab c" are two, and `before` likewise; odds between sets by their letters."""

    def fit(ones: Sequence[ArticleId], others: Sequence[Sequence[ArticleId]]) -> Sequence[float]:
        def between(one: str, two: str) -> float:
            return (odds or {}).get((one, two), (odds or {}).get((two, one), other))

        return [between("".join(sorted(ones)), "".join(sorted(each))) for each in others]

    told = {ArticleId(text): StoryId(f"t{one}") for one in before.split() for text in one}
    sets = [[ArticleId(text) for text in one] for one in found.split()]
    return " ".join("".join(one) for one in steadied(sets, told, fit, margin=2.0))


def test_with_nothing_known_nothing_changes() -> None:
    assert steady("ab c de", "") == "ab c de"


def test_a_story_is_divided_only_where_its_parts_are_clearly_apart() -> None:
    assert steady("ab c", "abc", {("c", "ab"): -1.9}) == "abc"
    assert steady("ab c", "abc", {("c", "ab"): -2.0}) == "ab c"


def test_stories_come_together_only_where_they_are_clearly_one() -> None:
    assert steady("abc", "ab c", {("ab", "c"): 1.9}) == "ab c"
    assert steady("abc", "ab c", {("ab", "c"): 2.0}) == "abc"


def test_a_new_text_goes_where_it_was_found() -> None:
    assert steady("abn c m", "ab c", other=-9.0) == "abn c m"


def test_a_new_text_among_two_stories_goes_to_the_one_it_fits_best() -> None:
    fits = {("n", "ab"): 0.5, ("n", "cd"): 1.0, ("o", "ab"): -1.0, ("o", "cd"): -0.5}

    assert steady("abcdno", "ab cd", fits) == "ab cdn o"


def test_new_texts_found_with_a_part_that_is_held_back_stand_alone_unless_they_fit() -> None:
    assert steady("ab cn", "abc", {("n", "abc"): -0.5}) == "abc n"
    assert steady("ab cn", "abc", {("n", "abc"): 0.5}) == "abcn"


@given(labels=st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 3)), min_size=1, max_size=9))
def test_every_text_is_in_one_set_and_nothing_indifferent_moves(
    labels: list[tuple[int, int]],
) -> None:
    texts = "abcdefghi"[: len(labels)]
    found: dict[int, str] = {}
    before: dict[int, str] = {}
    for text, (now, then) in zip(texts, labels, strict=True):
        found[now] = found.get(now, "") + text
        if then >= 0:
            before[then] = before.get(then, "") + text
    told = steady(" ".join(found.values()), " ".join(before.values()))

    assert sorted(told.replace(" ", "")) == list(texts)
    known = set().union(*before.values())
    kept = {"".join(text for text in one if text in known) for one in told.split()}
    assert kept - {""} == set(before.values())
