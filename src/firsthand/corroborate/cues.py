"""Wordings by which a text says what somebody's knowledge rests on, or that it is taken back.

Each pattern is one stated relation; nothing here is a guess from world knowledge.
"""

from __future__ import annotations

import re

__all__ = [
    "bare_role",
    "basis_phrase",
    "dependence",
    "foretells",
    "negated",
    "own_knowledge",
    "press_in_general",
    "withdrawal",
    "witnessing",
]

_DEPENDS = re.compile(
    r"""\b(?:
        follow(?:ing|s|ed)\ (?:up\ on\ )?(?:the\ |a\ |an\ )?(?:\w+[ ]){0,3}?(?:reports?|briefings?|information|intelligence|findings|warnings?)\b
      | after\ (?:the\ |a\ |an\ )?(?:\w+[ ]){0,3}?briefings?\b
      | (?:was|were|had\ been|has\ been|have\ been|been)\ (?:briefed|informed|told|notified)\ by\b
      | (?:rel(?:y|ies|ied|ying)|draws?|drew|drawing)\ (?:\w+[ ])?(?:on|upon)\b
      | (?:based|resting|rests?|founded)\ (?:solely\ |only\ |largely\ )?on\b
      | (?:citing|cites|cited)\ (?:\w+[ ]){0,3}?(?:sources?|officials?|reports?|people|persons?|intelligence|police|data|documents?|records?|figures|findings|someone)\b
      | (?:comes?|came|coming)\ after\ (?:the\ |a\ |an\ )?(?:\w+[ ]){0,2}?(?:reports?|briefings?|audio|recordings?|intelligence|findings|warnings?)\b
      | (?:received|got)\ (?:\w+[ ]){0,2}?(?:updates?|reports?|information|word|briefings?)\ from\b
      | taken\ from\b
      | after\ (?:talking|speaking|consulting)\ (?:to|with)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_OWN = re.compile(
    r"""\b(?:
        (?:our|my|its|their|his|her|the)\ own\ (?:\w+[ ]){0,2}?(?:readings?|instruments?|equipment|vehicles?|measurements?|measuring|counts?|tests?|samples?|cameras?|radar|satellites?|records?|books|investigat\w+|experts?|inspect\w+)
      | our\ (?:readings?|instruments?|measurements?|counts?|records?|reporters?|staff|inspectors)
      | (?:measured|gauged|counted|weighed|recorded|detected|photographed|filmed|inspected|witnessed|overheard|found|surveyed|tested|sampled)\b
      | measuring\ (?:teams?|vehicles?|stations?)
      | (?:with|from)\ (?:our|my|their|his|her)\ own\ (?:eyes|ears)
      | (?:i|we|he|she|they)\ (?:saw|heard|watched|felt|smelt|smelled|found|went)\b
      | (?:internal|stock|head)\ (?:stock\ )?count
      | (?:on|in|at)\ our\ (?:site|premises|territory|ship|plant|hospital|custody|books)
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_WITHDRAWS = re.compile(
    r"""\b(?:
        withdr(?:ew|aws|awn|awing)\b (?!\s+(?:troops|forces|from|its\ forces|soldiers|support|funding|decision))
      | retract(?:s|ed|ing|ion)?\b
      | recant(?:s|ed|ing)?\b
      | (?:took|takes|taken|taking)\ back\b
      | (?:was|were|is)\ (?:wrong|mistaken|in\ error|published\ in\ error)
      | corrected\ (?:its|his|her|their|the)\ (?:report|account|statement|testimony|figure)
      | it\ was\ not\ one\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


_PRESS = re.compile(
    r"(?:the\ |some\ |other\ |several\ |local\ )*"
    r"(?:(?:media|press|news|newspaper|wire|unconfirmed|earlier)\ )*"
    r"(?:reports?|media|press|stories|news\ outlets?|posts|messages|rumou?rs?|suggestions|claims)"
    r"(?:\ (?:on|in)\ .+)?",
    re.IGNORECASE,
)


def press_in_general(speaker: str) -> bool:
    """Whether a "speaker" is talk that nobody in particular stands for ("media reports")."""
    return _PRESS.fullmatch(speaker) is not None


_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|without)\b|n['’]t\b", re.IGNORECASE
)


def negated(words: str) -> bool:
    """Whether `words` hold a negation of their own ("did not", "never")."""
    return _NEGATION.search(words) is not None


_AHEAD = re.compile(
    r"\b(?:will|would|shall|going\ to)\s+(?:not|never|no longer)\b|\b(?:won|wouldn)['’]t\b",
    re.IGNORECASE,
)


def foretells(words: str) -> bool:
    """Whether `words` say that something will not be."""
    return _AHEAD.search(words) is not None


def dependence(sentence: str) -> list[re.Match[str]]:
    """Find wordings that say somebody's knowledge follows or rests on another's, in reading order."""
    return list(_DEPENDS.finditer(sentence))


def own_knowledge(sentence: str) -> re.Match[str] | None:
    """The first wording that says that the speaker saw, measured or holds it; None if there is none."""
    return _OWN.search(sentence)


def withdrawal(sentence: str) -> re.Match[str] | None:
    """The first wording that takes something back; None if there is none."""
    return _WITHDRAWS.search(sentence)


_ROLE = re.compile(
    r"(?:compan(?:y|ies)|operator|owner|firm|agency|ministry|office|department|government|group|club|"
    r"union|committee|administration|council|organi[sz]ation|authorit(?:y|ies)|officials?|"
    r"spokes(?:man|woman|person)|(?:company|agency|ministry|party) spokes(?:man|woman|person))"
    r"(?: of the (?:\w+ ?)+)?"
)


def bare_role(name: str) -> bool:
    """Whether a name is only what somebody is ("company", "operator of the plant")."""
    return _ROLE.fullmatch(name) is not None


_WITNESSES = re.compile(
    r"""\b(?:
        (?:an?|our|the|this|two|several)\ (?:[\w’'-]+[ ]){0,4}?
        (?:reporters?|correspondents?|journalists?|photographers?)\ (?:[\w’'-]+[ ]){0,7}?
        (?:saw|heard|counted|watched|witnessed|found|smelt|smelled|visited|photographed|filmed|viewed|read)
      | (?:documents?|records?|e-?mails?|footage|video|photographs?|messages|letters?)\ (?:\w+[ ]){0,2}?
        (?:seen|viewed|reviewed|obtained|verified|examined)\ by\ (?:this\ (?:newspaper|paper|agency)|us)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def witnessing(words: str) -> bool:
    """Whether an outlet says of itself that it saw, heard, counted or obtained something."""
    return _WITNESSES.search(words) is not None


def basis_phrase(sentence: str, cue: re.Match[str]) -> str:
    """What follows `cue` up to the next clause mark: the thing relied on, as written."""
    rest = sentence[cue.start() :]
    end = re.search(r"[,;.!?]\s|[,;.!?]$|\bthat\b|\bwhich\b", rest[len(cue.group()) :])
    return rest if end is None else rest[: len(cue.group()) + end.start()]
