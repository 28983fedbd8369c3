"""The fields of a relation beside its three parts, compared as the scorer compares them.

Each comparison gives None where the gold says nothing of the field, "" where both agree, and
otherwise a phrase that says which was given for which. Names are never printed: they would be
the texts'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["FIELDS", "same_name"]

Row = Mapping[str, Any]
_WORD = re.compile(r"\w+")


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names agree: the last words are equal, and one's words are among the other's."""
    words = [_WORD.findall((name or "").casefold()) for name in (one, other)]
    if not all(words):
        return False
    if words[0] == words[1]:
        return True
    sets = [set(each) for each in words]
    return words[0][-1] == words[1][-1] and (sets[0] <= sets[1] or sets[1] <= sets[0])


def _speaker(gold: Row, found: Row) -> str | None:
    if not gold.get("speaker"):
        return None
    if same_name(gold["speaker"], found.get("speaker")):
        return ""
    if not found.get("speaker"):
        return "none given"
    shared = set(_WORD.findall(gold["speaker"].casefold())) & set(
        _WORD.findall(found["speaker"].casefold())
    )
    if ";" in gold["speaker"] or ";" in found["speaker"]:
        return "joint speakers, one more or fewer" if shared else "joint speakers, others"
    return "another form of the name" if shared else "somebody else"


def _authority(gold: Row, found: Row) -> str | None:
    if not gold.get("authority"):
        return None
    if any(same_name(one, found.get("authority")) for one in gold["authority"].split(";")):
        return ""
    if not found.get("authority"):
        return "none given, body is the speaker" if _itself(gold) else "none given"
    shared = set(_WORD.findall(gold["authority"].casefold())) & set(
        _WORD.findall(found["authority"].casefold())
    )
    return "another form of the name" if shared else "another body"


def _itself(gold: Row) -> bool:
    return same_name(gold.get("speaker"), gold["authority"])


def _authority_invented(gold: Row, found: Row) -> str | None:
    if "authority" not in gold or gold["authority"]:
        return None
    return "given where there is none" if found.get("authority") else ""


def _relays(gold: Row, found: Row) -> str | None:
    if "relays" not in gold:
        return None
    ours, theirs = list(gold["relays"] or ()), list(found.get("relays") or ())
    if not ours and not theirs:
        return None
    if not theirs:
        return "none given"
    if not ours:
        return "given where there is none"
    missing = [one for one in ours if not any(same_name(one, other) for other in theirs)]
    extra = [one for one in theirs if not any(same_name(one, other) for other in ours)]
    if missing and extra:
        return "another outlet"
    if missing:
        return "one of several missing"
    return "one too many" if extra else ""


def _value(name: str) -> Callable[[Row, Row], str | None]:
    def compared(gold: Row, found: Row) -> str | None:
        if name not in gold:
            return None
        if gold[name] == found.get(name):
            return ""
        return f"{gold[name]} taken for {found.get(name)}"

    return compared


def _said_on(gold: Row, found: Row) -> str | None:
    if not gold.get("said_on"):
        return None
    ours, theirs = gold["said_on"][:10], str(found.get("said_on") or "")[:10]
    if ours == theirs:
        return ""
    if not theirs:
        return "none given"
    if ours.startswith(theirs) or theirs.startswith(ours):
        return "less or more precise"
    return "another day"


def _parent(gold: Row, found: Row) -> str | None:
    if "parent" not in gold:
        return None
    ours, theirs = gold["parent"] is not None, found.get("parent") is not None
    if ours == theirs:
        return "" if ours else None
    return "nested, taken for outermost" if ours else "outermost, taken for nested"


FIELDS: dict[str, Callable[[Row, Row], str | None]] = {
    "speaker": _speaker,
    "authority": _authority,
    "authority, where there is none": _authority_invented,
    "relays": _relays,
    "stance": _value("stance"),
    "hedged": _value("hedged"),
    "said_on": _said_on,
    "manner": _value("type"),
    "nested": _parent,
}
"""Field by name, with its comparison."""
