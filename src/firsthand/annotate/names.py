"""Where names may begin and end: runs of tokens that the recogniser labelled, and of proper nouns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from firsthand.annotate.namecuts import Cuts
from firsthand.annotate.nameends import Ends
from firsthand.annotate.nameoffices import Offices
from firsthand.annotate.nametables import entry_of, is_known_place, is_known_word
from firsthand.annotate.nametrims import Name, Trims
from firsthand.annotate.wording import Wording
from firsthand.domain import Sentence
from firsthand.tables.givennames import is_given_name
from firsthand.tables.leaders import state_led_by
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words
from firsthand.tables.organs import organs
from firsthand.tables.rarity import rarity

__all__ = ["names"]

_NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
)
"""Labels of names; dates, amounts and the like are other people's work."""

_TOWN = 50_000
"""Inhabitants from which a word of a headline is believed to be a town."""

_RARE = 0.8
"""Rarity below which a word that the parser takes for a common one is one."""

_OPENERS = frozenset({"The", "This", "That", "These", "Those", "An", "Its", "Their", "His", "Her"})
"""Words with a capital that begin a sentence and go on with no name."""

_DASHES = frozenset({",", "-", "–", "—", "--", "("})


def names(wording: Wording, sentence: Sentence) -> tuple[Name, ...]:
    """The stretches of one sentence that may be names, ascending, not overlapping.

    A name never reaches over a line break. Hyphenated names, family names with particles, initials
    and "Jr." are kept whole; titles, offices and possessives are cut off, and a body's name that
    runs on into a person's is divided.
    """
    return tuple(_Runs(wording, sentence).names())


@cache
def _known_bodies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The bodies of several words that the table holds, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for body in sorted(name_words().known_bodies):
        words = tuple(body.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(bodies) for first, bodies in found.items()}


class _Runs:
    """One sentence's runs of tokens that may be names."""

    def __init__(self, wording: Wording, sentence: Sentence) -> None:
        self.wording = wording
        self.tokens = wording.tokens
        self.first, self.last = sentence.first, sentence.last
        offices = Offices(wording=wording, first=sentence.first, last=sentence.last)
        self.ends = Ends(wording=wording, last=sentence.last)
        self.cuts = Cuts(offices=offices, trims=Trims(offices=offices))

    def names(self) -> Iterator[Name]:
        """The names, in reading order."""
        at = taken = self.first
        while at < self.last:
            label = self.tokens[at].entity
            known = self.end_of_known_body(at)
            if known > at:
                label, end = "ORG", known
            elif label in _NAME_LABELS:
                end = self.end_of_label(at)
                if self.opens_person(at, end, label):
                    label = "PERSON"
            elif label == "" and self.is_proper(at):
                end = self.end_of_proper(at)
                if end < self.last and self.leads_person(end):
                    end -= 1
                    if end == at:
                        label, end = "PERSON", self.end_of_label(at + 1)
                elif (joint := self.end_of_joint_body(at, end)) > end:
                    label, end = "ORG", joint
            else:
                at += 1
                continue
            end = max(
                self.ends.extended(at, end, label), self.ends.end_in_gazetteer(at, end, label)
            )
            yield from self.cuts.names(max(at, taken), end, label)
            taken = at = end

    def end_of_known_body(self, at: int) -> int:
        """Where a body's name of several words that the table holds ends ("Doctors Without Borders")."""
        word = self.wording.words[at]
        if word[:1].isupper():
            for words in _known_bodies().get(word.casefold(), ()):
                end = at + len(words)
                if end <= self.last and all(
                    self.wording.words[at + number].casefold() == one
                    for number, one in enumerate(words)
                ):
                    return end
        return at

    def end_of_joint_body(self, at: int, end: int) -> int:
        """Where a body of two fields of work ends: "the Fish and|Wildlife Service"."""
        wording, lexicon = self.wording, name_words()
        left = wording.written(at, end)
        if (
            wording.lower(at - 1) != "the"
            or end + 1 >= self.last
            or wording.word(end) not in {"and", "&"}
            or self.tokens[end + 1].entity not in {"", "ORG"}
            or wording.lower(end - 1) in words_of("body_endings", "body_nouns")
            or left.isupper()
            or is_known_place(left)
            or left.casefold() in lexicon.known_bodies
            or organs().row(left) is not None
        ):
            return end
        stop = end + 1
        while (
            stop < self.last
            and wording.word(stop)[:1].isupper()
            and (self.tokens[stop].entity == self.tokens[end + 1].entity)
        ):
            stop += 1
        joint = stop - end > 2 and wording.lower(stop - 1) in lexicon.body_endings
        return stop if joint else end

    def opens_person(self, at: int, end: int, label: str) -> bool:
        """Whether a single word of another label is a given name before a surname ("Marta|Ruiz")."""
        word = self.wording.words[at]
        return (
            label in {"GPE", "NORP", "LOC", "ORG", "PRODUCT", "FAC"}
            and end - at == 1
            and end < self.last
            and self.tokens[end].entity == ""
            and is_given_name(word)
            and not is_known_word(word)
            and not self.wording.broken_before(end)
            and self.ends.is_further_surname(at, end)
            and not is_known_place(self.wording.written(at, end + 1))
        )

    def end_of_label(self, at: int) -> int:
        """Where the run of one label ends."""
        end = at + 1
        while (
            end < self.last
            and self.tokens[end].entity == self.tokens[at].entity
            and not self.wording.broken_before(end)
            and not self.begins_sentence(end)
        ):
            end += 1
        return end

    def begins_sentence(self, at: int) -> bool:
        """Whether an article behind a full stop begins a sentence ("on X.|The USS Roe sank")."""
        return (
            self.wording.word(at - 1).endswith(".")
            and self.wording.word(at) in _OPENERS
            and self.tokens[at].pos in {"DET", "PRON"}
        )

    def is_proper(self, at: int) -> bool:
        """Whether a token is a capitalised proper noun or a word that a table knows."""
        word = self.wording.words[at]
        if not word[:1].isupper():
            affix, hyphen, rest = word.partition("-")
            return (
                hyphen != ""
                and rest[:1].isupper()
                and affix in name_cues().affixes
                and self.tokens[at].entity == ""
            )
        if word == "X":
            return self.wording.names_platform(at)
        if (
            self.tokens[at].pos == "PROPN"
            or is_known_word(word)
            or ("&" in word and word.isupper())
        ):
            return True
        if (
            at >= 2
            and self.wording.hyphen(at - 1)
            and self.wording.lower(at - 2) in name_cues().affixes
        ):
            return True
        if at > self.first and self.is_town_by_preposition(at):
            return True
        if at in self.wording.capitals:
            return state_led_by(word.title()) is not None
        head, hyphen, _ = word.partition("-")
        if hyphen and is_known_word(head):
            return True
        return (
            word.isupper()
            and len(word) > 3
            and self.wording.word(at + 1) in _DASHES
            and is_known_place(word)
        )

    def is_town_by_preposition(self, at: int) -> bool:
        """Whether a capitalised word that is no proper noun to the parser is a town ("near Redding")."""
        wording = self.wording
        word = wording.words[at]
        led = (
            wording.lower(at - 1) == "of" or wording.lower(at - 1) in name_cues().place_prepositions
        )
        if not (led or at in wording.headed) or rarity(word.lower()) < _RARE:
            return False
        entry = entry_of(word)
        return bool(entry.kinds) and (entry.people >= _TOWN or (led and entry.own))

    def end_of_proper(self, at: int) -> int:
        """Where a run of unlabelled proper nouns ends."""
        end = at + 1
        while (
            end < self.last
            and self.tokens[end].entity == ""
            and self.is_proper(end)
            and not self.wording.broken_before(end)
        ):
            end += 1
        return end

    def leads_person(self, end: int) -> bool:
        """Whether the proper noun before a person's run is their given name ("Tarek|William Saab")."""
        word = self.wording.word(end - 1)
        return (
            self.tokens[end].entity == "PERSON"
            and not self.wording.broken_before(end)
            and word.isalpha()
            and not word.isupper()
            and is_given_name(word)
            and not is_known_word(word)
        )
