"""What a sentence keeps when it is told in other words or in another language: numbers, dates, names.

Numbers are read as each language writes them, months and days of the week by their number, names by
their sound, so that "Tschernihiw", "Chernihiv" and "Чернігів" are one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from firsthand.domain import Article, Span, ZoneKind
from firsthand.tables.anchorwords import AnchorWords, anchor_words, latin_letters, sounds
from firsthand.text.quotation import quotations
from firsthand.text.sentences import sentences
from firsthand.text.shingles import WIDTH, shingles, words

__all__ = ["Told", "sound_of", "told"]

_WORD = re.compile(r"[^\W_]+(?:['’‐-][^\W_]+)*")
_THIN = "\\u00a0\\u202f\\u2009"


def _figures(blanks: str) -> re.Pattern[str]:
    """Figures whose thousands may be parted by one of `blanks`."""
    return re.compile(rf"(?:\d{{1,3}}(?:[{blanks}]\d{{3}}(?!\d))+|\d+)(?:[.,:]\d+)*")


_FIGURES = _figures(_THIN)
_FIGURES_APART = _figures(_THIN + " ")
"""For languages that part thousands by a blank; elsewhere "in 2025 120 people" are two numbers."""

_BLANK = re.compile(r"[ \u00a0\u202f\u2009]")
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
"""Languages in which a capital is no sign of a name."""

_QUOTED_WORD = 0.25
"""What a word between quotation marks counts: utterances are the same in independent reports."""

_SHORTEST = 3
"""Words of a sentence worth aligning: less is a heading, a picture's credit or "Read more"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """An article's sentences with what they are anchored by."""

    article: Article
    sentences: tuple[Span, ...]
    """Into `Article.text`, ascending; the headline's and captions are left out."""

    words: tuple[float, ...]
    """Words of each sentence; those between quotation marks count a quarter."""

    fixed: tuple[frozenset[str], ...]
    """For each sentence its numbers (``n:14``), months (``m:10``) and days of the week (``w:2``)."""

    names: tuple[frozenset[str], ...]
    """For each sentence the sounds of its words with a capital, those that open it included."""

    sure: tuple[frozenset[str], ...]
    """Of `names` those that a capital alone shows to be names."""

    codes: tuple[frozenset[int], ...]
    """For each sentence the codes of its runs of three words."""


def told(article: Article, *, at_most: int) -> Told:
    """Cut an article into sentences and read their anchors.

    Args:
        article: Any article; one in a language without tables gives names and figures alone.
        at_most: Sentences kept, from the beginning.
    """
    spans: list[Span] = []
    for zone in article.zones:
        if zone.kind in (ZoneKind.HEADLINE, ZoneKind.CAPTION) or len(spans) >= at_most:
            continue
        part = zone.span.of(article.text)
        for found in sentences(part, language=article.language):
            span = Span(zone.span.start + found.start, zone.span.start + found.end)
            if len(_WORD.findall(span.of(article.text))) >= _SHORTEST:
                spans.append(span)
    spans = spans[:at_most]
    marked = quotations(article.text)
    tables = anchor_words(article.language)
    read = [_read(span.of(article.text), tables, article.language) for span in spans]
    return Told(
        article=article,
        sentences=tuple(spans),
        words=tuple(_counted(article.text, span, marked) for span in spans),
        fixed=tuple(one[0] for one in read),
        names=tuple(one[1] for one in read),
        sure=tuple(one[2] for one in read),
        codes=_codes(article.text, spans),
    )


def _codes(text: str, spans: Sequence[Span]) -> tuple[frozenset[int], ...]:
    cut = words(text, spans)
    codes = shingles(cut.folded).tolist()
    bounds = np.searchsorted(cut.starts, [end for span in spans for end in (span.start, span.end)])
    return tuple(
        frozenset(codes[first : max(first, last - WIDTH + 1)])
        for first, last in zip(bounds[::2].tolist(), bounds[1::2].tolist(), strict=True)
    )


def _counted(text: str, span: Span, marked: Sequence[Span]) -> float:
    starts = [one.start for one in marked]
    total = 0.0
    for match in _WORD.finditer(text, span.start, span.end):
        before = bisect_right(starts, match.start())
        quoted = before > 0 and match.start() < marked[before - 1].end
        total += _QUOTED_WORD if quoted else 1.0
    return total


def _read(
    sentence: str, tables: AnchorWords | None, language: str
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    fixed: set[str] = set()
    names: set[str] = set()
    sure: set[str] = set()
    scaled: list[tuple[int, float]] = []
    apart = tables is not None and tables.group == " "
    for figures in (_FIGURES_APART if apart else _FIGURES).finditer(sentence):
        value = _value(figures.group(), tables)
        scaled.append((figures.end(), value))
        fixed.add(f"n:{value:g}")
    before: tuple[int, float] | None = None
    figure_at = dict(scaled)
    opens = True
    for match in _WORD.finditer(sentence):
        written = match.group()
        word = written.lower().replace("’", "'")
        start, end = match.span()
        gap = sentence[before[0] : start] if before is not None else "x"
        near = before if before is not None and not gap.strip(" .-\u00a0\u202f") else None
        before = (end, figure_at[end]) if end in figure_at else None
        if tables is not None and (number := tables.numbers.get(word)) is not None:
            fixed.add(f"n:{number}")
            before = (end, float(number))
        elif tables is not None and near is not None and word in tables.scales:
            fixed.discard(f"n:{near[1]:g}")
            before = (end, near[1] * tables.scales[word])
            fixed.add(f"n:{before[1]:g}")
        elif tables is not None and (day := _calendar(written, word, tables, language)):
            fixed.add(day)
        elif written[0].isupper() and (sound := sound_of(written)):
            names.add(sound)
            if not opens and language not in _NOUNS_HAVE_CAPITALS:
                sure.add(sound)
        opens = False
    return frozenset(fixed), frozenset(names), frozenset(sure)


def _calendar(written: str, word: str, tables: AnchorWords, language: str) -> str | None:
    """A month or a day of the week; where those take a capital, small letters are another word."""
    if language in {"en", "de"} and not written[0].isupper():
        return None
    if word in tables.months:
        return f"m:{tables.months[word]}"
    if word in tables.weekdays:
        return f"w:{tables.weekdays[word]}"
    return None


def _value(figures: str, tables: AnchorWords | None) -> float:
    """The value of a figure as its language writes it; of "4:52" the hour and minute as a fraction."""
    group, decimal = (tables.group, tables.decimal) if tables is not None else (",", ".")
    plain = _BLANK.sub("", figures)
    parts = re.split(r"[.,:]", plain)
    marks = re.findall(r"[.,:]", plain)
    if len(parts) == 1:
        return float(plain[:300])
    # Three digits behind the mark of thousands are thousands; so they are behind several marks.
    if all(mark == group for mark in marks) and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts)[:300])
    if marks[-1] == decimal and all(mark == group for mark in marks[:-1]):
        return float("".join(parts[:-1])[:300] + "." + parts[-1])
    return float(parts[0][:300] + "." + "".join(parts[1:]))


@lru_cache(maxsize=65_536)
def sound_of(name: str) -> str:
    """The consonants of a name as they sound, small letters; a leading vowel is ``a``.

    Equal for one name in most Latin and Cyrillic spellings; many different names sound alike, so it
    is worth something only beside other anchors. Empty for a name of less than two consonants.
    """
    plain = "".join(latin_letters().get(letter, letter) for letter in name.lower())
    plain = plain.replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", plain)
        if letter.isascii() and letter.isalpha()
    )
    leads = plain[:1] in set("aeiou")
    for written, sound in sounds():
        plain = plain.replace(written, sound)
    bare = _DOUBLE.sub(r"\1", _VOWELS.sub("", plain))
    return "" if len(bare) + leads < 2 else ("a" if leads else "") + bare
