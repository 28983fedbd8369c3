"""The words by which the parts of a news page are told apart: bylines, outlets, captions, furniture."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["PageWords", "page_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Word lists, lower-case, and patterns of furniture lines."""

    byline_prefixes: tuple[str, ...]
    byline_joins: tuple[str, ...]
    byline_withs: tuple[str, ...]
    """Of the words that join names, those before an agency whose material others used."""

    possessives: frozenset[str]
    """Words before a role that a name follows ("unserem Korrespondenten Mara Feld")."""

    byline_places: tuple[str, ...]
    """Words after which a byline names where the reporter was."""

    byline_roles: frozenset[str]
    jobs: frozenset[str]
    """Words with which a job's name ends or begins ("Marketing Director"), no person's."""

    months_too: frozenset[str]
    """Of `not_names`, months that are given names too."""

    desks: frozenset[str]
    """Words of names that stand for a desk or staff, not an outlet or person."""

    reporting: tuple[str, ...]
    """Openings of a closing credit that names who reported."""

    editing: tuple[str, ...]
    """Openings that name people who are not the reporters."""

    not_names: frozenset[str]
    particles: frozenset[str]
    outlet_nouns: frozenset[str]
    """Words that outlets' and bodies' names hold and people's do not."""

    issuer_nouns: frozenset[str]
    """Of those, words that name a body which issues statements, not a newsroom."""

    shared_nouns: frozenset[str]
    """Words that names of newsrooms and of other bodies hold."""

    issuer_suffixes: frozenset[str]
    announcement: re.Pattern[str]
    """A whole line that announces a press release or an official statement."""

    release_wires: frozenset[str]
    """Distributors of press releases, as datelines print them."""

    promotion_opening: re.Pattern[str]
    """How appeals to the reader begin."""

    promotion_products: frozenset[str]
    """What such appeals offer: an app, a newsletter, a membership."""

    promotion_reporting: frozenset[str]
    """Verbs with which a line reports something and promotes nothing."""

    platforms: frozenset[str]
    """Names that any outlet's promotions hold, and that are no outlet's."""

    section_labels: frozenset[str]
    caption_marks: tuple[str, ...]
    not_credited: frozenset[str]
    """Parts of a photo credit that name nobody ("File")."""

    furniture: Mapping[str, tuple[str, ...]]
    """Role to regular expressions, each matched at the start of a line."""


@cache
def page_words() -> PageWords:
    """The shipped lists."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/pagewords.toml").read_text(encoding="utf-8")
    )
    byline, outlet, caption = raw["byline"], raw["outlet"], raw["caption"]
    return PageWords(
        byline_prefixes=tuple(word.casefold() for word in byline["prefixes"]),
        byline_joins=tuple(byline["joins"]),
        byline_withs=tuple(byline["withs"]),
        possessives=frozenset(byline["possessives"]),
        byline_places=tuple(byline["places"]),
        byline_roles=frozenset(byline["roles"]),
        jobs=frozenset(byline["jobs"]),
        months_too=frozenset(byline["months_too"]),
        desks=frozenset(byline["desks"]),
        reporting=tuple(byline["reporting"]),
        editing=tuple(byline["editing"]),
        not_names=frozenset(byline["not_names"]),
        particles=frozenset(raw["person"]["particles"]),
        outlet_nouns=frozenset(outlet["nouns"]),
        issuer_nouns=frozenset(outlet["issuer_nouns"]),
        shared_nouns=frozenset(outlet["shared_nouns"]),
        issuer_suffixes=frozenset(outlet["issuer_suffixes"]),
        announcement=re.compile(
            f"(?:{'|'.join(outlet['announcements'])}){outlet['announcement_tails']}", re.IGNORECASE
        ),
        release_wires=frozenset(outlet["release_wires"]),
        promotion_opening=re.compile(
            rf"\W{{0,4}}(?:{'|'.join(raw['promotion']['openings'])})\b", re.IGNORECASE
        ),
        promotion_products=frozenset(raw["promotion"]["products"]),
        promotion_reporting=frozenset(raw["promotion"]["reporting"]),
        platforms=frozenset(raw["promotion"]["platforms"]),
        section_labels=frozenset(raw["section"]["labels"]),
        caption_marks=tuple(caption["marks"]),
        not_credited=frozenset(caption["not_credited"]),
        furniture=MappingProxyType({role: tuple(rows) for role, rows in raw["furniture"].items()}),
    )
