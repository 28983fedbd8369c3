"""The JSON Schema of ``firsthand.brief/1``, shipped with the package."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["SCHEMA_ID", "brief_schema"]

SCHEMA_ID = "firsthand.brief/1"
"""The value of a brief's `schema` field. A field renamed or removed needs a new number."""


@cache
def _text() -> str:
    """The shipped schema, as text."""
    return files("firsthand.brief").joinpath("data", "brief-1.schema.json").read_text("utf-8")


def brief_schema() -> dict[str, Any]:
    """The schema (JSON Schema, draft 2020-12), strict: a field it does not name is an error.

    Each call gives a copy of its own. The same file is published in the reference documentation.
    """
    found: dict[str, Any] = json.loads(_text())
    return found
