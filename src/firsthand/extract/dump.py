"""Roles of the lines of a plain-text dump: headline, standfirst, body, and what is none of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Fact
from firsthand.extract.dump_body import judge_body
from firsthand.extract.dump_draft import mark_fields
from firsthand.extract.dump_head import judge_head
from firsthand.extract.dump_region import draft_of
from firsthand.extract.dump_tail import judge_tail
from firsthand.extract.lines import Line, lines_of, unwrapped
from firsthand.extract.parts import Part

__all__ = ["Dump", "dump_parts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The parts of a dump; outlet and place as its head states them."""

    parts: tuple[Part, ...]
    outlet: str | None
    release: bool
    """Whether it announces itself as a press release."""

    stamp_place: str | None
    """The place in front of a timestamp ("Ghent, 3 March 2021")."""

    facts: tuple[Fact, ...] = ()
    """What its blocks of fields state."""


def dump_parts(raw_text: str, lines: Sequence[Line] | None = None) -> Dump | None:
    """Give every line of `raw_text` its role; None when it holds no running text.

    Args:
        raw_text: The dump of one article.
        lines: Its lines, where they have been cut already.
    """
    if lines is None:
        lines = unwrapped(raw_text, lines_of(raw_text))
    draft = draft_of(raw_text, lines)
    if draft is None:
        return None
    judge_body(draft)
    judge_head(draft)
    judge_tail(draft)
    mark_fields(draft)
    return Dump(
        parts=draft.parts(),
        outlet=draft.outlet,
        release=draft.release,
        stamp_place=draft.stamp_place,
        facts=draft.facts,
    )
