"""OpenDocument texts: paragraphs with the roles that their styles give; also as one flat XML file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.document_facts import document_facts
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.office_roles import (
    Heading,
    form_by_headline,
    role_in_table,
    role_of_style,
)
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.xml_trees import local, words_of

__all__ = ["read_odt"]

_LEFT_OUT = frozenset(
    ["note", "annotation", "annotation-end", "tracked-changes", "text-box", "ruby-text", "object"]
)
_CHARACTERS = {"tab": " ", "line-break": "\n"}
_BESIDE = frozenset(["tracked-changes", "annotation", "note"])
_DEEPEST_STYLE = 12
_MOST_SPACES = 100


def read_odt(
    document: Document, raw: bytes, *, content: Any, styles: Any, meta: Any, damage: str
) -> Iterator[Row]:
    """Read an OpenDocument text.

    Args:
        document: Where it comes from.
        raw: Its bytes.
        content: Outermost element of its content.
        styles: Of its styles, which also hold heads and feet of pages; None: there are none.
        meta: Of its properties; None: there are none.
        damage: What is wrong with its XML; empty: nothing.

    Raises:
        InputError: it holds no text.
    """
    body = next(content.iter("{*}text"), None)
    if body is None:
        hint = "hand in the article as a text document, HTML or plain text"
        raise InputError(document.item, "is an office document, but no text", hint)
    known = _styles(content) | _styles(styles)
    lines, heading = Paragraphs(), Heading()
    notes: list[str] = []
    for element in body.iter("{*}p", "{*}h"):
        above = {local(one) for one in element.iterancestors()}
        if "note-body" in above and "annotation" not in above:
            notes.append(_text(element))
        if above & _BESIDE:
            continue
        _add(element, above, known, lines, heading)
    for note in notes:
        lines.add(note, "footnote")
    for name in ("header", "footer"):
        for edge in styles.iter(f"{{*}}{name}") if styles is not None else ():
            for element in edge.iter("{*}p"):
                lines.add(_text(element), "navigation")
    if not lines.has_body():
        hint = "hand in one with the article's text"
        raise InputError(document.item, "is a document without text", hint)
    told = {local(one): words_of(one) for one in meta.iter()} if meta is not None else {}
    yield document.capture(
        lines.text,
        form_by_headline(lines.marks),
        format="odt",
        raw=raw,
        facts=document_facts(
            "odt",
            title=told.get("title", ""),
            author=told.get("initial-creator", "") or told.get("creator", ""),
            made=told.get("creation-date", ""),
            changed=told.get("date", ""),
            language=told.get("language", ""),
        ),
        marks=tuple(lines.marks),
    )
    if damage:
        yield Rejected(
            item=f"{document.item}#rest",
            stage="read",
            reason=f"the document is damaged: {damage}",
            hint="save the document again; what could be read is used",
        )


def _add(
    element: Any, above: set[str], known: dict[str, str], lines: Paragraphs, heading: Heading
) -> None:
    text = _text(element)
    if not text.strip():
        return
    role = role_of_style(_style_of(element, known), heading)
    if role is None and local(element) == "h":
        level = _value(element, "outline-level")
        role = heading.first() if level in {None, "1"} or not heading.seen else "subhead"
    if role is None and "table-cell" in above:
        role = role_in_table(text)
    for line in text.split("\n"):
        lines.add(line, role or "")


def _text(element: Any) -> str:
    """The characters of a paragraph; line breaks are line feeds."""
    pieces: list[str] = [element.text or ""]
    waiting: list[Any] = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if isinstance(child, str):
            pieces.append(child)
            continue
        name = local(child)
        waiting.append(child.tail or "")
        if name == "s":
            count = _value(child, "c") or "1"
            pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name and name not in _LEFT_OUT:
            waiting += reversed(child)
            pieces.append(child.text or "")
    return "".join(pieces).replace("\u00ad", "")


def _value(element: Any, name: str) -> str | None:
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name),
        None,
    )


def _styles(root: Any) -> dict[str, str]:
    """Of each paragraph style the one that it is based on."""
    found: dict[str, str] = {}
    for style in root.iter("{*}style") if root is not None else ():
        name = _value(style, "name")
        if name:
            found[name] = _value(style, "parent-style-name") or ""
    return found


def _style_of(element: Any, known: dict[str, str]) -> tuple[str, ...]:
    code = _value(element, "style-name") or ""
    names: list[str] = []
    for _ in range(_DEEPEST_STYLE):
        if not code:
            break
        names.append(code)
        code = known.get(code, "")
    return tuple(names)
