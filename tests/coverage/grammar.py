"""Sentences with choices in them: read once, put together a million times.

``[a|b|c]`` is a choice of wording (which may nest and may be empty); ``[!a|b|c]`` a choice of fact,
made alike by all who tell of one story; ``{slot}`` is filled in, ``{Slot}`` with a large first
letter; ``<colour/color>`` is decided by house style; ``a(n)`` becomes "a" or "an".

Some slots (`loose.LOOSE`) are numbers, years and trades that nobody keeps an account of: they follow
from the story and the place in the template, so that every outlet prints the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias
from zlib import crc32

from tests.coverage.loose import LOOSE, mixed, spelled

__all__ = ["AMERICAN", "BRITISH", "Draw", "Template", "Values", "compiled", "filled", "pick", "sentence"]

BRITISH, AMERICAN = 0, 1
Draw: TypeAlias = Callable[[], float]
Values: TypeAlias = Mapping[str, str]
Template: TypeAlias = tuple[Any, ...]
"""Literal text, slots, and tuples of templates to choose from."""


class _Slot(str):
    """The name of a value to be filled in."""

    __slots__ = ()


class _Capital(str):
    """Likewise, with a large first letter."""

    __slots__ = ()


class _Loose(tuple[int, Callable[[int], str]]):
    """A value that follows from the story: number of the place, and what makes it."""

    __slots__ = ()


class _Fact(tuple[int, tuple[Template, ...]]):
    """A choice made by the story: number of the place, and the options."""

    __slots__ = ()


_SPELLING = re.compile(r"<([^/<>]*)/([^/<>]*)>")
_MARK = re.compile(r"(\[!?|[\]|]|\{\w+\})")
_ARTICLE = re.compile(r"\b([Aa])\(n\) (\W?\w[\w-]*)")
_SPACES = re.compile(r" {2,}")
_STRAY = re.compile(r" +([,.;:?!”])|,(?=[,.])")
_SOUNDED = ("hour", "honest", "honour", "honor", "heir")
_HARD = ("uni", "use", "usu", "eur", "one", "once", "ut", "ug")
_NUMERAL = re.compile(r"(?:8|11(?!\d)|18(?!\d))")


@cache
def compiled(written: str, spelling: int = BRITISH) -> Template:
    """Read a template as it is written, in one of the two spellings."""
    chosen = _SPELLING.sub(lambda found: found.group(spelling + 1), written)
    marks = [piece for piece in _MARK.split(chosen) if piece]
    parts, at = _parts(marks, 0, crc32(written.encode()))
    if at != len(marks):
        raise ValueError(f"template with a stray bracket: {written}")
    return parts


def _parts(marks: Sequence[str], at: int, place: int) -> tuple[Template, int]:
    parts: list[Any] = []
    while at < len(marks):
        mark = marks[at]
        if mark in {"|", "]"}:
            break
        at += 1
        if mark[0] == "[":
            options: list[Template] = []
            first = at
            while True:
                option, at = _parts(marks, at, place)
                options.append(option)
                if at >= len(marks):
                    raise ValueError("template with an open bracket: " + "".join(marks))
                at += 1
                if marks[at - 1] == "]":
                    break
            parts.append(_Fact((place + first, tuple(options))) if mark == "[!" else tuple(options))
        elif mark[0] == "{":
            name = mark[1:-1]
            if name in LOOSE:
                parts.append(_Loose((place + at, LOOSE[name])))
            elif name[0].isupper() and not name.isupper():
                parts.append(_Capital(name[0].lower() + name[1:]))
            else:
                parts.append(_Slot(name))
        else:
            parts.append(mark)
    return tuple(parts), at


def pick(options: Sequence[str], draw: Draw) -> str:
    """One of `options`."""
    return options[int(draw() * len(options))]


def filled(template: Template, values: Values, draw: Draw, story: int = 0) -> str:
    """Put a template together: every choice made, every slot filled; the first letter as written.

    Args:
        template: From `compiled`.
        values: What stands in the slots.
        draw: Makes the choices of wording.
        story: Makes the choices of fact and the loose values.

    Raises:
        KeyError: a slot has no value.
    """
    out: list[str] = []
    _fill(template, values, draw, story, out)
    text = "".join(out)
    if "(n)" in text:
        text = _ARTICLE.sub(_article, text)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if " ," in text or " ." in text or ",," in text or ",." in text:
        text = _STRAY.sub(lambda found: found.group(1) or "", text)
    return text


def _fill(template: Template, values: Values, draw: Draw, story: int, out: list[str]) -> None:
    for part in template:
        kind = type(part)
        if kind is str:
            out.append(part)
        elif kind is _Slot:
            out.append(values[part])
        elif kind is tuple:
            _fill(part[int(draw() * len(part))], values, draw, story, out)
        elif kind is _Loose:
            out.append(part[1](mixed(story, part[0])))
        elif kind is _Fact:
            options = part[1]
            _fill(options[mixed(story, part[0]) % len(options)], values, draw, story, out)
        else:
            value = values[part]
            out.append(value[:1].upper() + value[1:])


def _article(found: re.Match[str]) -> str:
    """``a(n) egg`` → ``an egg``, ``a(n) 11-year-old`` → ``an 11-year-old``."""
    letter, word = found.groups()
    low = word.lower().lstrip("“‘\"'")
    vowel = low[:1] in "aeiouáéíóúäöü" and not low.startswith(_HARD)
    return f"{letter}{'n' if vowel or low.startswith(_SOUNDED) or _NUMERAL.match(low) else ''} {word}"


def sentence(text: str) -> str:
    """The text as a sentence: its first letter large, a number at its head in words."""
    if text[:1].isdigit():
        head = re.match(r"\d{1,3}(?![\w,.%:-])", text)
        if head is not None:
            text = spelled(int(head.group())) + text[head.end() :]
    return text[:1].upper() + text[1:]
