"""The outlet that a text's furniture names: its app, its newsletter, its newsroom, its copyright."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from firsthand.extract.bylines import is_desk, is_outlet_name, is_person_name
from firsthand.tables.agencies import agency_named
from firsthand.tables.notices import notice_forms
from firsthand.tables.outlets import outlet_named
from firsthand.tables.pagewords import page_words

__all__ = ["imprinted_outlet"]

_ROLES = frozenset(
    ["byline", "promotion", "legal", "syndication", "navigation", "related", "announcement"]
)
_LONGEST_LINE = 400
_NEEDED = 2.0
"""An outlet needs two signs: two places, or one place and a name of the make that outlets have. A
lone "Follow Mara Feld on …" or "Download Vesta" names a person or a product."""

_ARTICLED = re.compile(r"(?:The\s+(?=\S)|(?=(?:La|Le|Les|El|Der|Die|Das|Il|Lo)\s))(\S.{2,50})")
"""A line that is a name with an article: an outlet's, no person's ("The Whitby Lantern")."""

_MOST_RECURRENCES = 2
_SURE_ROLES = frozenset(["promotion", "legal", "syndication"])


def imprinted_outlet(furniture: Sequence[tuple[str, str]]) -> str | None:
    """Name the outlet by what its own furniture calls it.

    Names are taken where only the printing outlet stands: before "app", "newsroom", "staff",
    "newsletter"; behind "subscribe to", "support", "published by", "©". Each such place counts, of
    a shorter form too; a known outlet or a name with a word such as "Herald" counts once more, and
    other lines that hold the name count half, and half again where one is nothing but the name, as
    the head of a page is. Platforms, people and agencies do not count.

    Args:
        furniture: Role and words of what stands around the text, in order.

    Returns:
        As printed; None when no name has two signs or two names have equally many.
    """
    lines = [
        (role, words) for role, words in furniture if role in _ROLES and len(words) <= _LONGEST_LINE
    ]
    articled = frozenset(
        match[1].casefold() for _, words in lines if (match := _ARTICLED.fullmatch(words.strip()))
    )
    spots: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    printed: dict[str, str] = {}
    for number, (role, words) in enumerate(lines):
        for name, at in sorted(_named(words, role, articled)):
            spots[_key(name)].add((number, at))
            printed.setdefault(_key(name), name)
    signs = {}
    for key, name in printed.items():
        core = _core(key)
        own = {spot for other in spots if _core(other) <= core for spot in spots[other]}
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        others = sum(
            1
            for number, (_, words) in enumerate(lines)
            if pattern.search(words) and all(number != line for line, _ in own)
        )
        alone = {key, _key(_shortest(name, [words for _, words in lines]))}
        masthead = any(_key(words.strip()) in alone for _, words in lines)
        known = is_outlet_name(name) or outlet_named(name) is not None
        signs[key] = len(own) + known + 0.5 * (min(_MOST_RECURRENCES, others) + masthead)
    ranked = sorted(signs.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < _NEEDED:
        return None
    best = [key for key, score in ranked if score == ranked[0][1]]
    fullest = max(best, key=lambda key: (len(_core(key)), key))
    if any(not _core(key) <= _core(fullest) for key in best):
        return None
    return _shortest(printed[fullest], [words for _, words in lines])


def _shortest(name: str, lines: Sequence[str]) -> str:
    """`name` without the words of its company ("… Sdn Bhd") where a line has it without them."""
    words = name.split()
    whole = {_key(line.strip()) for line in lines}
    for size in range(1, len(words)):
        first = " ".join(words[:size])
        rest = {word.casefold().strip(".,") for word in words[size:]}
        if _key(first) in whole and (rest <= page_words().issuer_suffixes or is_outlet_name(first)):
            return first
    return name


def _named(line: str, role: str, articled: frozenset[str]) -> set[tuple[str, int]]:
    """Names in `line` that stand where the outlet's own stands, and where in it they begin.

    Names in `articled` are no people's, whatever they look like.
    """
    forms = notice_forms()
    patterns = (*forms.promotion, *forms.imprint) if role in _SURE_ROLES else forms.imprint
    if role == "byline":
        patterns = forms.by_imprint
    found = set()
    for one in patterns:
        for match in one.finditer(line):
            name = _bare(match.group(1), articled)
            if name is not None:
                found.add((name, max(match.start(1), line.find(name, match.start(1)))))
    return found


def _bare(name: str, articled: frozenset[str]) -> str | None:
    """`name` without an imperative before it, article and product words; None where it cannot be an outlet's."""
    words = name.strip(" ,.;:'’-–—|\u00a0\n").split()
    opening = page_words().promotion_opening
    while len(words) > 1 and (opening.fullmatch(words[0]) or words[0].isdigit()):
        words = words[1:]
    if len(words) > 2 and words[0].casefold() == "the":
        words = words[1:]
    while words and words[-1].casefold() in {"app", "news app", "mobile", "newsletter", "all"}:
        words.pop()
    bare = " ".join(words)
    bare = bare.title() if bare.isupper() and len(words) > 1 else bare
    low = bare.casefold().removeprefix("the ")
    if (
        not low
        or low in page_words().platforms
        or low in notice_forms().nobody
        or agency_named(bare) is not None
        or (is_desk(bare) and len(words) < 3)
        or (
            is_person_name(bare)
            and not any(low.startswith(one) for one in articled)
            and not is_outlet_name(bare)
            and outlet_named(bare) is None
        )
    ):
        return None
    return bare if len(words) <= 6 else None


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _core(key: str) -> frozenset[str]:
    """The words of a name that count when a shorter form of it is looked for ("The Mail News app")."""
    return frozenset(key.split()) - {"news", "the"} or frozenset(key.split())
