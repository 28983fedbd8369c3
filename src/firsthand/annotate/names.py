"""Where names begin and end: runs of tokens that the recogniser labelled, mended and trimmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.domain import Sentence, Span, Token
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.regions import area_of_people, region_of_word

__all__ = ["NAME_LABELS", "Name", "is_known_word", "names"]

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
)
"""Labels of names; dates, amounts and the like are other people's work."""

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s"})
_NO_NAME_POS = frozenset({"VERB", "AUX", "ADP", "PRON", "PART", "SCONJ", "DET"})
"""Parts of speech at the edge of a "person" that a capitalised headline made a name."""

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_OPEN_INITIALS = 6
"""Longest word taken for initials ("N.Va."), in letters and stops."""


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


def is_known_word(word: str) -> bool:
    """Whether a table knows the word as a country, region or people, or as a name for one."""
    return (
        country_of_name(word) is not None
        or region_of_word(word) is not None
        or area_of_people(word) is not None
    )


def names(text: str, tokens: Sequence[Token], sentence: Sentence) -> tuple[Name, ...]:
    """The stretches of one sentence that may be names, ascending, not overlapping.

    A name never reaches over a line break. Hyphenated given names and family names with particles
    are kept whole, titles and possessives cut off.
    """
    words = tuple(text[token.start : token.end] for token in tokens[sentence.first : sentence.last])
    runs = _Runs(text=text, tokens=tokens, words=words, offset=sentence.first, last=sentence.last)
    return tuple(runs.names())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    """One sentence's tokens with their words, and what cuts them into names."""

    text: str
    tokens: Sequence[Token]
    words: tuple[str, ...]
    offset: int
    last: int

    def word(self, at: int) -> str:
        """The word at a token number; empty outside the sentence."""
        return self.words[at - self.offset] if self.offset <= at < self.last else ""

    def broken_before(self, at: int) -> bool:
        """Whether a line ends between this token and the one before it."""
        return "\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def joined(self, at: int) -> bool:
        """Whether no white space stands before this token."""
        return at > self.offset and self.tokens[at - 1].end == self.tokens[at].start

    def names(self) -> Iterator[Name]:
        """The names of the sentence, in reading order."""
        at = self.offset
        taken = self.offset
        while at < self.last:
            label = self.tokens[at].entity
            if label in NAME_LABELS:
                end = self.end_of_label(at)
            elif label == "" and self.is_proper(at):
                end = self.end_of_proper(at)
            else:
                at += 1
                continue
            end = max(self.extended(at, end, label), self.end_in_gazetteer(at, end, label))
            for first, last, part_label in self.parts(max(at, taken), end, label):
                name = self.trimmed(first, last, part_label)
                if name is not None:
                    yield name
            taken = end
            at = end

    def end_of_label(self, at: int) -> int:
        """Where the run of one label ends."""
        end = at + 1
        while (
            end < self.last
            and self.tokens[end].entity == self.tokens[at].entity
            and not self.broken_before(end)
        ):
            end += 1
        return end

    def is_proper(self, at: int) -> bool:
        """Whether a token is a capitalised proper noun or a word that a table knows."""
        word = self.word(at)
        if not word[:1].isupper():
            return False
        return self.tokens[at].pos == "PROPN" or is_known_word(word)

    def end_of_proper(self, at: int) -> int:
        """Where a run of unlabelled proper nouns ends."""
        end = at + 1
        while (
            end < self.last
            and self.tokens[end].entity == ""
            and self.is_proper(end)
            and not self.broken_before(end)
        ):
            end += 1
        return end

    def extended(self, first: int, end: int, label: str) -> int:
        """Take in what belongs to the name: "Suk|-yeol", "Ursula von der|Leyen"."""
        particles = name_words().particles
        while label == "PERSON" and end < self.last and not self.broken_before(end):
            if (
                self.word(end) in _HYPHENS
                and self.joined(end)
                and end + 1 < self.last
                and self.joined(end + 1)
                and self.word(end + 1).isalpha()
                and end - first > 1
            ):
                end += 2
                continue
            ahead = end
            while self.word(ahead) in particles and ahead - end < 3:
                ahead += 1
            inside = end > first and self.word(end - 1) in particles
            if (ahead > end or inside) and self.word(ahead)[:1].isupper():
                end = ahead + 1
                continue
            break
        return end

    def end_in_gazetteer(self, first: int, end: int, label: str) -> int:
        """Take in the rest of a place name that the gazetteer knows whole: "Bergen|op Zoom"."""
        if label not in {"GPE", "LOC", "FAC", "NORP", "PERSON", ""}:
            return end
        for last in range(min(self.last, end + 3), end, -1):
            if not self.word(last - 1)[:1].isupper() or any(
                self.broken_before(at) for at in range(end, last)
            ):
                continue
            written = self.text[self.tokens[first].start : self.tokens[last - 1].end]
            if "," in written or ". " in written.replace("St. ", ""):
                continue
            if country_of_name(written) is not None or any(
                not place.alternate for place in gazetteer().named(written)
            ):
                return last
        return end

    def parts(self, first: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
        """Divide a body's name that runs on into a person's ("Foreign Ministry spokesman Jan Smit")."""
        words = name_words()
        if label == "ORG":
            for at in range(end - 2, first - 1, -1):
                if self.word(at).lower().rstrip(".") in words.titles and self.word(at)[0].isupper():
                    rest = [self.word(one) for one in range(at + 1, end)]
                    if 1 < len(rest) < 4 and all(
                        one[:1].isupper()
                        and one.isalpha()
                        and one.lower()
                        not in words.body_endings
                        | words.body_words
                        | words.titles
                        | words.place_endings
                        for one in rest
                    ):
                        if at > first:
                            yield first, at, label
                        yield at + 1, end, "PERSON"
                        return
                    break
        if label in {"PERSON", "GPE", "LOC"} or (
            label == "ORG" and self.word(end - 1).lower() not in words.body_endings
        ):
            for at in range(first + 1, end - 1):
                if self.word(at) in {"'s", "’s"}:
                    yield first, at, label
                    yield at + 1, end, ""
                    return
        yield first, end, label

    def trimmed(self, first: int, last: int, label: str) -> Name | None:
        """The name without articles, possessives, titles and the like; None if nothing is left."""
        while first < last and (
            not self.word(first)[0].isalnum()
            or self.word(first).lower() in {"the", "a", "an", "and", "of", "in"}
        ):
            first += 1
        while last > first and (
            self.word(last - 1) in _POSSESSIVE
            or not any(letter.isalnum() for letter in self.word(last - 1))
            or (self.word(last - 1).islower() and not self.joined(last - 1))
        ):
            last -= 1
        title = False
        if label == "PERSON":
            while first < last and self.tokens[first].pos in _NO_NAME_POS:
                first += 1
            while last > first and self.tokens[last - 1].pos in _NO_NAME_POS:
                last -= 1
        if first < last and label in {"PERSON", ""} and not self.is_body(first, last):
            first, title = self.after_titles(first, last)
        if first >= last:
            return None
        return self.named(first, last, label, title=title)

    def is_body(self, first: int, last: int) -> bool:
        """Whether the last word makes it a body ("Foreign Ministry")."""
        return last - first > 1 and self.word(last - 1).lower() in name_words().body_endings

    def after_titles(self, first: int, last: int) -> tuple[int, bool]:
        """Where the name begins after titles (at `last` if it is nothing but titles), and whether any stand."""
        lexicon = name_words()
        words = [self.word(at).lower().rstrip(".") for at in range(first, last)]
        if all(word in lexicon.titles for word in words) and not (
            len(words) == 1 and words[0] in lexicon.title_surnames
        ):
            return last, False
        cut = 0
        for number, word in enumerate(words[:-1]):
            if word in lexicon.titles and (number == 0 or word not in lexicon.title_surnames):
                cut = number + 1
        before = self.word(first - 1).lower().rstrip(".") if first > self.offset else ""
        return first + cut, cut > 0 or before in lexicon.titles

    def named(self, first: int, last: int, label: str, *, title: bool) -> Name:
        """The name of these tokens, a possessive ending and a party's letters cut off."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        for ending in ("'s", "’s", "'", "’"):
            if self.text[start:end].endswith(ending) and end - start > len(ending):
                end -= len(ending)
                break
        written = self.text[start:end]
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
        if self.text[end : end + 1] == "." and (
            region_of_word(self.text[start : end + 1]) is not None
            or ("." in written and len(written) <= _OPEN_INITIALS and end - start > 1)
        ):
            end += 1
        span = Span(start, end)
        return Name(
            first=first,
            last=last,
            label=label,
            span=span,
            text=" ".join(span.of(self.text).split()),
            title=title,
        )
