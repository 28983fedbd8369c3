"""The people and bodies of a story as the brief's JSON gives them."""

from __future__ import annotations

from typing import Any

from firsthand.brief.citing import Citing
from firsthand.brief.json_articles import passage_data
from firsthand.domain import Actor, Passage, Role

__all__ = ["actor_data"]

_Data = dict[str, Any]


def actor_data(actor: Actor, cite: Citing) -> _Data:
    """An actor: names as written, roles with dates, what it belongs to, and outside identifiers."""
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "body": None if actor.body is None else actor.body.value,
        "authority": actor.authority,
        "state": actor.state,
        "heard": actor.heard,
        "ids": list(actor.ids),
        "written": [
            {"form": one.form, "passages": _passages(one.passages, cite)} for one in actor.written
        ],
        "roles": [_role(role, cite) for role in actor.held],
        "affiliations": [
            {
                "body": one.body,
                "basis": one.basis.value,
                "passages": _passages(one.passages, cite),
            }
            for one in actor.affiliations
        ],
        "reasons": [
            {
                "field": reason.field or None,
                "feature": reason.feature,
                "score": reason.score,
                "evidence": _passages(reason.evidence, cite),
            }
            for reason in actor.reasons
        ],
    }


def _role(role: Role, cite: Citing) -> _Data:
    """A role and how long the texts say that it is held."""
    return {
        "title": role.title,
        "tenure": role.tenure.value,
        "body": role.body,
        "state": role.state,
        "since": role.since,
        "until": role.until,
        "first": role.first,
        "last": role.last,
        "passages": _passages(role.passages, cite),
    }


def _passages(passages: tuple[Passage, ...], cite: Citing) -> list[_Data]:
    return [passage_data(passage, cite) for passage in passages]
