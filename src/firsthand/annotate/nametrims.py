"""Names cut out of runs of tokens: without articles, titles, possessives and words of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.annotate.nameoffices import Offices
from firsthand.annotate.nametables import is_known_place, is_known_word
from firsthand.annotate.wording import HYPHENS, Wording
from firsthand.domain import Span
from firsthand.tables.bodies import bodies
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words
from firsthand.tables.regions import region_of_word

__all__ = ["POSSESSIVE", "Name", "Trims"]

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s"})
_NO_NAME_POS = frozenset({"VERB", "AUX", "ADP", "PRON", "PART", "SCONJ", "DET"})
"""Parts of speech at the edge of a "person" that a capitalised headline made a name."""

_OPEN_INITIALS = 6
"""Longest word taken for initials ("N.Va."), in letters and stops."""

_FOOTNOTE = re.compile(r"[\[({].*")
_AFFIX = re.compile(r"([a-z]+)[-‐‑](?=[^\W\d_])")
_TAIL = re.compile(r"(.*?[\w.])[-‐‑–]([a-z]+)")
_RANKS = frozenset({"cabinet", "principal", "permanent", "parliamentary"})
"""Words that make a rank of "Secretary" and name no body then."""

_STARTERS = frozenset({"the", "a", "an", "and", "of", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A stretch of tokens that may be a name."""

    first: int
    last: int
    """Index after its last token."""

    label: str
    """The recogniser's label; empty for proper nouns that it passed over."""

    span: Span
    text: str
    """As written, white space folded."""

    title: bool = False
    """Whether a title of persons stands before it (and was cut off)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trims:
    """One sentence, in which runs are trimmed to names."""

    offices: Offices

    @property
    def wording(self) -> Wording:
        """The article's."""
        return self.offices.wording

    def trimmed(self, first: int, last: int, label: str, *, titled: bool) -> Name | None:
        """The name without articles, possessives, titles and the like; None if nothing is left."""
        wording, cues = self.wording, name_cues()
        if label == "PERSON":
            while first < last and self.is_stray(first):
                first += 1
            while last > first and self.is_stray(last - 1):
                last -= 1
        while first < last and (
            not wording.word(first)[0].isalnum()
            or wording.lower(first) in _STARTERS
            or self.is_page_word(first, last)
            or (wording.word(first).islower() and wording.word(first) not in name_words().particles)
        ):
            first += 1
            if first < last and wording.hyphen(first):
                first += 1
        if (
            last - first > 2
            and wording.lower(first) in cues.affixes
            and (
                wording.word(first).islower() or wording.word(first) in {"Ex", "Pro", "Anti", "Non"}
            )
            and wording.hyphen(first + 1)
            and wording.word(first + 2)[:1].isupper()
            and not is_known_place(wording.written(first, last))
        ):
            first += 2
        first = self.with_article(first, last)
        while last > first and (
            wording.word(last - 1) in POSSESSIVE
            or not any(letter.isalnum() for letter in wording.word(last - 1))
            or (
                wording.word(last - 1).islower()
                and (not wording.joined(last - 1) or self.is_tail(last - 1))
            )
            or self.is_page_word(last - 1, last, closing=first)
        ):
            last -= 1
        last = self.offices.before_following_office(first, last)
        title = titled
        if first < last and label in {"PERSON", ""} and not self.is_body(first, last):
            first, cut = self.after_titles(first, last)
            title = title or cut
        if first >= last or (last - first == 1 and self.is_nothing(first, label)):
            return None
        if last - first == 1 and self.is_common(first, label):
            return None
        return self.named(first, last, label, title=title)

    def is_common(self, at: int, label: str) -> bool:
        """Whether a word at the head of a line is a thing's that the article elsewhere writes small.

        "Dam spillway fails" tells of no body, if the dam is one further down.
        """
        wording = self.wording
        lower = wording.lower(at)
        return (
            label in {"ORG", "PERSON", "PRODUCT", "WORK_OF_ART"}
            and at in {self.offices.first, *wording.headed}
            and at not in wording.capitals
            and lower in wording.common
            and wording.word(at).istitle()
            and wording.word(at + 1).islower()
            and not is_known_word(wording.word(at))
            and body_kinds().words.get(lower) is None
            and not is_given_name(wording.word(at))
        )

    def is_nothing(self, at: int, label: str) -> bool:
        """Whether a word alone names nobody: "City", "Officer", a mark."""
        lower, cues = self.wording.lower(at), name_cues()
        office = lower in cues.office_heads and lower not in name_words().title_surnames
        return (
            lower in cues.generic
            or (lower in _RANKS and self.wording.lower(at + 1) == "secretary")
            or not self.wording.word(at)[0].isalnum()
            or (lower in cues.honorifics and label in {"GPE", "ORG", "FAC"})
            or (office and label in {"PERSON", "", "GPE"})
        )

    def is_stray(self, at: int) -> bool:
        """Whether a word at the edge of a "person" is none of a name's."""
        return (
            at not in self.wording.capitals
            and self.wording.tokens[at].pos in _NO_NAME_POS
            and (self.wording.lower(at) not in name_words().particles)
        )

    def is_tail(self, at: int) -> bool:
        """Whether a word behind a hyphen is no part of the name before it ("Iran-|backed")."""
        lower = self.wording.lower(at)
        return self.wording.word(at - 1) in HYPHENS and (
            lower in name_cues().tails or lower.endswith(("ed", "ing"))
        )

    def is_page_word(self, at: int, last: int, closing: int | None = None) -> bool:
        """Whether a word at the edge of a run belongs to the page ("FILE", "Photo")."""
        if closing is None:
            return last - at > 0 and self.wording.lower(at) in name_cues().page_words
        return last - closing > 1 and self.wording.lower(at) in {"read", "file", "photo", "share"}

    def with_article(self, first: int, last: int) -> int:
        """The start with an Arabic article before it: "al-|Hasakah"."""
        wording = self.wording
        if (
            first - 2 >= self.offices.first
            and first < last
            and wording.hyphen(first - 1)
            and wording.lower(first - 2) in {"al", "el", "ez", "as", "ash", "an", "ar", "at"}
            and wording.tokens[first - 2].entity in {"", wording.tokens[first].entity}
        ):
            return first - 2
        return first

    def is_body(self, first: int, last: int) -> bool:
        """Whether the last word makes it a body ("Foreign Ministry")."""
        return last - first > 1 and self.wording.lower(last - 1) in name_words().body_endings

    def after_titles(self, first: int, last: int) -> tuple[int, bool]:
        """Where the name begins after titles (at `last` if it is nothing but titles), and whether any stand."""
        lexicon, cues = name_words(), name_cues()
        words = [self.wording.lower(at) for at in range(first, last)]
        if last - first == 1 and self.is_title(first, 1):
            return last, False
        if all(word in lexicon.titles for word in words) and not (
            len(words) == 1 and words[0] in lexicon.title_surnames
        ):
            return last, False
        cut = 0
        for number, word in enumerate(words[:-1]):
            if (
                (cut == number and self.is_title(first + number, last - first - number - 1))
                or (word in lexicon.titles and (number == 0 or word not in lexicon.title_surnames))
                or (
                    cut == number
                    and word in cues.office_parts
                    and words[number + 1] in words_of("titles", "office_parts", "office_heads")
                )
                or (cut == number and number == 0 and word in {"coo", "cto", "cio", "cmo", "cllr"})
            ):
                cut = number + 1
        before = self.wording.lower(first - 1) if first > self.offices.first else ""
        held = before in cues.honorifics | bodies().customary | bodies().abbreviated or (
            before in lexicon.titles and before in cues.office_heads
        )
        return first + cut, cut > 0 or held

    def is_title(self, at: int, following: int) -> bool:
        """Whether a word is a title that needs a full stop, or so many words behind it, to be one."""
        word, table = self.wording.word(at), bodies()
        stop = word.endswith(".")
        return (stop or self.wording.lower(at) not in table.honorifics) and table.is_title(
            word, following
        )

    def named(self, first: int, last: int, label: str, *, title: bool) -> Name | None:
        """The name of these tokens, a possessive ending, a footnote and a party's letters cut off."""
        wording = self.wording
        start, end = wording.tokens[first].start, wording.tokens[last - 1].end
        cut = _FOOTNOTE.search(wording.text, start, end)
        if cut is not None and cut.start() > start:
            end = cut.start()
        for ending in ("'s", "’s", "'", "’"):
            if wording.text[start:end].endswith(ending) and end - start > len(ending):
                end -= len(ending)
                break
        if "&" in wording.text[start:end] and wording.text[end - 1] == ".":
            end -= 1
        tail = _TAIL.fullmatch(wording.text, wording.tokens[last - 1].start, end)
        if tail is not None and (
            tail[2] in name_cues().tails or tail[2].endswith(("ed", "ing", "based"))
        ):
            end = tail.end(1)
        affix = _AFFIX.match(wording.text, start, end)
        if affix is not None and affix[1].lower() in name_cues().affixes:
            start = affix.end()
        written = wording.text[start:end]
        party, hyphen, rest = written.partition("-")
        if (
            hyphen
            and party.isupper()
            and len(party) <= 3
            and rest[:1].isupper()
            and rest[1:2].islower()
        ):
            start += len(party) + 1
            label = "GPE"
        if wording.text[end : end + 1] == "." and (
            region_of_word(wording.text[start : end + 1]) is not None
            or ("." in written and len(written) <= _OPEN_INITIALS and end - start > 1)
        ):
            end += 1
        span = Span(start, end)
        text = " ".join(span.of(wording.text).split())
        if not any(letter.isalpha() for letter in text):
            return None
        return Name(first=first, last=last, label=label, span=span, text=text, title=title)
