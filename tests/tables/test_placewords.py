from __future__ import annotations

from firsthand.tables.actorwords import actor_words
from firsthand.tables.placewords import place_words


def test_the_lists_are_in_lower_case_and_longest_first_where_order_counts() -> None:
    words = place_words()

    assert all(word == word.lower() for word in words.directions | words.facility_words)
    assert list(words.region_prefixes) == sorted(
        words.region_prefixes, key=lambda word: (-len(word), word)
    )


def test_a_verb_is_of_the_place_or_of_the_government() -> None:
    words = actor_words()

    assert not words.place_verbs & words.addressed_verbs
    assert "warn" in words.addressed_verbs
    assert "wake" in words.place_verbs
