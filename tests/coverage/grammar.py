"""Sentences with choices in them: read once, put together a million times.

``[a|b|c]`` is a choice of wording (which may nest and may be empty); ``[!a|b|c]`` a choice of fact,
made alike by all who tell of one story; ``{slot}`` is filled in, ``{Slot}`` with a large first
letter; ``<colour/color>`` is decided by house style; ``a(n)`` becomes "a" or "an".

Some slots (`loose.LOOSE`) are numbers, years and trades that nobody keeps an account of: they follow
from the story and the place in the template, so that every outlet prints the same ones.

A template becomes a Python function, which is three times as fast as walking its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias
from zlib import crc32

from tests.coverage.loose import LOOSE, mixed, spelled

__all__ = [
    "AMERICAN",
    "BRITISH",
    "Draw",
    "Template",
    "Values",
    "compiled",
    "filled",
    "sentence",
    "tidied",
]

BRITISH, AMERICAN = 0, 1
Draw: TypeAlias = Callable[[], float]
Values: TypeAlias = Mapping[str, str]
Template: TypeAlias = Callable[[Values, Draw, int], str]
"""Values, chance and the story's number → text."""

_SPELLING = re.compile(r"<([^/<>]*)/([^/<>]*)>")
_MARK = re.compile(r"(\[!?|[\]|]|\{\w+\})")
_ARTICLE = re.compile(r"\b([Aa])\(n\) (\W?\w[\w-]*)")
_SPACES = re.compile(r" {2,}")
_STRAY = re.compile(r" +([,.;:?!”])|,(?=[,.])")
_SOUNDED = ("hour", "honest", "honour", "honor", "heir")
_HARD = ("uni", "use", "usu", "eur", "one", "once", "ut", "ug")
_NUMERAL = re.compile(r"(?:8|11(?!\d)|18(?!\d))")
_HEAD = re.compile(r"\d{1,3}(?![\w,.%:-])")


@cache
def compiled(written: str, spelling: int = BRITISH) -> Template:
    """Read a template as it is written, in one of the two spellings."""
    chosen = _SPELLING.sub(lambda found: found.group(spelling + 1), written)
    marks = [piece for piece in _MARK.split(chosen) if piece]
    names: dict[str, Any] = {"mixed": mixed}
    code, at = _code(marks, 0, crc32(written.encode()), names)
    if at != len(marks):
        raise ValueError(f"template with a stray bracket: {written}")
    return _function(code, names)


def _function(code: str, names: dict[str, Any]) -> Template:
    made: Template = eval(f"lambda v, d, s: {code}", names)  # noqa: S307, RUF100
    return made


def _code(marks: Sequence[str], at: int, place: int, names: dict[str, Any]) -> tuple[str, int]:
    """An expression for the marks up to the end of the option, and where that is."""
    parts: list[str] = []
    while at < len(marks) and marks[at] not in {"|", "]"}:
        mark = marks[at]
        at += 1
        if mark[0] == "[":
            code, at = _choice(marks, at, place, names, by_story=mark == "[!")
            parts.append(code)
        elif mark[0] == "{":
            parts.append(_slot(mark[1:-1], place + at, names))
        else:
            parts.append(repr(mark))
    if len(parts) == 1:
        return parts[0], at
    return (f"''.join(({','.join(parts)},))" if parts else "''"), at


def _choice(
    marks: Sequence[str], at: int, place: int, names: dict[str, Any], *, by_story: bool
) -> tuple[str, int]:
    options: list[str] = []
    first = at
    while True:
        option, at = _code(marks, at, place, names)
        options.append(option)
        if at >= len(marks):
            raise ValueError("template with an open bracket: " + "".join(marks))
        at += 1
        if marks[at - 1] == "]":
            break
    size = len(options)
    chosen = f"mixed(s, {place + first}) % {size}" if by_story else f"int(d() * {size})"
    name = f"c{len(names)}"
    if all(option[0] in "'\"" and not option.startswith("''.") for option in options):
        return f"({','.join(options)},)[{chosen}]", at
    names[name] = tuple(_function(option, names) for option in options)
    return f"{name}[{chosen}](v, d, s)", at


def _slot(name: str, place: int, names: dict[str, Any]) -> str:
    if name in LOOSE:
        names[f"loose_{name}"] = LOOSE[name]
        return f"loose_{name}(mixed(s, {place}))"
    if name[0].isupper() and not name.isupper():
        names["capital"] = _capital
        if name.lower() in LOOSE:
            return f"capital({_slot(name.lower(), place, names)})"
        return f"capital(v[{name[0].lower() + name[1:]!r}])"
    return f"v[{name!r}]"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def filled(template: Template, values: Values, draw: Draw, story: int = 0) -> str:
    """Put a template together: every choice made, every slot filled; not yet tidy.

    Args:
        template: From `compiled`.
        values: What stands in the slots.
        draw: Makes the choices of wording.
        story: Makes the choices of fact and the loose values.

    Raises:
        KeyError: a slot has no value.
    """
    return template(values, draw, story)


def tidied(text: str) -> str:
    """The text with its articles fitted and without what empty options left behind."""
    if "(n)" in text:
        text = _ARTICLE.sub(_article, text)
    if ".." in text:
        text = text.replace("m...", "m.").replace("m..", "m.")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if " ," in text or " ." in text or ",," in text or ",." in text:
        text = _STRAY.sub(lambda found: found.group(1) or "", text)
    return text


def _article(found: re.Match[str]) -> str:
    """``a(n) egg`` → ``an egg``, ``a(n) 11-year-old`` → ``an 11-year-old``."""
    letter, word = found.groups()
    low = word.lower().lstrip("“‘\"'")
    vowel = low[:1] in "aeiouáéíóúäöü" and not low.startswith(_HARD)
    return (
        f"{letter}{'n' if vowel or low.startswith(_SOUNDED) or _NUMERAL.match(low) else ''} {word}"
    )


def sentence(text: str) -> str:
    """The text as a sentence: tidy, its first letter large, a number at its head in words."""
    text = tidied(text)
    if text[:1].isdigit() and (head := _HEAD.match(text)):
        text = spelled(int(head.group())) + text[head.end() :]
    return text[:1].upper() + text[1:]
