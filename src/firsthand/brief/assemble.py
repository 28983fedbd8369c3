"""Put a story's findings together as a brief."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.brief.graph import provenance
from firsthand.brief.letters import letters
from firsthand.brief.lint import lint
from firsthand.brief.places import places
from firsthand.brief.sections import sections
from firsthand.brief.timeline import timeline
from firsthand.domain import Brief, Findings, MadeWith, Note, Rejected, SettledStory, StoryThread

__all__ = ["make_brief"]


def make_brief(
    settled: SettledStory,
    findings: Findings,
    *,
    as_of: str,
    made_with: MadeWith,
    rejected: Sequence[Rejected] = (),
    notes: Sequence[Note] = (),
    thread: StoryThread | None = None,
) -> Brief:
    """Lay out what was found, every line with the passages it rests on.

    Args:
        settled: The story.
        findings: What was found about its claims.
        as_of: ISO 8601 moment of the run.
        made_with: Version, models and rules.
        rejected: Inputs of the run that could not be used.
        notes: What a stage could not do for an article.
        thread: The story day by day.
    """
    coded = letters([reading.article for reading in settled.readings])
    warnings = lint(settled, findings)
    nodes, edges = provenance(settled, findings)
    return Brief(
        as_of=as_of,
        made_with=made_with,
        settled=settled,
        findings=findings,
        sections=sections(settled, findings, warnings, dict(coded), as_of=as_of),
        timeline=timeline(settled),
        places=places(settled),
        nodes=nodes,
        edges=edges,
        lint=warnings,
        notes=tuple(notes),
        rejected=tuple(rejected),
        thread=thread,
        article_letters=coded,
    )
