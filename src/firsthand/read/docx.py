"""Word documents (OOXML): paragraphs with the roles that their styles give.

Read with lxml from the parts themselves: what counts here (tracked changes, hidden text,
footnotes, styles that are based on others) is what the usual library does not tell apart, and
nothing else of the format is needed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.document_facts import document_facts
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.office_parts import Parts
from firsthand.read.office_roles import (
    Heading,
    form_by_headline,
    role_in_table,
    role_of_style,
)
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.xml_trees import local, words_of

__all__ = ["main_part", "read_docx"]

_LEFT_OUT = frozenset(
    [
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "instrText",
        "delText",
        "txbxContent",
        "Fallback",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "annotationRef",
        "sectPr",
        "tblPr",
    ]
)
"""What holds no characters of a paragraph: deletions, properties, field codes, boxes beside it."""

_ALTERNATIVES = frozenset(["Fallback"])
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DEEPEST_STYLE = 12
_MOST_HEADLINE_WORDS = 25


def main_part(parts: Parts) -> str | None:
    """Name of the part that holds a Word document's text; None: it is no such document."""
    rels = parts.optional("_rels/.rels")
    if rels is not None:
        for one in rels:
            if str(one.get("Type", "")).endswith("/officeDocument"):
                name = posixpath.normpath(str(one.get("Target", "")).lstrip("/"))
                return name if name.startswith("word/") and name in parts.names else None
    return "word/document.xml" if "word/document.xml" in parts.names else None


def read_docx(document: Document, parts: Parts, main: str) -> Iterator[Row]:
    """Read a Word document.

    Raises:
        InputError: its main part cannot be read, or it holds no text.
    """
    root = parts.root_of(main)
    if root is None:
        raise InputError(document.item, "is an empty document", "hand in one with text")
    styles = _styles(parts.optional("word/styles.xml"))
    lines = Paragraphs()
    heading = Heading()
    for paragraph in root.iter("{*}p"):
        _add(paragraph, styles, lines, heading)
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = parts.optional(name)
        for note in notes if notes is not None else ():
            if _value(note, "type") is None:
                lines.add(" ".join(_text(one) for one in note.iter("{*}p")), "footnote")
    _edges(parts, lines)
    if not lines.has_body():
        raise InputError(
            document.item, "is a document without text", "hand in one with the article's text"
        )
    core = parts.optional("docProps/core.xml")
    told = {local(one): words_of(one) for one in core} if core is not None else {}
    yield document.capture(
        lines.text,
        form_by_headline(lines.marks),
        format="docx",
        raw=parts.raw,
        facts=document_facts(
            "docx",
            title=told.get("title", ""),
            author=told.get("creator", ""),
            made=told.get("created", ""),
            changed=told.get("modified", ""),
            language=told.get("language", ""),
        ),
        marks=tuple(lines.marks),
    )
    if parts.damage:
        yield Rejected(
            item=f"{document.item}#rest",
            stage="read",
            reason=f"the document is damaged: {parts.damage}",
            hint="save the document again; what could be read is used",
        )


def _add(
    paragraph: Any, styles: dict[str, tuple[str, str]], lines: Paragraphs, heading: Heading
) -> None:
    above = {local(one) for one in paragraph.iterancestors()}
    if above & _ALTERNATIVES or above & {"del", "moveFrom"}:
        return
    text = _text(paragraph)
    if not text.strip():
        return
    role = role_of_style(_style_of(paragraph, styles), heading)
    if role is None and "tc" in above:
        role = role_in_table(text)
    if role is None and not lines.lines and _is_bold(paragraph):
        short = len(text.split()) <= _MOST_HEADLINE_WORDS and not text.rstrip().endswith(".")
        role = heading.first() if short else None
    for line in text.split("\n"):
        lines.add(line, role or "")


def _text(paragraph: Any) -> str:
    """The characters of a paragraph that a reader sees; line breaks are line feeds."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            pieces.append(element.text or "")
            continue
        pieces.append(_CHARACTERS.get(name, ""))
        if name in _LEFT_OUT or (name == "r" and _is_on(element, "vanish")):
            continue
        if name == "p" and element is not paragraph:
            continue
        waiting += reversed(element)
    return "".join(pieces).replace("\u00ad", "")


def _is_on(run: Any, name: str) -> bool:
    """Whether a property of a run is set."""
    found = run.find(f"{{*}}rPr/{{*}}{name}")
    return found is not None and _value(found, "val") not in {"0", "false", "off"}


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter("{*}r") if "".join(run.itertext()).strip()]
    return bool(runs) and all(_is_on(run, "b") for run in runs)


def _value(element: Any, name: str) -> str | None:
    """An attribute, whatever its namespace."""
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name),
        None,
    )


def _styles(root: Any) -> dict[str, tuple[str, str]]:
    """Of each style its name in English and the style that it is based on."""
    found: dict[str, tuple[str, str]] = {}
    for style in root.iter("{*}style") if root is not None else ():
        name, based = style.find("{*}name"), style.find("{*}basedOn")
        found[_value(style, "styleId") or ""] = (
            (_value(name, "val") or "") if name is not None else "",
            (_value(based, "val") or "") if based is not None else "",
        )
    return found


def _style_of(paragraph: Any, styles: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """Names of a paragraph's style and of those it is based on."""
    own = paragraph.find("{*}pPr/{*}pStyle")
    code = (_value(own, "val") or "") if own is not None else ""
    names: list[str] = []
    for _ in range(_DEEPEST_STYLE):
        if not code:
            break
        name, based = styles.get(code, (code, ""))
        names.append(name or code)
        code = based
    return tuple(names)


def _edges(parts: Parts, lines: Paragraphs) -> None:
    """Heads and feet of the pages, each line once."""
    seen: set[str] = set()
    for name in sorted(parts.names):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            root = parts.optional(name)
            for paragraph in root.iter("{*}p") if root is not None else ():
                text = " ".join(_text(paragraph).split())
                if text and text not in seen:
                    seen.add(text)
                    lines.add(text, "navigation")
