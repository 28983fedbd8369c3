from __future__ import annotations

from firsthand.tables.happenings import happening_words


def test_a_word_stands_in_its_sets_and_two_words_only_together() -> None:
    words = happening_words()

    assert words.sets("raid", ()) & words.sets("assault", ())
    assert not words.sets("raid", ()) & words.sets("marriage", ())
    assert words.sets("step", {"down"}) & words.sets("resignation", ())
    assert not words.sets("step", {"up"}) & words.sets("resignation", ())
    assert words.sets("zygote", ()) == frozenset()


def test_every_entry_is_one_or_two_small_words_and_no_set_names_one_thing_only() -> None:
    words = happening_words()

    entries = [
        *words.single,
        *words.pairs,
        *(two for each in words.pairs.values() for two, _ in each),
    ]
    assert all(entry == entry.lower() == entry.strip() != "" for entry in entries)
    sizes: dict[str, int] = {}
    pairs = [{name for _, name in each} for each in words.pairs.values()]
    for names in [*words.single.values(), *pairs]:
        for name in names:
            sizes[name] = sizes.get(name, 0) + 1
    assert min(sizes.values()) >= 2
