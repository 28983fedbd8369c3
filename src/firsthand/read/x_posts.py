"""Posts of X (Twitter): account archives, answers of its interfaces, and what scrapers keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from firsthand.domain import Field, Form
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.json_values import Record
from firsthand.read.record_shapes import Shape
from firsthand.read.stating import Stating, sound, squeezed, word_weight
from firsthand.read.telegram import FEWEST_WORDS

__all__ = ["X_POST"]

_SOURCE = "x"
_TEXTS = ("full_text", "rawContent", "renderedContent", "text", "content", "tweet")
_OWN = frozenset(
    [
        "edit_history_tweet_ids", "referenced_tweets", "retweeted_status", "quoted_status", "retweet_count", "favorite_count",
        "in_reply_to_status_id", "in_reply_to_status_id_str", "in_reply_to_user_id_str", "possibly_sensitive", "public_metrics",
        "conversation_id", "conversationId", "retweetedTweet", "quotedTweet", "retweetCount", "likeCount", "retweets_count",
        "likes_count", "author_id", "id_str", "extended_tweet", "note_tweet", "is_quote_status", "retweeted",
    ]
)  # fmt: skip
"""Names of fields that only posts of X have."""

_REPOSTED = re.compile(r"RT @(\w{1,30}):\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Account:
    name: str
    handle: str

    @property
    def shown(self) -> str:
        """The display name with the handle, for a name alone may be anybody's."""
        if self.name and self.handle and self.name.casefold() != self.handle.casefold():
            return f"{self.name} (@{self.handle})"
        return f"@{self.handle}" if self.handle else self.name


def _post_of(record: Record) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The post itself, out of what wraps it, and what stands around it."""
    for key in ("tweet", "data"):
        inner = record.value.get(key)
        if isinstance(inner, dict):
            return inner, {**record.envelope, **record.value}
    return record.value, record.envelope


def _matches(record: Record) -> bool:
    post, _ = _post_of(record)
    return len(_OWN & post.keys()) > 1 and any(isinstance(post.get(key), str) for key in _TEXTS)


def _rows(document: Document, record: Record) -> Iterator[Row]:
    """The post's row; none for one of fewer than `FEWEST_WORDS` words, names and links apart."""
    post, around = _post_of(record)
    reposted = _referenced(post, around, "retweeted")
    text = _words(reposted) if reposted is not None else _words(post)
    match = _REPOSTED.match(text)
    text = text[match.end() :] if match is not None and reposted is None else text
    if word_weight(re.sub(r"https?://\S+|@\w+", " ", text)) < FEWEST_WORDS:
        return
    stating = Stating(source=_SOURCE)
    account = _account_of(post, around)
    stating.say(Field.OUTLET, account.shown)
    clock = " ".join(str(post[key]) for key in ("date", "time") if isinstance(post.get(key), str))
    stating.say_moment(
        Field.PUBLISHED, post.get("created_at"), post.get("createdAt"), clock, post.get("date")
    )
    language = str(post.get("lang") or post.get("language") or "")
    stating.say_language("" if language in {"und", "qme", "zxx"} else language)
    stating.say_address(post.get("url"), post.get("link"), _address(post, account))
    if reposted is not None or match is not None:
        of = _account_of(reposted, around).shown if reposted is not None else ""
        _say_repost(stating, of or (f"@{match[1]}" if match is not None else ""), account)
    quoted = _referenced(post, around, "quoted")
    if quoted is not None:
        stating.say(Field.NOTICE, f"Comments on a post by {_account_of(quoted, around).shown}")
    yield document.capture(
        text,
        Form.PARAGRAPHS,
        format=_SOURCE,
        record=record.label,
        raw=record.raw,
        facts=stating.done(),
    )


def _say_repost(stating: Stating, origin: str, account: _Account) -> None:
    """A repost is the words of whom it is taken from, not of whoever reposts it."""
    if origin and origin == account.shown:
        return
    name = origin or "an account that is not named"
    stating.say(Field.NOTICE, f"Reposted from {name}")
    stating.say(Field.WIRE, name)


def _words(post: Mapping[str, Any]) -> str:
    for outer in ("note_tweet", "extended_tweet"):
        inner = post.get(outer)
        if isinstance(inner, dict):
            longer = inner.get("text") or inner.get("full_text")
            if isinstance(longer, str):
                return sound(unescape(longer))
    return next(
        (sound(unescape(post[key])) for key in _TEXTS if isinstance(post.get(key), str)), ""
    )


def _referenced(
    post: Mapping[str, Any], around: Mapping[str, Any], kind: str
) -> Mapping[str, Any] | None:
    """The post that this one repeats or comments on, where the export holds it."""
    for key in (f"{kind}_status", f"{kind}Tweet"):
        inner = post.get(key)
        if isinstance(inner, dict):
            return inner
    references = post.get("referenced_tweets")
    for one in references if isinstance(references, list) else ():
        if isinstance(one, dict) and one.get("type") == kind:
            return (
                next(
                    (two for two in _included(around, "tweets") if two.get("id") == one.get("id")),
                    {},
                )
                or None
            )
    return None


def _included(around: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    includes = around.get("includes")
    listed = includes.get(key) if isinstance(includes, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _account_of(post: Mapping[str, Any], around: Mapping[str, Any]) -> _Account:
    user = post.get("user") or post.get("author")
    if not isinstance(user, dict):
        wanted = post.get("author_id")
        users = _included(around, "users")
        user = next((one for one in users if wanted is not None and one.get("id") == wanted), post)
    name = user.get("displayname") or user.get("name")
    handle = user.get("screen_name") or user.get("username") or user.get("userName")
    return _Account(name=squeezed(name), handle=squeezed(handle).removeprefix("@"))


def _address(post: Mapping[str, Any], account: _Account) -> str | None:
    number = post.get("id_str") or post.get("id")
    if account.handle and re.fullmatch(r"\d{5,25}", str(number)):
        return f"https://x.com/{account.handle}/status/{number}"
    return None


X_POST = Shape(name=_SOURCE, matches=_matches, rows=_rows)
