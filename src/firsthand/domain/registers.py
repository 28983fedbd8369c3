"""Entries of a register that a user keeps or has downloaded: people and bodies with identifiers."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain.statements import SpeakerKind

__all__ = ["RegisterEntry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One person or body of a register."""

    id: str
    """The register's own identifier, as it writes it ("Q1065", "NK-4fXz…")."""

    names: tuple[str, ...]
    """Every name the entry has, the usual one first; at least one."""

    kind: SpeakerKind | None = None
    """`PERSON` or `BODY`; None where the register does not say."""

    states: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of the countries it belongs to, sorted; empty where none is given."""

    born: int | None = None
    """Year of a person's birth."""

    died: int | None = None
    """Year of a person's death."""

    register: str = ""
    """The file it stands in, as the user named it."""
