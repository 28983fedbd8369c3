"""Captions and photo credits: which lines are about a picture, and who is credited with it."""

from __future__ import annotations

import re
from functools import cache

from firsthand.extract.bylines import is_person_name
from firsthand.tables.agencies import agency_named
from firsthand.tables.pagewords import page_words

__all__ = ["is_caption", "photo_credits"]

_BRACKET = re.compile(r"[(\[（［]([^()\[\]（）［］]{3,120})[)\]）］]")
_LONGEST_CAPTION = 500
_PREFIX = re.compile(
    r"^(?:(?:file |representational |representative )?(?:photo(?:graph)?s?|image|picture|foto|bild|fotograf[íi]a|imagen|imagem|immagine|beeld|kuva|kép|fotoğraf|фото|світлина|写真|照片|图片"
    r"|credits?|crédits?|courtesy|illustration|graphic|photographer)"
    r"(?:\s+(?:by|credit|courtesy(?: of)?|from|source))?\s*[:：|]\s*|fot\.\s*|photo(?:graph)? by\s+|photos? by\s+|image by\s+|foto von\s+|courtesy of\s+)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:photo(?:graph)?(?: credit)?|image(?: credit| source)?|picture|foto|bild|fotograf[íi]a|imagen|imagem|immagine|beeld|kuva|kép|fotoğraf|фото|світлина|写真|照片|图片"
    r"|credits?|crédits?)\s*[:：|]\s*(?P<who>[^:：|()]{2,90})\s*$"
    r"|(?:^|\s)fot\.\s*(?P<polish>[^:|()]{2,90})\s*$"
    r"|(?:^|[.\s])(?P<agency>[A-Z][\w.' -]{2,40}\s*/\s*(?:[A-Z][\w. -]{1,40})(?:\s+via\s+[A-Z][\w ]{1,30})?)\s*$",
    re.IGNORECASE,
)
_FEWEST_TAILED = 5
"""Words from which "A / B" at a line's end credits a picture; below, it is a section's path."""

_WORD = re.compile(r"\w[\w.'’-]*")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.,]\s*(?=[A-ZÀ-Þ])")
_SPLIT = re.compile(r"\s*(?:/|,|;|\||•|·|\u00a9|©)\s*")


@cache
def _marks() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in page_words().caption_marks)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _is_credit(text: str) -> bool:
    """Whether words in brackets at the end of a line credit a picture."""
    if len(text.split()) > 14:
        return False
    if _marks().search(text) or text.startswith("©") or text.endswith(("提供", "撮影")):
        return True
    parts = _SPLIT.split(text)
    if len(parts) < 2:
        return False
    person_and_house = is_person_name(parts[0]) and all(
        part[:1].isupper() and len(part.split()) <= 4 for part in parts[1:]
    )
    return (person_and_house and "/" in text) or any(agency_named(part) for part in parts)


def _names(text: str) -> list[str]:
    found = []
    for part in _SPLIT.split(_PREFIX.sub("", text.strip(" ()[].\u00a0©"))):
        bare = _PREFIX.sub("", part.strip(" .()[]\u00a0"))
        if (
            len(bare) > 1
            and bare.casefold() not in page_words().not_credited
            and not bare.isdigit()
        ):
            found.append(bare)
    return found


def photo_credits(line: str) -> tuple[str, ...]:
    """Name the people and agencies credited with a picture in `line`, in order, each once.

    Brackets at the end of a caption ("(Photo: A. Nyberg/Norlicht)", "(Mara Feld, Pool Photo via
    AP, File)") and credits after a label at its end are read.

    Returns:
        Empty when no picture is credited.
    """
    found: list[str] = []
    if len(line) > _LONGEST_CAPTION:
        return ()
    for match in _BRACKET.finditer(line):
        rest = line[match.end() :].strip(" .)]）］")
        if (not rest or rest.startswith(("(", "[", "（", "［"))) and _is_credit(match.group(1)):
            found += _names(match.group(1))
    if not found:
        prefix = _PREFIX.match(line)
        tail = _TAIL.search(line)
        if prefix is not None and len(line) - prefix.end() <= 90:
            found = _names(line[prefix.end() :])
        elif tail is not None and (
            tail["who"] or tail["polish"] or len(_WORD.findall(line)) >= _FEWEST_TAILED
        ):
            found = _names(tail["who"] or tail["polish"] or _behind_sentence(tail["agency"]))
    return tuple(dict.fromkeys(found))


def _behind_sentence(text: str) -> str:
    """What stands behind the last full stop that ends a word, not an initial."""
    return _SENTENCE_END.split(text)[-1]


def is_caption(line: str) -> bool:
    """Whether `line` is a caption or a photo credit, judged from a credit that closes it."""
    return len(line) <= _LONGEST_CAPTION and bool(photo_credits(line) or _TAIL.search(line))
