"""Runs of tokens divided into names: at marks, at "and", at possessives, at offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.annotate.nameoffices import Offices
from firsthand.annotate.nametables import entry_of, is_country, is_known_place, is_known_word
from firsthand.annotate.nametrims import POSSESSIVE, Name, Trims
from firsthand.annotate.wording import HYPHENS, Wording
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words

__all__ = ["Cuts"]

_DIVIDERS = frozenset("()[]{}/;:–—") | {"--", "=="}
_ARTICLES = frozenset({"al", "el", "ad", "as", "ash", "ul"})
"""Arabic articles, which some pages part from the name by a spaced hyphen."""

_JOINING = frozenset({"and", "&", "or"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """One sentence, in which runs are divided."""

    offices: Offices
    trims: Trims

    @property
    def wording(self) -> Wording:
        """The article's."""
        return self.offices.wording

    def names(self, first: int, end: int, label: str) -> Iterator[Name]:
        """The names in a run, in reading order."""
        for start, stop in self.pieces(first, end, label):
            owner = stop < end and self.wording.words[stop] in POSSESSIVE
            own = "" if owner and label == "ORG" else label
            for part_first, part_last, part_label, titled in self.parts(start, stop, own):
                name = self.trims.trimmed(part_first, part_last, part_label, titled=titled)
                if name is not None:
                    yield name

    def pieces(self, first: int, end: int, label: str) -> Iterator[tuple[int, int]]:
        """Divide at marks, commas and "and", where each side is a name of its own."""
        start = first
        for at in range(first, end):
            if at > start and self.divides(start, at, end, label):
                yield start, at
                start = at
        yield start, end

    def divides(self, first: int, at: int, end: int, label: str) -> bool:
        """Whether a token parts two names."""
        wording = self.wording
        word = wording.words[at]
        if word in _DIVIDERS or (word in HYPHENS and not wording.hyphen(at)):
            if word in HYPHENS and wording.lower(at - 1) in _ARTICLES:
                return False
            return not (word == "/" and wording.written(first, end).isupper())
        if at + 1 >= end:
            return False
        if (
            label == "PERSON"
            and word.islower()
            and word not in _JOINING
            and word not in name_words().particles
        ):
            if word == "of" and at - first == 1 and end - at == 2:
                return False  # "Joan of Arc"
            return not wording.hyphen(at - 1)
        if (
            word.islower()
            and word not in name_words().particles
            and self.wording.tokens[at].pos in {"VERB", "AUX"}
            and at > first
        ):
            return not wording.hyphen(at - 1)
        if self.begins_person(first, at, end):
            return True
        left, right = wording.written(first, at), wording.written(at + 1, end)
        if word in HYPHENS:
            # "Syria-Lebanon": two names that tables know, not "Guinea-Bissau"
            return (
                right[:1].isupper()
                and is_known_word(left)
                and is_known_word(right)
                and not is_known_place(wording.written(first, end))
                and wording.written(first, end).casefold() not in name_cues().peoples
            )
        if word in {"'s", "’s"}:
            return self.parts_at_owner(first, at, end, label)
        if word == ",":
            if wording.lower(at + 1) in name_cues().legal_parts:
                return False
            body = any(
                wording.lower(number) in name_words().body_words for number in range(first, at)
            )
            return label != "ORG" or is_known_word(right) or not body
        if word == "of" and wording.lower(at - 1) in name_cues().legal_parts:
            return True  # "Northgate Print GmbH|of Lohn"
        if word in _JOINING:
            return self.parts_at_and(first, at, end, label)
        return False

    def begins_person(self, first: int, at: int, end: int) -> bool:
        """Whether a country's name is followed by a person's ("ambassador to Kenya|Ann Roe")."""
        wording = self.wording
        return (
            end - at > 1
            and wording.word(at)[:1].isupper()
            and wording.lower(first - 1) in {"to", "in", "of", "from", "for"}
            and is_given_name(wording.word(at))
            and not is_known_word(wording.word(at))
            and is_country(wording.written(first, at))
        )

    def parts_at_owner(self, first: int, at: int, end: int, label: str) -> bool:
        """Whether a possessive parts an owner from what is theirs, not "Children's Hospital"."""
        wording, cues = self.wording, name_cues()
        if is_known_place(wording.written(first, end)):
            return False
        if wording.lower(at - 1) in cues.owners and wording.word(at + 1)[:1].isupper():
            return False
        if label in {"PERSON", "GPE", "LOC", ""} or is_known_word(wording.written(first, at)):
            return True
        whole = all(wording.word(number)[:1].isupper() for number in range(at + 1, end))
        return not whole or (
            label != "FAC"
            and wording.lower(end - 1)
            not in words_of("body_endings", "firm_endings", "building_endings", "thing_endings")
        )

    def parts_at_and(self, first: int, at: int, end: int, label: str) -> bool:
        """Whether "and" joins two names, not two words of one."""
        wording = self.wording
        lexicon = name_words()
        if (
            wording.lower(at + 1) in name_cues().legal_parts
            or wording.lower(end - 1) in name_cues().legal_parts
        ):
            return False  # "Burns and Co", "American Telephone and Telegraph Co"
        if label == "ORG":
            before, behind = wording.word(at - 1), wording.word(end - 1)
            ends = (
                wording.lower(at - 1) in lexicon.body_endings
                and wording.lower(end - 1) in lexicon.body_endings
            )
            return (ends and at - first > 1) or (
                at - first == 1 and end - at == 2 and before.isupper() and behind.isupper()
            )
        left, right = wording.written(first, at), wording.written(at + 1, end)
        return label in {"GPE", "LOC", "PERSON", "NORP", "FAC", ""} and (
            not entry_of(wording.written(first, end)).kinds
            or (is_country(left) and is_country(right))
        )

    def parts(self, first: int, end: int, label: str) -> Iterator[tuple[int, int, str, bool]]:
        """Divide "Foreign Ministry spokesman Jan Smit" into a body and a person."""
        head = self.offices.office(first, end, label)
        if head is None or label in {"WORK_OF_ART", "LAW", "EVENT"}:
            yield first, end, label, False
            return
        stop = self.offices.before_office(first, head)
        if stop > first:
            yield first, stop, label if label != "PERSON" else "", False
        yield head + 1, end, "PERSON", True
