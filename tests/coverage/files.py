"""Coverage as files, as a user would hand them in: saved pages, text dumps, lines of JSON."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from random import Random
from zlib import crc32

from tests.coverage.drafts import Draft
from tests.coverage.grammar import compiled, filled
from tests.coverage.layout import article_of, paragraphs_of, stamp_of
from tests.coverage.making import Coverage
from tests.coverage.outlets import furniture

__all__ = ["FORMS", "dumped", "paged", "row", "write"]

FORMS = ("html", "txt", "jsonl")


def write(made: Coverage, folder: Path, form: str = "html") -> list[Path]:
    """Write the articles into a folder: one file each, named by key; for ``jsonl`` one file in all.

    Returns:
        The files, in order of the articles.

    Raises:
        ValueError: no such form.
    """
    if form not in FORMS:
        raise ValueError(f"form {form!r}: one of {', '.join(FORMS)}")
    folder.mkdir(parents=True, exist_ok=True)
    if form == "jsonl":
        target = folder / "articles.jsonl"
        lines = (json.dumps(row(draft), ensure_ascii=False) for draft in made.drafts)
        target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return [target]
    files = []
    for draft in made.drafts:
        target = folder / f"{draft.key}.{form}"
        target.write_text(paged(draft) if form == "html" else dumped(draft), encoding="utf-8")
        files.append(target)
    return files


def row(draft: Draft) -> dict[str, str | None]:
    """One article as a record."""
    article = article_of(draft)
    body = "\n\n".join(paragraphs_of(draft)[1:])
    return {
        "id": draft.key, "url": article.url, "outlet": article.outlet, "title": article.title, "published": article.published,
        "language": "en", "text": body,
    }  # fmt: skip


def paged(draft: Draft) -> str:
    """A saved page, with navigation, a related story, a promotion and a footer."""
    title, *body = paragraphs_of(draft)
    house, stamp, lines = draft.outlet, stamp_of(draft.outlet, draft.minute), _furniture(draft)
    head = f'<meta property="og:site_name" content="{escape(house.name)}">\n<link rel="canonical" href="https://{house.host}/{draft.key}">'
    if stamp:
        head += f'\n<meta property="article:published_time" content="{stamp}">'
    text = [f"<p>{escape(one)}</p>" for one in body]
    text.insert(len(text) // 2, f'<p class="related"><a href="/more">{escape(lines[0])}</a></p>')
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} - {escape(house.name)}</title>\n{head}\n</head><body>\n'
        f'<header><a href="/">{escape(house.name)}</a></header>\n<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>'
        '<li><a href="/business">Business</a></li><li><a href="/sport">Sport</a></li></ul></nav>\n'
        f'<main><article>\n<h1>{escape(title)}</h1>\n<p class="byline">By {escape(house.reporter)}</p>\n'
        + (f'<time datetime="{stamp}">{stamp}</time>\n' if stamp else "")
        + "\n".join(text)
        + f'\n</article></main>\n<aside class="newsletter"><p>{escape(lines[1])}</p></aside>\n'
        f"<footer><p>© {escape(house.name)}. All rights reserved.</p></footer>\n</body></html>\n"
    )


def dumped(draft: Draft) -> str:
    """A page pasted as text, with what stands around the article on its own lines."""
    title, *body = paragraphs_of(draft)
    stamp, (related, promotion) = stamp_of(draft.outlet, draft.minute), _furniture(draft)
    head = [title, "", draft.outlet.name, f"By {draft.outlet.reporter}"]
    if stamp:
        head.append(f"Published {stamp}")
    head += ["Share", ""]
    text = list(body)
    text.insert(len(text) // 2, related)
    return "\n".join(head) + "\n" + "\n\n".join([*text, promotion]) + "\n"


def _furniture(draft: Draft) -> tuple[str, str]:
    chance = Random(crc32(draft.key.encode()))
    topics, related, promotions = furniture()
    values = {"topic": chance.choice(topics), "outlet": draft.outlet.name}
    return tuple(
        filled(compiled(chance.choice(each)), values, chance.random)
        for each in (related, promotions)
    )  # type: ignore[return-value]
