"""The whole program over files in memory, with one parser for all examples."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.annotate import Annotator
from firsthand.brief.to_json import to_json
from firsthand.domain import Article, Capture, Reading, Rejected
from firsthand.errors import InputError
from firsthand.plan import NewsPlan, made_with
from firsthand.plan.stages import Annotate
from firsthand.read import capture_from
from firsthand.run import Local, Outcome, briefs_of
from tests.property.coverage import Piece

__all__ = ["AS_OF", "briefs", "captures", "ran"]

AS_OF = "2026-02-01T12:00:00+00:00"
_ANNOTATOR = Annotator()


@cache
def _reading(article: Article) -> Reading:
    return _ANNOTATOR.read(article)


@dataclass(frozen=True, slots=True, kw_only=True)
class _RememberedAnnotate(Annotate):
    """The shipped stage; a text that was read before is not parsed again."""

    def open(self) -> Callable[[Article], Iterable[Reading]]:
        return lambda article: (_reading(article),)


_PLAN = NewsPlan(annotate=_RememberedAnnotate())


def captures(pieces: Sequence[Piece]) -> list[Capture | Rejected]:
    """Files as captures, or as rejected rows."""
    found: list[Capture | Rejected] = []
    for piece in pieces:
        try:
            found.append(capture_from(piece.name, piece.raw))
        except InputError as error:
            found.append(Rejected(item=error.item, stage="read", reason=error.why, hint=error.hint))
    return found


def ran(pieces: Sequence[Piece]) -> Outcome:
    """Run the whole program over files."""
    return briefs_of(captures(pieces), _PLAN, Local(), as_of=AS_OF, made_with=made_with(_PLAN))


def briefs(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """The briefs as the JSON says them."""
    return [json.loads(to_json(brief)) for brief in ran(pieces).briefs]
