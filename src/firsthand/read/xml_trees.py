"""XML to a tree, safely: no entities, no network, no files, no bottomless nesting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.entities import html5
from typing import Any

from firsthand.errors import InputError
from firsthand.read.decoding import decoded

__all__ = [
    "MOST_TAGS",
    "Tree",
    "inner_markup",
    "local",
    "mended",
    "parsed",
    "refuse_entities",
    "refuse_tags",
    "root_name",
    "start_of",
    "tree_of",
    "words_of",
]

_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_MOST_PROLOG = 20
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,500}\?>")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])")
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]{0,2000}\[", re.IGNORECASE)
_ENTITY_DECLARED = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_OF_XML = frozenset(["amp", "lt", "gt", "quot", "apos"])
_NAMESPACE = re.compile(r'\sxmlns(?::[\w.-]+)?="[^"]*"')
_PREFIX = re.compile(r"(</?)[\w.-]+:(?=\w)")
_OPEN, _CLOSE = "<![CDATA[", "]]>"


MOST_TAGS = 500_000
"""Tags of one document. A message of a hundred news items has about 20,000; a tree of half a million
elements takes 110 MB and 5 seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A document that was parsed, wholly or up to where it is damaged."""

    root: Any
    """An `lxml` element."""

    encoding: str
    damage: str = ""
    """What is wrong with it, as a clause; empty: it is well formed."""


def start_of(text: str) -> str:
    """`text` from its outermost element on, as far as a prolog and a DOCTYPE can be passed over."""
    rest = _after_prolog(text.lstrip("\ufeff \t\r\n\x0c"))
    if rest[:9].upper() == "<!DOCTYPE":
        end = rest.find("]") if _SUBSET.match(rest) else 0
        close = rest.find(">", end) if end >= 0 else -1
        rest = _after_prolog(rest[close + 1 :].lstrip()) if close >= 0 else ""
    return rest


def root_name(text: str) -> str:
    """Local name of the element that `text` opens with; empty: it is no XML.

    Args:
        text: The beginning of a document.
    """
    match = _ROOT.match(start_of(text))
    return match[1] if match else ""


def _after_prolog(rest: str) -> str:
    for _ in range(_MOST_PROLOG):
        match = _PROLOG.match(rest)
        if match is None:
            break
        rest = rest[match.end() :].lstrip()
    return rest


def mended(text: str) -> str:
    """`text` with what libxml2 cannot take put right, so that nothing of the words is lost.

    Named characters of HTML become the characters, an ampersand that begins no reference becomes
    ``&amp;``, characters that XML does not allow become U+FFFD. CDATA stays as it is.
    """
    outside, *sections = _NOT_XML.sub("\ufffd", text).split(_OPEN)
    made = [_REFERENCE.sub(_character, outside)]
    for section in sections:
        inside, close, behind = section.partition(_CLOSE)
        made += [_OPEN, inside, close, _REFERENCE.sub(_character, behind)]
    return "".join(made)


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if decimal or hexadecimal:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        legal = code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD
        return match[0] if legal or 0x10000 <= code <= 0x10FFFF else "\ufffd"
    if name is None:
        return "&amp;"
    if name in _OF_XML:
        return match[0]
    return html5.get(name + ";", f"&amp;{name};")


def parsed(text: str) -> tuple[Any, str]:
    """Parse `text`, which has no DOCTYPE and no declaration, as far as it can be parsed.

    Returns:
        The root, None when there is none, and what is wrong with it (empty: nothing).
    """
    from lxml import etree  # noqa: PLC0415 - only where there is XML

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(mended(text).encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        return None, str(error)[:200]
    faults = [one for one in parser.error_log if one.level_name != "WARNING"]
    undeclared = "is not defined"
    grave = [one for one in faults if undeclared not in one.message]
    return root, grave[0].message.strip()[:200] if grave else ""


def tree_of(item: str, raw: bytes) -> Tree:
    """Parse a document.

    Args:
        item: Its name, for messages.
        raw: Its bytes.

    Raises:
        InputError: it declares entities of its own, has too many tags, nothing of it can be parsed,
            or its bytes are no text.
    """
    text, encoding = decoded(item, raw)
    refuse_entities(item, text)
    refuse_tags(item, text)
    root, damage = parsed(start_of(_DECLARATION.sub("", text, count=1)))
    if root is None:
        raise InputError(item, f"is not well-formed XML: {damage}", "hand it in as it was issued")
    return Tree(root=root, encoding=encoding, damage=damage)


def refuse_entities(item: str, text: str) -> None:
    """Raise an InputError when `text` declares entities of its own in its DOCTYPE."""
    head = text[: len(text) - len(start_of(text))] or text[:65536]
    if _SUBSET.search(head) and (_ENTITY_DECLARED.search(head) or len(head) > 65536):
        raise InputError(
            item, "declares entities of its own", "remove what stands in [ ] in its DOCTYPE"
        )


def inner_markup(element: Any) -> str:
    """What stands in an element, as HTML: without namespaces, prefixes and its own tags."""
    from lxml import etree  # noqa: PLC0415 - only where there is XML

    inner = "".join(
        etree.tostring(child, encoding="unicode", method="html", with_tail=True)
        for child in element
    )
    inner = _PREFIX.sub(r"\1", _NAMESPACE.sub("", inner))
    return escape(str(element.text or ""), quote=False) + inner


def refuse_tags(item: str, text: str, most: int = MOST_TAGS) -> None:
    """Raise an InputError when `text` has more than `most` tags."""
    if text.count("<") > 2 * most:
        raise InputError(item, f"has more than {most:,} tags", "hand in one article a file")


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def words_of(element: Any) -> str:
    """All characters in an element, white space squeezed; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
