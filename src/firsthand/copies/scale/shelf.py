"""Articles on disk, as far as copies are judged by them."""

from __future__ import annotations

from dataclasses import fields, replace

import msgspec
import numpy as np

from firsthand.copies.alignment import Worded, worded
from firsthand.copies.scale.spill import Spill
from firsthand.domain import Article
from firsthand.text.surrogates import writable

__all__ = ["Shelf"]

_HELD = 4_096
"""Articles that are held cut into words."""

_AT_ONCE = 1 << 22
"""Bytes that are held before they are written."""


class Shelf:
    """Articles by the order in which they were put there, without what no judgement of copies reads."""

    def __init__(self, spill: Spill) -> None:
        self._spill = spill
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Article)
        self._cut: dict[int, Worded] = {}
        self._held: list[bytes] = []
        self._bytes = 0
        self._ends = np.zeros(1024, dtype=np.int64)
        self._count = 0

    def put(self, article: Article) -> None:
        """Keep one article."""
        bare = replace(
            article, raw_text="", furniture=(), kept=(), evidence=(), turns=(), revisions=()
        )
        try:
            record = self._encoder.encode(bare)
        except UnicodeEncodeError:
            record = self._encoder.encode(_writable(bare))
        if self._count == len(self._ends):
            self._ends = np.concatenate([self._ends, np.zeros_like(self._ends)])
        before = self._ends[self._count - 1] if self._count else 0
        self._ends[self._count] = before + len(record)
        self._count += 1
        self._held.append(record)
        self._bytes += len(record)
        if self._bytes >= _AT_ONCE:
            self._flush()

    def get(self, number: int) -> Article:
        """Read one again, by its place in the order of arrival."""
        self._flush()
        start = int(self._ends[number - 1]) if number else 0
        return self._decoder.decode(self._spill.part("articles", start, int(self._ends[number])))

    def worded(self, number: int) -> Worded:
        """Read one cut into words; the last few thousand asked for are held."""
        if number not in self._cut:
            if len(self._cut) >= _HELD:
                self._cut.clear()
            self._cut[number] = worded(self.get(number))
        return self._cut[number]

    def _flush(self) -> None:
        if self._held:
            self._spill.append("articles", b"".join(self._held))
            self._held, self._bytes = [], 0


def _writable(article: Article) -> Article:
    """The article with lone surrogates replaced one for one, so that offsets still hold."""
    plain: Article = msgspec.convert(
        {field.name: _plain(getattr(article, field.name)) for field in fields(article)}, Article
    )
    return plain


def _plain(value: object) -> object:
    built = msgspec.to_builtins(value, str_keys=True) if not isinstance(value, str) else value
    if isinstance(built, str):
        return writable(built)
    if isinstance(built, list | tuple):
        return [_plain(one) for one in built]
    if isinstance(built, dict):
        return {name: _plain(one) for name, one in built.items()}
    return built
