"""Who speaks, as one article tells."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain import Reason, SpeakerKind

__all__ = ["Speaker"]


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
