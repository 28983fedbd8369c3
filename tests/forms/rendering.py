"""One invented article in every form that news comes in, as their programs write them."""

from __future__ import annotations

import base64
import csv
import email.policy
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

__all__ = ["FORMS", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What every rendering says."""

    title: str
    outlet: str
    host: str
    author: str
    published: datetime
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"https://www.{self.host}/news/{self.published:%Y/%m/%d}/{self.slug}"

    @property
    def slug(self) -> str:
        return "-".join(word.lower() for word in self.title.split() if word.isalpha())

    @property
    def stamp(self) -> str:
        return self.published.isoformat()

    @property
    def markup(self) -> str:
        return "\n".join(f"<p>{html.escape(one)}</p>" for one in self.paragraphs)

    @property
    def prose(self) -> str:
        return "\n\n".join(self.paragraphs)


def page(told: Told) -> bytes:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.title,
        "datePublished": told.stamp,
        "author": [{"@type": "Person", "name": told.author}],
        "publisher": {"@type": "Organization", "name": told.outlet},
    }
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{html.escape(told.title)} | {told.outlet}</title>
<meta property="og:site_name" content="{told.outlet}"><link rel="canonical" href="{told.url}">
<script type="application/ld+json">{json.dumps(data)}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{html.escape(told.title)}</h1><p class="byline">By {told.author}</p>
<time datetime="{told.stamp}">{told.published:%d %B %Y}</time>
<div class="body">{told.markup}</div></article>
<aside><h2>Most read</h2><ul><li><a href="/a">Town hall roof repaired at last</a></li></ul></aside></main>
<footer><p>© {told.published:%Y} {told.outlet}. All rights reserved.</p></footer></body></html>""".encode()


def dump(told: Told) -> bytes:
    return (
        f"{told.outlet}\n\n{told.title}\n\nBy {told.author}\n"
        f"Published {told.published:%d %B %Y, %H:%M} UTC\n\n{told.prose}\n"
    ).encode()


def single_file(told: Told) -> bytes:
    mark = (
        f"<!--\n Page saved with SingleFile \n url: {told.url} \n saved date: Fri Mar 20 2026\n-->"
    )
    return page(told).replace(b"<html lang", mark.encode() + b"<html lang", 1)


def mhtml(told: Told) -> bytes:
    body = base64.encodebytes(page(told)).decode()
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {told.url}\r\nSubject: {told.title}\r\n"
        "Date: Fri, 20 Mar 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x9"\r\n\r\n\r\n'
        "------MultipartBoundary--x9\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: base64\r\nContent-Location: {told.url}\r\n\r\n{body}\r\n"
        "------MultipartBoundary--x9--\r\n"
    ).encode()


def rss(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{told.outlet}</title><link>https://www.{told.host}/</link><language>en</language>
<item><title>{html.escape(told.title)}</title><link>{told.url}</link><dc:creator><![CDATA[{told.author}]]></dc:creator>
<pubDate>{told.published:%a, %d %b %Y %H:%M:%S +0000}</pubDate><description>{html.escape(told.paragraphs[0])}</description>
<content:encoded><![CDATA[{told.markup}]]></content:encoded></item></channel></rss>""".encode()


def atom(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{told.outlet}</title><id>https://www.{told.host}/</id>
<updated>{told.stamp}</updated><entry><title>{html.escape(told.title)}</title><id>{told.url}</id>
<link rel="alternate" href="{told.url}"/><published>{told.stamp}</published><updated>{told.stamp}</updated>
<author><name>{told.author}</name></author><content type="html">{html.escape(told.markup)}</content></entry></feed>""".encode()


def json_feed(told: Told) -> bytes:
    item = {
        "id": told.url,
        "url": told.url,
        "title": told.title,
        "content_html": told.markup,
        "date_published": told.stamp,
        "authors": [{"name": told.author}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": told.outlet, "language": "en"}
    return json.dumps(feed | {"items": [item]}).encode()


def nitf(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>{html.escape(told.title)}</title><docdata><date.issue norm="{told.published:%Y%m%dT%H%M%SZ}"/>
<doc.copyright holder="{told.outlet}"/></docdata><pubdata type="web" name="{told.outlet}"/></head>
<body><body.head><hedline><hl1>{html.escape(told.title)}</hl1></hedline><byline>By <person>{told.author}</person></byline>
<distributor>{told.outlet}</distributor></body.head><body.content>{told.markup}</body.content></body></nitf>""".encode()


def newsml(told: Told) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:{told.host}:{told.slug}" version="1" standard="NewsML-G2" standardversion="2.30" conformance="power" xml:lang="en">
<rightsInfo><copyrightHolder><name>{told.outlet}</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>{told.outlet}</name></provider><versionCreated>{told.stamp}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><contentCreated>{told.stamp}</contentCreated><by>{told.author}</by><language tag="en"/><headline>{html.escape(told.title)}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{told.markup}</body></html></inlineXML></contentSet></newsItem>""".encode()


def ninjs(told: Told) -> bytes:
    item = {
        "uri": told.url,
        "type": "text",
        "language": "en",
        "versioncreated": told.stamp,
        "pubstatus": "usable",
        "headline": told.title,
        "byline": told.author,
        "body_xhtml": told.markup,
        "copyrightholder": told.outlet,
    }
    return json.dumps(item, indent=1).encode()


def ninjs_3(told: Told) -> bytes:
    item = {
        "uri": told.url,
        "standard": {"name": "ninjs", "version": "3.0"},
        "type": "text",
        "language": "en",
        "firstCreated": told.stamp,
        "versionCreated": told.stamp,
        "pubStatus": "usable",
        "headlines": [{"value": told.title, "role": "main"}],
        "by": told.author,
        "bodies": [{"contentType": "application/xhtml+xml", "value": told.markup}],
        "copyrightHolder": told.outlet,
    }
    return json.dumps(item, indent=1).encode()


def json_ld(told: Told) -> bytes:
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.title,
        "datePublished": told.stamp,
        "author": {"@type": "Person", "name": told.author},
        "publisher": {"@type": "NewsMediaOrganization", "name": told.outlet},
        "url": told.url,
        "inLanguage": "en",
        "articleBody": told.prose,
    }
    return json.dumps(item, indent=2).encode()


def mail(told: Told) -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = told.title
    message["From"] = f"{told.outlet} <newsletter@{told.host}>"
    message["To"] = "desk@example.org"
    message["Date"] = told.published.strftime("%a, %d %b %Y %H:%M:%S +0000")
    message["List-Unsubscribe"] = f"<https://{told.host}/unsubscribe>"
    message.set_content(
        f"By {told.author}\n\n{told.prose}\n\n--\nUnsubscribe: https://{told.host}/u\n"
    )
    return message.as_bytes()


def newsletter(told: Told) -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = told.title
    message["From"] = f'"{told.outlet}" <newsletter@{told.host}>'
    message["Date"] = told.published.strftime("%a, %d %b %Y %H:%M:%S +0000")
    message.set_content("This mail needs a reader that shows HTML.")
    message.add_alternative(
        f"<html><body><table><tr><td><a href='https://{told.host}/view'>View in browser</a></td></tr>"
        f"<tr><td><h1>{html.escape(told.title)}</h1><p>By {told.author}</p>{told.markup}</td></tr>"
        f"<tr><td><small>You get this mail because you signed up. <a href='#'>Unsubscribe</a></small></td></tr></table></body></html>",
        subtype="html",
    )
    return message.as_bytes()


def table(told: Told) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["stories_id", "publish_date", "title", "url", "language", "media_name", "author", "text"]
    )
    writer.writerow(
        [
            "1001",
            told.published.strftime("%Y-%m-%d %H:%M:%S+00:00"),
            told.title,
            told.url,
            "en",
            told.outlet,
            told.author,
            told.prose,
        ]
    )
    return out.getvalue().encode()


def news_please(told: Told) -> bytes:
    record = {
        "authors": [told.author],
        "date_download": "2026-03-21 09:00:00",
        "date_modify": None,
        "date_publish": told.published.strftime("%Y-%m-%d %H:%M:%S"),
        "description": told.paragraphs[0],
        "filename": "x.json",
        "language": "en",
        "maintext": "\n".join(told.paragraphs),
        "source_domain": f"www.{told.host}",
        "title": told.title,
        "url": told.url,
    }
    return json.dumps(record).encode()


def trafilatura(told: Told) -> bytes:
    record = {
        "title": told.title,
        "author": told.author,
        "hostname": told.host,
        "date": told.published.strftime("%Y-%m-%d"),
        "fingerprint": "ab12",
        "source": told.url,
        "source-hostname": told.outlet,
        "excerpt": None,
        "text": "\n".join(told.paragraphs),
        "raw_text": " ".join(told.paragraphs),
        "language": "en",
    }
    return json.dumps(record).encode()


def lines(told: Told) -> bytes:
    record = {
        "title": told.title,
        "text": told.prose,
        "authors": [told.author],
        "publish_date": told.stamp,
        "url": told.url,
        "source": told.outlet,
    }
    return (json.dumps(record) + "\n").encode() * 1


def markdown(told: Told) -> bytes:
    return (
        f'---\ntitle: "{told.title}"\nauthor: {told.author}\ndate: {told.stamp}\nsite: {told.outlet}\n---\n\n'
        f"# {told.title}\n\n{told.prose}\n"
    ).encode()


def archive(told: Told) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("saved/story.html", page(told))
        packed.writestr("saved/story_files/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    return out.getvalue()


def packed(told: Told) -> bytes:
    return gzip.compress(dump(told))


def warc(told: Told) -> bytes:
    body = page(told)
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + str(len(body)).encode()
        + b"\r\n\r\n"
        + body
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:7d3c2b1a-0000-4000-8000-000000000001>\r\n"
        f"WARC-Date: 2026-03-20T10:00:00Z\r\nWARC-Target-URI: {told.url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    return gzip.compress(head + http + b"\r\n\r\n")


def docx(told: Told) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def paragraph(words: str, style: str = "") -> str:
        shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f'<w:p>{shape}<w:r><w:t xml:space="preserve">{html.escape(words, quote=False)}</w:t></w:r></w:p>'

    body = paragraph(told.title, "Title") + paragraph(f"By {told.author}")
    body += "".join(paragraph(one) for one in told.paragraphs)
    types = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<?xml version="1.0"?><Types xmlns="{types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<?xml version="1.0"?><Relationships xmlns="{types}/relationships"><Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return out.getvalue()


def odt(told: Told) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = f'<text:h text:outline-level="1">{html.escape(told.title)}</text:h><text:p>By {told.author}</text:p>'
    body += "".join(f"<text:p>{html.escape(one)}</text:p>" for one in told.paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{office}" xmlns:text="{words}" office:version="1.3">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return out.getvalue()


def telegram(told: Told) -> bytes:
    message = {
        "id": 812,
        "type": "message",
        "date": told.published.strftime("%Y-%m-%dT%H:%M:%S"),
        "date_unixtime": str(int(told.published.timestamp())),
        "from": told.outlet,
        "from_id": "channel1400000001",
        "author": told.author,
        "text": [{"type": "bold", "text": told.title}, "\n\n" + told.prose],
        "text_entities": [
            {"type": "bold", "text": told.title},
            {"type": "plain", "text": "\n\n" + told.prose},
        ],
    }
    service = {
        "id": 1,
        "type": "service",
        "date": "2024-01-01T00:00:00",
        "date_unixtime": "1704067200",
        "actor": told.outlet,
        "actor_id": "channel1400000001",
        "action": "create_channel",
        "text": "",
        "text_entities": [],
    }
    chat = {"name": told.outlet, "type": "public_channel", "id": 1400000001}
    return json.dumps(chat | {"messages": [service, message]}, ensure_ascii=False).encode()


FORMS: dict[str, Callable[[Told], bytes]] = {
    one.__name__: one
    for one in (
        page, dump, single_file, mhtml, rss, atom, json_feed, nitf, newsml, ninjs, ninjs_3, json_ld, mail, newsletter,
        table, news_please, trafilatura, lines, markdown, archive, packed, warc, docx, odt, telegram,
    )
}  # fmt: skip
"""A renderer for each form, by name."""
