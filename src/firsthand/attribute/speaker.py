"""Who speaks, as one article tells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.attribute.tree import Tree
from firsthand.domain import Reason, SpeakerKind, StatementField

__all__ = ["NOBODY", "Speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker, joint speakers, or nobody."""

    name: str | None
    kind: SpeakerKind
    heads: tuple[int, ...] = ()
    """Tokens that head the noun phrases naming the speaker; where titles are looked for."""

    parts: tuple[Speaker, ...] = ()
    """The joint speakers; empty for a single one."""

    reasons: tuple[Reason, ...] = ()
    """Why this name, of the field "speaker"; the reason that decided last. Empty for nobody."""

    def because(self, tree: Tree, feature: str, score: float = 1.0) -> Speaker:
        """The same speaker with the reason why it is this one; nobody needs none."""
        if self.name is None:
            return self
        reason = Reason(
            feature=feature,
            score=round(score, 3),
            evidence=tree.passages(self.heads),
            field=StatementField.SPEAKER.value,
        )
        return replace(self, reasons=(*self.reasons, reason))


NOBODY = Speaker(name=None, kind=SpeakerKind.UNKNOWN)
"""Nobody is named."""
