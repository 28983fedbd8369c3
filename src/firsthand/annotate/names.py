"""Where names may begin and end: runs of tokens that the recogniser labelled, and of proper nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.namecuts import Cuts
from firsthand.annotate.nameoffices import Offices
from firsthand.annotate.nametables import is_known_place, is_known_word
from firsthand.annotate.nametrims import Name, Trims
from firsthand.annotate.wording import Wording
from firsthand.domain import Sentence
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namecues import name_cues
from firsthand.tables.namewords import name_words

__all__ = ["NAME_LABELS", "names"]

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
)
"""Labels of names; dates, amounts and the like are other people's work."""

_INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,2}")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w'’]*[^\W\d_]")
_DASHES = frozenset({"-", "–", "—", "--", "("})


def names(wording: Wording, sentence: Sentence) -> tuple[Name, ...]:
    """The stretches of one sentence that may be names, ascending, not overlapping.

    A name never reaches over a line break. Hyphenated names, family names with particles, initials
    and "Jr." are kept whole; titles, offices and possessives are cut off, and a body's name that
    runs on into a person's is divided.
    """
    return tuple(_Runs(wording, sentence).names())


class _Runs:
    """One sentence's runs of tokens that may be names."""

    def __init__(self, wording: Wording, sentence: Sentence) -> None:
        self.wording = wording
        self.tokens = wording.tokens
        self.first, self.last = sentence.first, sentence.last
        offices = Offices(wording=wording, first=sentence.first, last=sentence.last)
        self.cuts = Cuts(offices=offices, trims=Trims(offices=offices))

    def names(self) -> Iterator[Name]:
        """The names, in reading order."""
        at = taken = self.first
        while at < self.last:
            label = self.tokens[at].entity
            if label in NAME_LABELS:
                end = self.end_of_label(at)
            elif label == "" and self.is_proper(at):
                end = self.end_of_proper(at)
                if end < self.last and self.leads_person(end):
                    end -= 1
                    if end == at:
                        label, end = "PERSON", self.end_of_label(at + 1)
            else:
                at += 1
                continue
            end = max(self.extended(at, end, label), self.end_in_gazetteer(at, end, label))
            yield from self.cuts.names(max(at, taken), end, label)
            taken = at = end

    def end_of_label(self, at: int) -> int:
        """Where the run of one label ends."""
        end = at + 1
        while (
            end < self.last
            and self.tokens[end].entity == self.tokens[at].entity
            and not self.wording.broken_before(end)
        ):
            end += 1
        return end

    def is_proper(self, at: int) -> bool:
        """Whether a token is a capitalised proper noun or a word that a table knows."""
        word = self.wording.words[at]
        if not word[:1].isupper():
            return False
        if self.tokens[at].pos == "PROPN" or is_known_word(word):
            return True
        head, hyphen, _ = word.partition("-")
        if hyphen and is_known_word(head):
            return True
        opens = at == self.first or self.wording.broken_before(at)
        return (
            word.isupper()
            and len(word) > 3
            and opens
            and self.wording.word(at + 1) in _DASHES | {","}
            and is_known_place(word)
        )

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

    def extended(self, first: int, end: int, label: str) -> int:
        """Take in what belongs to the name: "Suk|-yeol", "Ursula von der|Leyen", "Peter W.|Hale"."""
        wording = self.wording
        while end < self.last and not wording.broken_before(end):
            further = self.after_hyphen(first, end, label)
            if further == end and label == "PERSON":
                further = self.after_person(first, end)
            if further == end:
                break
            end = further
        return end

    def after_hyphen(self, first: int, end: int, label: str) -> int:
        """The end with the word behind a hyphen, if one joins it to the name."""
        wording = self.wording
        if not (wording.hyphen(end) and end + 1 < self.last):
            return end
        following = wording.word(end + 1)
        if following[:1].isupper() and following.isalpha():
            return end + 2
        if label == "PERSON" and following.isalpha() and end - first > 1:
            return end if following in name_cues().tails else end + 2
        return end

    def after_person(self, first: int, end: int) -> int:
        """The end of a person's name with particles, initials, generation and further surnames."""
        wording, particles = self.wording, name_words().particles
        if wording.lower(end) in _GENERATIONS:
            return end + 1
        if (
            wording.word(end) == ","
            and wording.word(end + 1) in {"Jr.", "Sr.", "Jr", "Sr"}
            and end + 1 < self.last
        ):
            return end + 2
        ahead = end
        while ahead < self.last and wording.word(ahead) in particles and ahead - end < 3:
            ahead += 1
            if wording.hyphen(ahead):
                ahead += 1
        inside = wording.word(end - 1) in particles
        initial = _INITIAL.fullmatch(wording.word(end - 1)) is not None
        if ahead >= self.last or wording.broken_before(ahead):
            return end
        if (ahead > end or inside or initial) and wording.word(ahead)[:1].isupper():
            if initial and ahead == end and self.tokens[end].entity in {"DATE", "TIME"}:
                return end
            return ahead + 1
        if self.is_further_surname(first, end):
            return end + 1
        return end

    def is_further_surname(self, first: int, end: int) -> bool:
        """Whether the word behind a person's label goes on with the name ("Yoon Suk|Yeol")."""
        wording = self.wording
        word, lower = wording.word(end), wording.lower(end)
        token = self.tokens[end]
        if token.pos != "PROPN" or _SURNAME.fullmatch(word) is None or end in wording.capitals:
            return False
        lexicon = name_words()
        if (
            is_known_word(word)
            or lower
            in lexicon.titles
            | lexicon.body_endings
            | lexicon.place_endings
            | lexicon.never_places
            | lexicon.outlet_endings
            | name_cues().page_words
            | name_cues().building_endings
            | name_cues().team_endings
            or word.isupper()
        ):
            return False
        length = end - first
        given = all(is_given_name(wording.word(at)) for at in range(first, end))
        if token.entity == "":
            return length < 3 and (given or length < 2 or not wording.hyphen(end + 1))
        if token.entity in {"ORG", "GPE", "FAC", "PRODUCT", "NORP", "LOC"} and given:
            following = end + 1
            while following < self.last and self.tokens[following].entity == token.entity:
                following += 1
            return (
                following - end <= 2
                and wording.lower(following - 1) not in lexicon.body_endings | lexicon.place_endings
                and "," not in wording.written(first, following)
            )
        return False

    def end_in_gazetteer(self, first: int, end: int, label: str) -> int:
        """Take in the rest of a place name that the gazetteer knows whole: "Bergen|op Zoom"."""
        if label not in {"GPE", "LOC", "FAC", "NORP", "PERSON", ""}:
            return end
        wording = self.wording
        for last in range(min(self.last, end + 3), end, -1):
            if not wording.word(last - 1)[:1].isupper() or any(
                wording.broken_before(at) for at in range(end, last)
            ):
                continue
            written = wording.written(first, last)
            if "," in written or ". " in written.replace("St. ", ""):
                continue
            if is_known_place(written):
                return last
        return end
