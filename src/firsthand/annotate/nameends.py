"""Where names end: what follows a run of tokens and belongs to the same name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.annotate.nametables import is_known_place, is_known_word
from firsthand.annotate.wording import Wording
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words

__all__ = ["Ends"]

_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.-?){2,3}")
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w'’]*[^\W\d_]")

_NEVER_SURNAMES = (
    "titles",
    "body_endings",
    "place_endings",
    "never_places",
    "outlet_endings",
    "page_words",
    "building_endings",
    "team_endings",
)
"""Sets of words that do not go on with a person's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """One sentence, in which names are followed to their ends."""

    wording: Wording
    last: int
    """Index after its last token."""

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
        if not label and wording.tokens[end + 1].entity:
            return end
        if f"{wording.written(first, end)}-{following}".casefold() in name_cues().peoples:
            return end + 2
        if is_known_word(wording.written(first, end)) and (
            is_known_word(following)
            or is_known_word(wording.written(end + 1, min(end + 3, self.last)))
        ):
            return end
        if following[:1].isupper() and following.isalpha():
            return end + 2
        if label == "PERSON" and following.isalpha() and end - first > 1:
            return end if following in name_cues().tails else end + 2
        return end

    def after_person(self, first: int, end: int) -> int:
        """The end of a person's name with particles, initials, generation and further surnames."""
        wording, particles = self.wording, name_words().particles
        if wording.lower(end) in name_cues().generations:
            return end + 1
        if (
            wording.word(end) == ","
            and wording.word(end + 1) in {"Jr.", "Sr.", "Jr", "Sr"}
            and end + 1 < self.last
        ):
            return end + 2
        if (
            _INITIAL.fullmatch(wording.word(end)) is not None
            and wording.word(end).endswith(".")
            and wording.word(end + 1)[:1].isupper()
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
            if initial and ahead == end and self.wording.tokens[end].entity in {"DATE", "TIME"}:
                return end
            return ahead + 1
        if self.is_further_surname(first, end):
            return end + 1
        return end

    def is_further_surname(self, first: int, end: int) -> bool:
        """Whether the word behind a person's label goes on with the name ("Yoon Suk|Yeol")."""
        wording = self.wording
        word, lower = wording.word(end), wording.lower(end)
        token = self.wording.tokens[end]
        if token.pos != "PROPN" or _SURNAME.fullmatch(word) is None or end in wording.capitals:
            return False
        lexicon = name_words()
        if is_known_word(word) or lower in words_of(*_NEVER_SURNAMES) or word.isupper():
            return False
        length = end - first
        given = all(
            is_given_name(wording.word(at))
            or (at < end - 1 and wording.lower(at) in lexicon.titles)
            for at in range(first, end)
        )
        if token.entity == "":
            return length < 3 and (given or length < 2 or not wording.hyphen(end + 1))
        if token.entity in {"ORG", "GPE", "FAC", "PRODUCT", "NORP", "LOC"} and given:
            following = end + 1
            while following < self.last and self.wording.tokens[following].entity == token.entity:
                following += 1
            return (
                following - end <= 2
                and wording.lower(following - 1) not in words_of("body_endings", "place_endings")
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
                wording.broken_before(at) or (not label and wording.tokens[at].entity == "PERSON")
                for at in range(end, last)
            ):
                continue
            written = wording.written(first, last)
            if "," in written or ". " in written.replace("St. ", ""):
                continue
            if is_known_place(written):
                return last
        return end
