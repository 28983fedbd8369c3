"""What is measured of each line of a dump: the inputs of the tagger of line roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.line_characters import character_counts
from firsthand.extract.lines import Line
from firsthand.tables.linewords import LINE_WORD_CLASSES

__all__ = ["FEATURES", "WORD", "Lexicon", "Measured", "measured"]

WORD = re.compile(
    r"[^\s\d!-/:-@\[-`{-~\u00a0-\u00bf\u2010-\u2060\u3000-\u3003\u3008-\u3011\uff01-\uff1f]+"
)
"""Runs of letters with their marks: the vowel signs of Indian scripts are no letters to ``\\w``."""

_CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_AMOUNT = re.compile(r"[$£€¥₹%]|\d[.,]\d")
_LONG_WORDS = 14
"""Words from which a line counts as a paragraph where similarity to the dump's text is measured."""

_READ_CHARACTERS, _READ_WORDS = 4000, 400
"""How much of a line is looked at; a paragraph's role shows long before."""

_CLASSED_WORDS = 60
_OPENING_WORDS = 2
_WINDOW = 4
_KNOWN_SHARE = 0.04
"""Share of words among a language's commonest from which the dump's language is known."""

_OWN = (
    "words", "characters", "word_length", "ends_sentence", "ends_colon", "ends_open", "ends_cut",
    "commas", "digit_share", "upper_share", "capitalised_share", "all_capitals", "opens_lower",
    "opens_digit", "opens_quotation", "opens_bracket", "bullet", "indent", "blank_before",
    "blank_after", "quotations", "dividers", "brackets", "inner_ends", "glued", "clock", "year",
    "date", "amount", "address", "link", "copyright", "stop_share", "stop_any_share", "repeats",
    "shared_long", "shared_rare", "shared_lead", "prose",
)  # fmt: skip
_PLACED = (
    "above", "in_region", "to_region_start", "to_region_end", "share_of_region",
    "from_second_start", "from_second_end", "length_near", "sentences_near", "log_lines",
    "long_share", "spaceless_text", "stop_words_known", "headline_above", "headline_likeness",
)  # fmt: skip
FEATURES = (
    *_OWN,
    *_PLACED,
    *(f"share:{name}" for name in LINE_WORD_CLASSES),
    *(f"opens:{name}" for name in LINE_WORD_CLASSES),
)
"""Names of the columns, in order."""

_Columns = dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """What is known of single words: one row a word."""

    numbers: Mapping[str, int]
    """Word, folded → its row."""

    stops: NDArray[np.bool_]
    """One column a language: whether the word is among that language's commonest."""

    classes: NDArray[np.bool_]
    """One column a class of `LINE_WORD_CLASSES`."""

    embedded: NDArray[np.int32]
    """The word's number in the model's vocabulary; -1 for none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """The lines of one dump as numbers."""

    rows: NDArray[np.float32]
    """One row a line, one column a name of `FEATURES`."""

    words: NDArray[np.int64]
    """Numbers in the model's vocabulary of the known words, each once a line, line after line."""

    owners: NDArray[np.int64]
    """For each of `words`, the position of its line."""


def measured(lines: Sequence[Line], lexicon: Lexicon) -> Measured:
    """Measure the lines of one dump, given in order."""
    if not lines:
        empty = np.zeros(0, dtype=np.int64)
        rows = np.zeros((0, len(FEATURES)), dtype=np.float32)
        return Measured(rows=rows, words=empty, owners=empty)
    texts = [line.text[:_READ_CHARACTERS] for line in lines]
    words = [WORD.findall(text.casefold())[:_READ_WORDS] for text in texts]
    chars = character_counts(texts)
    columns: _Columns = {}
    sizes = np.maximum(
        [len(text.split()) for text in texts], chars["far"] / 2 + chars["spaceless"] / 5
    )
    _shapes(columns, texts, sizes, chars)
    _marks(columns, lines, texts, chars)
    known = _word_shares(columns, words, sizes, lexicon)
    _similarities(columns, texts, words, sizes)
    _places(columns, sizes, chars)
    rows = np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)
    return Measured(rows=rows, words=known[:, 1], owners=known[:, 0])


_OPENINGS = frozenset('"“„«‘「『')
_BULLETS = frozenset("•*-–·►▶●○■◦")
_ENDS = frozenset(".!?…。！？।۔؟")
_CLOSERS = "\"'”’»)]」』）"


def _flags(values: Sequence[bool]) -> NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def _shapes(
    columns: _Columns,
    texts: Sequence[str],
    sizes: NDArray[np.float64],
    chars: Mapping[str, NDArray[np.float64]],
) -> None:
    """Length, end and the share of each kind of character."""
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    letters = np.maximum(1.0, chars["upper"] + chars["lower"])
    counted = np.maximum(1.0, sizes)
    columns["words"] = np.log1p(np.minimum(sizes, 400)) / 3
    columns["characters"] = np.log1p(lengths) / 5
    columns["word_length"] = np.minimum(lengths / counted, 20) / 6
    columns["ends_sentence"] = _flags([text.rstrip(_CLOSERS)[-1:] in _ENDS for text in texts])
    columns["ends_colon"] = _flags([text[-1] in ":：" for text in texts])
    columns["ends_open"] = _flags([text[-1] in ",;-–—" for text in texts])
    columns["ends_cut"] = _flags([text.endswith(("...", "…")) for text in texts])
    columns["commas"] = np.minimum(chars["comma"] / counted, 0.5) * 4
    columns["digit_share"] = chars["digit"] / np.maximum(1.0, lengths)
    columns["upper_share"] = chars["upper"] / letters
    columns["capitalised_share"] = np.minimum(chars["capitalised"] / counted, 1.5)
    columns["all_capitals"] = ((chars["lower"] == 0) & (chars["upper"] > 2)).astype(np.float64)
    for name, kind in (
        ("quotations", "quotation"),
        ("dividers", "divider"),
        ("brackets", "bracket"),
    ):
        columns[name] = np.minimum(chars[kind], 6) / 3
    columns["inner_ends"] = np.clip(chars["end"] - 1, 0, 6) / 3
    columns["glued"] = np.minimum(chars["glued"], 6) / 3
    columns["above"] = (np.cumsum(lengths) - lengths) / max(1.0, lengths.sum())


def _marks(
    columns: _Columns,
    lines: Sequence[Line],
    texts: Sequence[str],
    chars: Mapping[str, NDArray[np.float64]],
) -> None:
    """What a line opens with, holds, and how it is set off."""
    numbered = chars["digit"] > 0
    firsts = [text[0] for text in texts]
    columns["opens_lower"] = _flags([one.islower() for one in firsts])
    columns["opens_digit"] = _flags([one.isdigit() for one in firsts])
    columns["opens_quotation"] = _flags([one in _OPENINGS for one in firsts])
    columns["opens_bracket"] = _flags([one in "([【（" for one in firsts])
    columns["bullet"] = _flags([one in _BULLETS for one in firsts])
    columns["indent"] = np.minimum([line.indent for line in lines], 12) / 4
    blank = _flags([line.blank_before for line in lines])
    columns["blank_before"] = blank
    columns["blank_after"] = np.append(blank[1:], 1.0)
    for name, pattern in (("clock", _CLOCK), ("year", _YEAR), ("date", _DATE), ("amount", _AMOUNT)):
        columns[name] = _flags(
            [
                bool(has) and pattern.search(text) is not None
                for has, text in zip(numbered, texts, strict=True)
            ]
        )
    columns["address"] = _flags(["@" in text for text in texts])
    columns["link"] = _flags(["http" in text or "www." in text for text in texts])
    columns["copyright"] = _flags(["©" in text or "(c)" in text for text in texts])


def _word_shares(
    columns: _Columns,
    words: Sequence[Sequence[str]],
    sizes: NDArray[np.float64],
    lexicon: Lexicon,
) -> NDArray[np.int64]:
    """Shares of the dump's commonest words and of each class of words.

    Returns:
        Line and number in the vocabulary of every known word, each pair once.
    """
    count = len(words)
    lengths = np.array([len(row) for row in words], dtype=np.int64)
    find = lexicon.numbers.get
    found = np.array([find(word, -1) for row in words for word in row], dtype=np.int64)
    owners = np.repeat(np.arange(count), lengths)
    places = np.arange(len(found)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    has = found >= 0
    found, owners, places = found[has], owners[has], places[has]
    read = np.maximum(1, lengths)
    stops = lexicon.stops[found]
    long = lengths[owners] >= _LONG_WORDS
    hits = stops[long].sum(axis=0) if len(found) else np.zeros(stops.shape[1])
    best = int(np.argmax(hits))
    known = float(hits[best] > _KNOWN_SHARE * lengths.sum())
    columns["stop_share"] = np.bincount(owners, stops[:, best], count) / read
    columns["stop_any_share"] = np.bincount(owners, stops.any(axis=1), count) / read
    columns["stop_words_known"] = np.full(count, known)
    classes = lexicon.classes[found]
    scale = 3 / np.clip(sizes, 1, 20)
    early, opening = places < _CLASSED_WORDS, places < _OPENING_WORDS
    for number, name in enumerate(LINE_WORD_CLASSES):
        own = classes[:, number]
        columns[f"share:{name}"] = np.minimum(np.bincount(owners, own & early, count) * scale, 3)
        columns[f"opens:{name}"] = np.minimum(np.bincount(owners, own & opening, count), 1)
    embedded = lexicon.embedded[found]
    taken = embedded >= 0
    pairs = np.unique(np.stack([owners[taken], embedded[taken]], axis=1), axis=0)
    return pairs.astype(np.int64).reshape(-1, 2)


def _similarities(
    columns: _Columns,
    texts: Sequence[str],
    words: Sequence[Sequence[str]],
    sizes: NDArray[np.float64],
) -> None:
    """What a line shares with the dump's paragraphs, itself left out, and with its first ones."""
    count = len(texts)
    numbers: dict[str, int] = {}
    own = [
        {numbers.setdefault(word, len(numbers)) for word in row if len(word) > 3} for row in words
    ]
    lengths = np.array([len(row) for row in own], dtype=np.int64)
    owners = np.repeat(np.arange(count), lengths)
    ids = np.array([one for row in own for one in row], dtype=np.int64)
    long = sizes >= _LONG_WORDS
    spread = np.bincount(ids[long[owners]], minlength=len(numbers))
    elsewhere = spread[ids] > long[owners]
    marking = np.array([len(word) > 5 for word in numbers], dtype=bool)
    rare = elsewhere & (spread[ids] <= max(2, long.sum() // 3)) & marking[ids]
    places = np.flatnonzero(long)
    lead = np.zeros(len(numbers), dtype=bool)
    lead[ids[np.isin(owners, places[:6])]] = True
    ahead = np.bincount(owners, lead[ids], count) / np.maximum(1, lengths)
    ahead[places[0] if len(places) else 0 :] = 0.0
    seen = Counter(texts)
    columns["repeats"] = np.minimum([seen[text] for text in texts], 4) / 2 - 0.5
    columns["shared_long"] = np.bincount(owners, elsewhere, count) / np.maximum(1, lengths)
    columns["shared_rare"] = np.minimum(np.bincount(owners, rare, count), 6) / 2
    columns["shared_lead"] = ahead


def _places(
    columns: _Columns,
    sizes: NDArray[np.float64],
    chars: Mapping[str, NDArray[np.float64]],
) -> None:
    """Where a line stands to the two richest stretches of prose, and to the likeliest headline."""
    count = len(sizes)
    sentence = columns["ends_sentence"] > 0
    prose = np.where(
        sentence & (sizes >= 4),
        np.minimum(sizes, 40) / 12,
        np.where(sizes >= _LONG_WORDS, np.minimum(sizes, 40) / 20, -0.6),
    )
    columns["prose"] = prose
    first, last = _richest(prose)
    rest = prose.copy()
    rest[first : last + 1] = -3.0
    second, end = _richest(rest)
    rows = np.arange(count, dtype=np.float64)
    columns["in_region"] = ((rows >= first) & (rows <= last)).astype(np.float64)
    columns["to_region_start"] = _pressed(rows - first)
    columns["to_region_end"] = _pressed(last - rows)
    columns["share_of_region"] = np.clip((rows - first) / max(1, last - first), -1, 2)
    columns["from_second_start"] = _pressed(rows - second)
    columns["from_second_end"] = _pressed(end - rows)
    title = (
        columns["shared_lead"] * np.minimum(sizes, 8) / 8
        + 0.3 * (columns["repeats"] > 0)
        - 0.5 * sentence
        - 2.0 * ((sizes < 3) | (sizes > 30) | (rows > first + 2))
    )
    columns["headline_likeness"] = np.maximum(title, -1)
    columns["headline_above"] = _pressed(rows - int(np.argmax(title)))
    width = 2 * _WINDOW + 1
    windows = np.lib.stride_tricks.sliding_window_view
    columns["length_near"] = windows(np.pad(columns["words"], _WINDOW), width).max(axis=1)
    ended = np.pad(sentence * (sizes >= 6), _WINDOW)
    columns["sentences_near"] = windows(ended, width).sum(axis=1) / 4
    columns["log_lines"] = np.full(count, np.log1p(count) / 5)
    columns["long_share"] = np.full(count, (sizes >= _LONG_WORDS).mean())
    spaceless = chars["far"].sum() + chars["spaceless"].sum()
    letters = chars["upper"].sum() + chars["lower"].sum() + spaceless
    columns["spaceless_text"] = np.full(count, spaceless / max(1.0, letters))


def _richest(scores: NDArray[np.float64]) -> tuple[int, int]:
    """The stretch with the greatest sum (Kadane's method): first and last; (0, -1) where none is."""
    total = np.concatenate([[0.0], np.cumsum(scores)])
    gains = total[1:] - np.minimum.accumulate(total[:-1])
    last = int(np.argmax(gains))
    if gains[last] <= 0:
        return 0, -1
    return int(np.argmin(total[: last + 1])), last


def _pressed(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distances, far ones pressed together, their sign kept."""
    pressed: NDArray[np.float64] = np.sign(distance) * np.log1p(np.abs(distance)) / 2
    return pressed
