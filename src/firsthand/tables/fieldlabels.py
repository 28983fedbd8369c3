"""Labels of the field blocks that news databases set around a text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from firsthand.domain import Field

__all__ = ["FieldLabels", "field_labels"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLabels:
    """What each label stands before."""

    labels: Mapping[str, Field | None]
    """Label, lower-case → the field; None: a field that is not kept."""

    texts: frozenset[str]
    """Labels that stand before the article's text, lower-case."""

    codes: Mapping[str, Field | None]
    """Two- and three-letter codes of a column of their own; those of the text are in `text_codes`."""

    text_codes: frozenset[str]


@cache
def field_labels() -> FieldLabels:
    """The shipped table, read once per process.

    Raises:
        ValueError: a label stands under a field that an article does not have.
    """
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/fieldlabels.toml").read_text(encoding="utf-8")
    )
    labels: dict[str, Field | None] = dict.fromkeys(raw["other"]["labels"])
    for field, words in raw["labels"].items():
        labels |= dict.fromkeys(words, Field(field))
    codes = raw["codes"]
    return FieldLabels(
        labels=MappingProxyType(labels),
        texts=frozenset(raw["text"]["labels"]),
        codes=MappingProxyType(
            {
                code: Field(field) if field else None
                for code, field in codes.items()
                if field != "text"
            }
        ),
        text_codes=frozenset(code for code, field in codes.items() if field == "text"),
    )
