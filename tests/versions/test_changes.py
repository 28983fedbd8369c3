from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import Article, Edit, EditKind
from firsthand.versions import edits_between
from firsthand.versions.changes import is_silent
from tests.versions.printings import FIRST, printing


def _edits(old: str, new: str, **known: str) -> tuple[Edit, ...]:
    """Of two versions that differ in their third paragraph."""
    before, after = ((*FIRST[:2], one, *FIRST[3:]) for one in (old, new))
    return edits_between(printing("a", before, **known), printing("b", after, **known))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("Rescuers found 14 people in the bus.", "Rescuers found 17 people in the bus.", ["number"]),
        ("Rescuers found fourteen people in the bus.", "Rescuers found seventeen people in the bus.", ["number"]),
        ("The damage comes to 1,400 kroner a metre.", "The damage comes to 1,500 kroner a metre.", ["number"]),
        ("The chief, Per Solberg, thanked them.", "The chief, Per Sollberg, thanked them.", ["name"]),
        ("The buses ran again on Monday in Larvik.", "The buses ran again on Tuesday in Larvik.", ["date"]),
        ("The road was opened on 4 May 2019 by the king.", "The road was opened on 5 May 2019 by the king.", ["date"]),
        ("The alarm came at 17:40 from a neighbour.", "The alarm came at 17:52 from a neighbour.", ["date"]),
        ("“It was very loud,” a neighbour told the paper.", "“It was deafening,” a neighbour told the paper.", ["quotation", "wording"]),
        ("A neighbour said that it was deafening and dusty.", "A neighbour said that it was “deafening and dusty”.", ["quotation"]),
        ("The mayor denied that the slope was unsafe.", "The mayor admitted that the slope was unsafe.", ["wording"]),
        ("The mayor said 3 of 5 houses are safe.", "The mayor said 5 of 3 houses are safe.", ["wording"]),
    ],
)  # fmt: skip
def test_a_change_has_its_kind(old: str, new: str, kinds: list[str]) -> None:
    (edit,) = _edits(old, new)

    assert [kind.value for kind in edit.kinds] == kinds
    assert (edit.before, edit.after) == (old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The chief said: “Stay away”.", 'The chief said: "Stay away".'),
        ("Some 1400 people watched – from the quay.", "Some 1,400 people watched - from the quay."),
        ("Twelve cars were hit", "12 cars were hit."),
        ("He said that's all.", "He said that’s all."),
    ],
)  # fmt: skip
def test_other_marks_and_ways_of_writing_are_no_change(old: str, new: str) -> None:
    assert _edits(old, new) == ()


def test_kinds_in_german_do_not_take_every_noun_for_a_name() -> None:
    (noun,) = _edits(
        "Der Chef der Feuerwehr lobte die Helfer.",
        "Der Chef der Feuerwehr lobte die Nachbarn.",
        language="de",
    )
    (name,) = _edits(
        "Am Abend sprach Jonas Bracht zu den Helfern.",
        "Am Abend sprach Jonas Brecht zu den Helfern.",
        language="de",
    )
    (day,) = _edits(
        "Die Straße wird am Montag geöffnet.",
        "Die Straße wird am Dienstag geöffnet.",
        language="de",
    )

    assert [noun.kinds, name.kinds, day.kinds] == [
        (EditKind.WORDING,), (EditKind.NAME,), (EditKind.DATE,),
    ]  # fmt: skip


def test_scripts_without_blanks_are_compared_by_letter() -> None:
    first = "周日晚上一堵墙倒塌。"
    old, new = "消防部门表示有十四人受伤，道路关闭。", "消防部门表示有十七人受伤，道路关闭。"
    (edit,) = _edits(first + old, first + new, language="zh")

    assert (edit.kinds, edit.before, edit.after) == ((EditKind.WORDING,), old, new)


def test_words_with_vowel_signs_stay_whole() -> None:
    old = "दीवार गिरने से चौदह लोग घायल हुए। सड़क बंद रहेगी।"
    new = "दीवार गिरने से सत्रह लोग घायल हुए। सड़क बंद रहेगी।"
    (edit,) = _edits(old, new, language="hi")

    assert edit.after == "दीवार गिरने से सत्रह लोग घायल हुए।"


def test_a_moved_paragraph_is_no_change() -> None:
    moved = (FIRST[0], FIRST[3], FIRST[1], FIRST[4], FIRST[2])

    assert edits_between(printing("a"), printing("b", moved)) == ()


def test_added_and_removed_sentences_are_told_with_their_place() -> None:
    later = (
        *FIRST[:4],
        "The road opens on Friday. Two buses were diverted.",
        "A school was cleared.",
    )
    after = printing("b", later)
    edits = edits_between(printing("a"), after)

    assert [[kind.value for kind in one.kinds] for one in edits] == [
        ["removed"],
        ["added"],
        ["added"],
    ]
    assert edits[0].before == "The road will stay closed until further notice."
    assert edits[0].span is None
    assert [one.span.of(after.text) for one in edits if one.span] == [
        "The road opens on Friday.", "A school was cleared.",
    ]  # fmt: skip


def test_a_changed_headline_comes_first() -> None:
    later = ("Wall falls on harbour road in Larvik, 17 hurt", *FIRST[1:])
    (edit,) = edits_between(printing("a"), printing("b", later))

    assert edit.kinds == (EditKind.HEADLINE, EditKind.NUMBER)
    assert edit.span is not None


def test_a_divided_sentence_is_one_change() -> None:
    old = "The wall had been inspected in October by engineers, and the town had found no fault in the slope."
    new = "The wall had been inspected in October by engineers. The town had found no fault in the slope."
    (edit,) = _edits(old, new)
    (back,) = _edits(new, old)

    assert (edit.kinds, edit.after) == ((EditKind.WORDING,), new)
    assert (back.kinds, back.before) == ((EditKind.WORDING,), new)


def _with(note: str, old: str, new: str) -> tuple[Edit, ...]:
    before = printing("a", (*FIRST[:2], old))
    after = printing("b", (*FIRST[:2], new), corrections=(note,))
    return edits_between(before, after, notes=after.corrections)


def test_a_note_tells_of_the_change_it_names() -> None:
    old, new = "Rescuers found 14 people in the bus.", "Rescuers found 17 people in the bus."
    notes = {
        "Correction: 17 people were found, not 14 as stated before.": True,
        "Correction: an earlier version gave a wrong number of people.": True,
        "Correction: an earlier version misspelled the mayor's name.": False,
        "Updated 4 January 2026, 10:15": False,
    }

    assert {note: _with(note, old, new)[0].told for note in notes} == notes
    assert {note: not is_silent(_with(note, old, new), "en") for note in notes} == notes


def test_connecting_words_alone_change_nothing_silently() -> None:
    edits = _edits("He will go to the town in May.", "He will go into the town this May.")

    assert [one.kinds for one in edits] == [(EditKind.WORDING,)]
    assert is_silent(edits, "en") == ("into" not in _connectives())


def _connectives() -> frozenset[str]:
    from firsthand.tables.languages import commonest_words

    return dict(commonest_words())["en"]


def test_a_change_of_the_and_a_does_not_matter_and_of_not_does() -> None:
    assert not is_silent(
        _edits("The chief saw the crack in it.", "The chief saw a crack in it."), "en"
    )
    assert is_silent(
        _edits("The chief saw the crack in it.", "The chief never saw the crack in it."), "en"
    )


def test_texts_without_stops_are_compared_as_a_whole() -> None:
    old = "the wall fell and the road was closed and " * 3_000
    (edit,) = _edits(old, old + "opened again")

    assert edit.kinds == (EditKind.WORDING,)


SENTENCE = st.sampled_from(
    [
        "The wall fell.", "Nobody was hurt in Larvik.", "“Stay away,” the chief said.", "It was 14 degrees on Monday.",
        "A bus stopped.", "The mayor of Larvik spoke to 200 people.", "The mayor of Larvik spoke to 300 people.",
    ]
)  # fmt: skip


def _article(name: str, body: list[str]) -> Article:
    return printing(name, (FIRST[0], *(body or ["Nothing."])))


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, max_size=12), st.lists(SENTENCE, max_size=12))
def test_edits_account_for_every_sentence(old: list[str], new: list[str]) -> None:
    """A version against itself has no edits; spans hold what they say; order of `after` is kept."""
    before, after = _article("a", old), _article("b", new)
    edits = edits_between(before, after)

    assert edits_between(before, before) == ()
    for edit in edits:
        assert edit.before or edit.after
        assert edit.span is None or edit.span.of(after.text).split() == (edit.after or "").split()
    added = sum(edit.before is None for edit in edits)
    removed = sum(edit.after is None for edit in edits)
    assert len(new or [1]) - len(old or [1]) == added - removed + _joins(edits)


def _joins(edits: tuple[Edit, ...]) -> int:
    """How many sentences more the later sides of changed sentences hold than the earlier ones."""
    return sum(
        (edit.after or "").count(".") - (edit.before or "").count(".")
        for edit in edits
        if edit.before and edit.after
    )
