"""Which forms of bodies are joined, which stay apart, and which are left open."""

from __future__ import annotations

from collections import Counter

import pytest

from firsthand.settle.joining import join_bodies

CASES: list[tuple[list[str], dict[str, set[str]], dict[str, set[str]]]] = [
    # forms, bodies with their forms, open forms with whom they could name
    (["Meridian Ferries", "Meridian Ferries Ltd", "Meridian"],  # legal form, and first word alone
     {"Meridian Ferries Ltd": {"Meridian", "Meridian Ferries", "Meridian Ferries Ltd"}}, {}),
    (["Harbour Club International", "Harbour Club International Foundation", "Harbour Club"],  # a foundation apart
     {"Harbour Club International": {"Harbour Club International"},
      "Harbour Club International Foundation": {"Harbour Club International Foundation"},
      "Harbour Club": {"Harbour Club"}},
     {"harbour club": {"Harbour Club International"}}),
    (["Texas Supreme Court", "Supreme Court"],  # complete by itself
     {"Texas Supreme Court": {"Texas Supreme Court"}, "Supreme Court": {"Supreme Court"}}, {}),
    (["Meridian Wire (MRW)", "Meridian Wire", "MRW"],  # the name gives its acronym
     {"Meridian Wire (MRW)": {"Meridian Wire (MRW)", "Meridian Wire", "MRW"}}, {}),
    (["Irish Department of Justice", "Justice Department"],  # not the American one in this story
     {"Irish Department of Justice": {"Irish Department of Justice"}, "Justice Department": {"Justice Department"}},
     {"justice department": {"Irish Department of Justice"}}),
    (["Intelligence Committee", "Intelligence"],  # a common word is no short form
     {"Intelligence Committee": {"Intelligence Committee"}, "Intelligence": {"Intelligence"}}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("forms", "bodies", "opened"), CASES)
def test_bodies_of_a_story(
    forms: list[str], bodies: dict[str, set[str]], opened: dict[str, set[str]]
) -> None:
    found = join_bodies(Counter(forms))

    assert {name: set(group) for name, group in found.groups.items()} == bodies
    assert {form: set(names) for form, names in found.open.items()} == opened


def test_a_surname_is_no_short_form_of_a_firm() -> None:
    found = join_bodies(Counter(["Brandt Lines", "Brandt"]), surnames=frozenset({"brandt"}))

    assert set(found.groups) == {"Brandt Lines", "Brandt"}
