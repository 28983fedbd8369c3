"""Noun phrases that name a speaker, taken apart: name, role, and whom the role is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.settle.barenames import ARTICLE, POSSESSIVE, bare_name, plain_word
from firsthand.tables.bodies import Role, bodies

__all__ = ["Described", "describe"]

_OF = re.compile(r"^(?:of|for|to|at|with|in|from|on)\s+", re.IGNORECASE)
_HEADS = re.compile(
    r"^who\s+(?:heads|leads|runs|chairs|directs|commands|speaks\s+for)\s+(?P<of>.+)$", re.IGNORECASE
)
_LEADS_IN = frozenset(
    [
        "from",
        "by",
        "to",
        "in",
        "with",
        "that",
        "said",
        "told",
        "says",
        "as",
        "and",
        "who",
        "when",
        "where",
        "which",
        "on",
        "at",
        "after",
        "but",
        "because",
    ]
)
"""Words that no title contains: what stands before them belongs to the sentence, not to the title."""

_LEADING = frozenset({"top", "ranking", "leading", "lead"})
"""Grades that make a member of a committee one who leads it ("the top Democrat on the panel")."""

_HOME = re.compile(r"\s(?:of|from)\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?$")
"""The home of somebody named before it."""

_HOPES = frozenset({"nominee", "candidate", "designate", "hopeful", "contender", "become"})
"""Who is to have an office does not speak for it."""

_LONGEST_ROLE = 4
_HOUSES = frozenset({"office", "team", "staff", "department", "operator"})
"""Role words that are as often the last word of a body's own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a noun phrase says of the speaker it names."""

    name: str | None
    """Without article, title and honorific; None when the phrase only describes ("a spokesman for …")."""

    role: str | None = None
    """As written, without article."""

    kinds: tuple[Role, ...] = ()
    of: str | None = None
    """Whom or what the role is for, as written ("Northern Ferries", "its", "Flemish Environment")."""

    link: str | None = None
    """The preposition before `of`; None where it stands before the role."""

    over: bool = False
    """Whether the role is a former one."""


def _roles(words: list[str]) -> list[tuple[int, int, tuple[Role, ...]]]:
    """Where role words stand: first word, word after the last, kinds; longest match first."""
    table, found, at = bodies().roles, [], 0
    offices = bodies().offices
    while at < len(words):
        for length in range(min(_LONGEST_ROLE, len(words) - at), 0, -1):
            told = " ".join(plain_word(word) for word in words[at : at + length])
            kinds = table.get(told)
            if told in offices:
                kinds = (Role.HEADS,)
            if kinds is not None and (
                (told in _HOUSES and not _personal(words, at))
                or POSSESSIVE.search(words[at + length - 1])
            ):
                kinds = None
            if kinds is not None:
                found.append((at, at + length, kinds))
                at += length
                break
        else:
            at += 1
    return found


def _personal(words: list[str], at: int) -> bool:
    """Whether the "office" at `at` is somebody's ("Lind's office"), not a body's own name."""
    return at > 0 and words[at - 1][:1].isupper() and POSSESSIVE.search(words[at - 1]) is not None


def _modifier(words: list[str]) -> tuple[str | None, bool]:
    """What stands before a role word, without grades, and whether the role is a former one."""
    table = bodies()
    over = any(plain_word(word).strip() in table.over for word in words)
    kept = list(words)
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].casefold() in _LEADS_IN:
            kept = kept[at + 1 :]
            break
    while kept and (plain_word(kept[0]) in table.over or ARTICLE.match(kept[0] + " ")):
        kept = kept[1:]
    while kept and plain_word(kept[-1]) in table.grades | table.over:
        kept = kept[:-1]
    kept = [word for word in kept if plain_word(word) not in table.over]
    while (
        kept
        and plain_word(kept[0]) in table.grades
        and (len(kept) == 1 or (kept[0].islower() and kept[1][:1].isupper()))
    ):
        kept = kept[1:]  # "deputy Pentagon" press secretary
    return (" ".join(kept) or None), over


def _owner(words: list[str], found: list[tuple[int, int, tuple[Role, ...]]]) -> tuple[int, int]:
    """Whose the last role is, where somebody with a title owns it ("Tamrian President | Jo Lind’s | aide").

    Returns:
        First word of the owner's name and the word after the last; 0, 0 where no titled name owns anything.
    """
    for at in range(len(words) - 1, -1, -1):
        before = [one for one in found if one[1] <= at]
        if POSSESSIVE.search(words[at]) and before and at + 1 < len(words):
            start = before[-1][1]
            if all(word[:1].isupper() for word in words[start : at + 1]):
                return start, at + 1
    return 0, 0


def _of_kin(before: list[str]) -> bool:
    """Whether the words before a role make its holder somebody's kin ("the wife of Prime Minister")."""
    links = [at for at, word in enumerate(before) if at > 0 and word.casefold() in {"of", "to"}]
    return bool(links) and plain_word(before[links[-1] - 1]) in bodies().kin


def _names_kin(words: list[str]) -> bool:
    """Whether a phrase is for somebody's kin ("the Minister’s sister", "a friend of the Minister")."""
    link = next(
        (at for at, word in enumerate(words) if word.casefold() in {"of", "to"}), len(words)
    )
    return link > 0 and plain_word(words[link - 1]) in bodies().kin


def _is_sent(role: list[str]) -> bool:
    """Whether a role is that of somebody sent ("ambassador")."""
    return " ".join(map(plain_word, role)) in bodies().diplomats


def _only_where(role: list[str], link: str, before: str | None) -> bool:
    """Whether what a preposition adds to a role is where it is held, and not for whom.

    "Norway’s ambassador to Chile" and "the envoy to Chile" speak for whoever sent them; "the
    army’s spokesman in Tamria" speaks for the army.
    """
    plain, told = link.strip().casefold(), " ".join(map(plain_word, role))
    if told in bodies().diplomats:
        return plain in {"to", "in", "at"} or (plain in {"for", "on"} and before is not None)
    if told in bodies().accredited and plain == "to":
        return True
    return plain in {"in", "from"} and before is not None and POSSESSIVE.search(before) is not None


_INSIDE = frozenset(
    {"director", "officer", "manager", "head", "chief", "executive", "vice president"}
)
"""Roles that a body has for each of its functions."""


def _without_function(before: str | None, role: list[str]) -> str | None:
    """The body before a role, without what its holder looks after ("Northern Ferries | finance director")."""
    if before is None or plain_word(role[-1]) not in _INSIDE:
        return before
    words, table = before.split(), bodies()
    if all(plain_word(word) in table.functions | {"and"} for word in words):
        return None
    while (
        len(words) > 1
        and words[-1].islower()
        and plain_word(words[-1]) in table.functions | {"and"}
    ):
        words.pop()
    return " ".join(words)


def _role_phrase(phrase: str) -> Described | None:
    """Take a phrase without a name apart ("a spokeswoman for the Coastal Board"); None: no role in it."""
    heading = _HEADS.match(phrase)
    if heading is not None:
        return Described(name=None, role="head", kinds=(Role.HEADS,), of=heading["of"])
    words = ARTICLE.sub("", phrase).split()
    found = _roles(words)
    if not found:
        return None
    hoping = next((word for word in words if plain_word(word) in _HOPES), None)
    if hoping is not None:
        return Described(name=None, role=hoping, kinds=(Role.SELF,))
    told: list[tuple[int, int, tuple[Role, ...], str | None, str | None, bool]] = []
    owner = _owner(words, found)
    found = [one for one in found if one[0] >= owner[1] and not _of_kin(words[: one[0]])]
    if not found:
        return None
    for number, (first, last, stated) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        # "chair of the Harbour Committee Rep. Ito": the next title begins another phrase.
        ends = following[0] if following and set(following[2]) == {Role.SELF} else len(words)
        after = " ".join(words[last:ends])
        link = _OF.match(after)
        before, over = _modifier(words[owner[0] : first])
        before = _without_function(before, words[first:last])
        leads = (
            set(stated) == {Role.SELF} and first > 0 and plain_word(words[first - 1]) in _LEADING
        )
        kinds = (Role.HEADS,) if leads else stated
        if link is not None and _only_where(words[first:last], link.group(), before):
            told.append((first, last, kinds, before, None, over))
        elif link is not None:
            of = re.split(
                r",|\s(?:who|which|that|told|said|since|until)\s|\sand\s(?![A-Z])|\s[–—-]\s|\s(?:from|in)\s(?=\d)",
                after[link.end() :],
                maxsplit=1,
            )[0]
            if _is_sent(words[first:last]):
                of = re.split(r"\s(?:to|in|at|for)\s", of, maxsplit=1)[0]  # "of Chile to Mali"
            told.append(
                (first, last, kinds, of.strip() or None, link.group().strip().casefold(), over)
            )
        else:
            told.append((first, last, kinds, before, None, over))
    best = next((t for t in told if Role.SELF not in t[2] and t[3]), None) or next(
        (t for t in told if Role.SELF not in t[2]), told[0]
    )
    first, last, kinds, of, link_word, over = best
    return Described(
        name=None, role=" ".join(words[first:last]), kinds=kinds, of=of, link=link_word, over=over
    )


def _ends_with(words: list[str], people: frozenset[str]) -> int | None:
    """Where a known person's name begins that ends `words`; the longest name wins."""
    for start in range(len(words)):
        if " ".join(words[start:]).casefold() in people:
            return start
    return None


@lru_cache(maxsize=65_536)
def describe(phrase: str, people: frozenset[str] = frozenset()) -> Described:
    """Take the noun phrase `phrase` apart.

    Args:
        phrase: As written ("Harbour Minister Ana Ruiz, who chairs the board").
        people: Folded full names of people known from the story; they tell where a title ends.

    Returns:
        With `name` None where the phrase describes somebody without naming them.
    """
    phrase = re.sub(
        r"\s(?:him|her|it|them)sel(?:f|ves)\b", "", " ".join(phrase.split()).strip(" ,;:")
    )
    owned = re.fullmatch(r"(?P<of>(?:[A-Z][\w.-]+\s?){1,4})['’]s (?P<name>[^,]+)", phrase)
    if owned is not None and owned["name"].casefold() in people:
        return Described(name=owned["name"], role="of", kinds=(Role.HEADS,), of=owned["of"])
    head, _, rest = phrase.partition(", ")
    rest = rest.strip()
    if re.match(r"(?!acting\b)[a-z]+ing\b", rest):
        rest = ""  # "Rep. Ito, hoping to become mayor": what she does, not what she is
    words = ARTICLE.sub("", head).split()
    home = _HOME.search(head)
    if home is not None and _ends_with(head[: home.start()].split(), people) is not None:
        words = ARTICLE.sub("", head[: home.start()]).split()  # "Senator Ruiz of Ohio, the chair"
    start = _ends_with(
        [w.strip(".,") if n == len(words) - 1 else w for n, w in enumerate(words)], people
    )
    if start is None:
        found = _roles(words)
        capital = [
            n for n, w in enumerate(words) if w[:1].isupper() and found and n >= found[-1][1]
        ]
        if (
            found
            and capital
            and capital[0] == found[-1][1]
            and len(capital) == len(words) - capital[0]
        ):
            start = capital[0]
    if start is not None and start > 0 and _is_object(words[:start]):
        # "a lawyer for Mr. Grant, Jo Okafor": the name is whom the role is for, not who holds it.
        start = None
    if start is not None and start > 0:
        before = " ".join(words[:start])
        told = _role_phrase(before)
        name = bare_name(" ".join(words[start:]))
        later = _role_phrase(rest) if rest else None
        if told is None or (told.of is None and later is not None and later.of is not None):
            told = later or told
        if told is None:
            return Described(name=name)
        return Described(
            name=name, role=told.role, kinds=told.kinds, of=told.of, link=told.link, over=told.over
        )
    if start is None:
        told = _role_phrase(head)
        named = rest.split(",")[0].strip() if rest else ""
        if told is None and named.casefold() in people and _names_kin(words):
            return Described(name=bare_name(named))  # "Ana Ruiz’s sister, Jo Lind"
        if (
            told is not None
            and named
            and (named.casefold() in people or re.fullmatch(r"(?:[A-Z][\w.'’-]+\s?){2,4}", named))
        ):
            return Described(
                name=bare_name(named),
                role=told.role,
                kinds=told.kinds,
                of=told.of,
                link=told.link,
                over=told.over,
            )
        if told is not None and not re.match(r"^[A-Z]", words[0] if words else ""):
            return told
        if told is not None and (told.link is not None or _is_last_role(words)):
            return told
    name = bare_name(head)
    told = _role_phrase(rest) if rest else None
    if told is None:
        return Described(name=name or None)
    return Described(
        name=name or None,
        role=told.role,
        kinds=told.kinds,
        of=told.of,
        link=told.link,
        over=told.over,
    )


def _is_object(before: list[str]) -> bool:
    """Whether a name after the words `before` is the object of a preposition."""
    kept = list(before)
    while kept and plain_word(kept[-1]) in bodies().honorifics | bodies().ranks:
        kept = kept[:-1]
    if kept and kept[-1].casefold() in _LEADS_IN | {"of", "for"}:
        return True
    titles = [first for first, last, _ in _roles(kept) if last == len(kept)]
    link = kept[titles[0] - 1].casefold() if titles and titles[0] > 0 else ""
    return link in {"of", "for", "to"}  # "the wife of Prime Minister | Lind"


def _is_last_role(words: list[str]) -> bool:
    found = _roles(words)
    return bool(found) and found[-1][1] == len(words)
