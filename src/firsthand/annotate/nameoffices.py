"""Offices inside runs of names: "Foreign Ministry spokesman Jan Smit" is a body, an office, a person."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.annotate.nametables import is_known_word
from firsthand.annotate.wording import HYPHENS, Wording
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words

__all__ = ["Offices"]

_MOST_WORDS = 4
"""Of a person's name behind an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """One sentence, in which offices are looked for."""

    wording: Wording
    first: int
    last: int

    def office(self, first: int, end: int, label: str) -> int | None:
        """The token that names the office whose holder's name ends the run; None if none does."""
        cues, lexicon = name_cues(), name_words()
        wording = self.wording
        for at in range(end - 2, first - 1, -1):
            lower = wording.lower(at)
            if lower not in cues.office_heads or (
                lower in lexicon.title_surnames and at > first and end - at < 3
            ):
                continue
            rest = range(at + 1, end)
            if len(rest) > _MOST_WORDS or not all(self.is_person_word(number) for number in rest):
                return None
            opening = wording.word(at + 1)
            if (
                label != "PERSON"
                and at == first
                and lower in cues.office_firms
                and not is_given_name(opening)
            ):
                return None
            return at if label == "PERSON" or at > first or len(rest) > 1 else None
        return None

    def is_person_word(self, at: int) -> bool:
        """Whether a word may be part of a person's name."""
        lexicon = name_words()
        word, lower = self.wording.word(at), self.wording.lower(at)
        if word in HYPHENS or lower in lexicon.particles:
            return True
        return (
            word[:1].isupper()
            and not any(letter.isdigit() for letter in word)
            and lower not in words_of("body_endings", "body_words", "place_endings")
            and not (
                lower in words_of("titles", "office_parts") and lower not in lexicon.title_surnames
            )
            and not is_known_word(word)
        )

    def before_office(self, first: int, head: int) -> int:
        """Where the body's name before an office ends ("Litchfield|Fire Chief")."""
        lexicon = name_words()
        stop = head
        while stop > first and (
            self.wording.lower(stop - 1) in words_of("titles", "office_parts", "office_heads")
            or not self.wording.word(stop - 1)[:1].isalnum()
        ):
            stop -= 1
        whole = self.wording.lower(stop) if stop < head else ""
        # "Foreign Ministry", "Grand Ledge Police": the part belongs to the body when it ends one
        if stop > first and (whole in lexicon.body_endings or whole in {"county", "parish"}):
            return stop + 1
        return stop

    def before_following_office(self, first: int, last: int) -> int:
        """The end without an office whose holder follows ("Harwinton|First Selectman" Ann Roe)."""
        wording, cues = self.wording, name_cues()
        at = last + 1 if wording.word(last) in {",", "."} else last
        follows = (
            at < self.last
            and wording.word(at)[:1].isupper()
            and wording.tokens[at].pos == "PROPN"
            and not wording.broken_before(at)
        )
        if last - first < 2 or not follows:
            return last
        head = wording.lower(last - 1) in cues.office_heads
        if not head and not (at == last and wording.lower(last) in cues.office_heads):
            return last
        stop = self.before_office(first, last)
        opening = wording.lower(first)
        kept = wording.lower(stop - 1) if stop > first + 1 else ""
        if opening in words_of("titles", "office_parts") and kept not in words_of(
            "body_endings", "body_words"
        ):
            return first  # "Chief Veterinary Officer": nothing but an office
        return max(stop, first + 1)
