"""Some words of one text that stand where another has others."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.copies.alignment import Worded
from firsthand.tables.editwords import EditWords, edit_words

__all__ = ["Stretch"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to before `last` of a text, inside a passage that it shares with another."""

    text: Worded
    first: int
    last: int
    start: int
    """First word of the passage."""

    end: int
    """Word after the passage's last."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, folded."""
        return self.text.words.folded[self.first : self.last]

    @property
    def known(self) -> EditWords:
        """The word lists of the article's language."""
        return edit_words(self.text.article.language)

    def written(self, index: int) -> str:
        """A word of the text as written."""
        words = self.text.words
        return self.text.article.text[int(words.starts[index]) : int(words.ends[index])]

    def wider(self, before: int, after: int) -> Stretch:
        """The stretch with some words more on both sides, as far as the passage goes."""
        first, last = max(self.start, self.first - before), min(self.end, self.last + after)
        return Stretch(self.text, first, last, self.start, self.end)
