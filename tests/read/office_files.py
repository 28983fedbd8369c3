"""Office documents for tests, put together from their parts."""

from __future__ import annotations

import io
import zipfile

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
STYLES = f"""<w:styles {WORD}>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="PMTitel"><w:name w:val="PM Kopf"/>
<w:basedOn w:val="Titel"/></w:style></w:styles>"""
CORE = """<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>Ferry hits pier</dc:title><dc:creator>Mara Feld</dc:creator>
<dcterms:created>2024-03-04T10:15:00Z</dcterms:created>
<dcterms:modified>2024-03-05T08:00:00Z</dcterms:modified><dc:language>en-GB</dc:language>
</cp:coreProperties>"""


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file of `parts` by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def para(words: str, style: str = "") -> str:
    """A Word paragraph of one run."""
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{looks}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def docx(body: str, **more: str | bytes) -> bytes:
    """A Word document; `more` holds further parts, with ``__`` for a slash and ``_xml`` for .xml."""
    named = {key.replace("__", "/").replace("_xml", ".xml"): value for key, value in more.items()}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "docProps/core.xml": CORE,
    }
    return zipped(parts | named)


def odt(body: str, *, styles: str = "", kind: str = "text") -> bytes:
    """An OpenDocument text."""
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>"
            '<style:style style:name="P1" style:parent-style-name="Title"/>'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {ODF}><office:meta><dc:title>Ferry</dc:title>"
            "<meta:initial-creator>Mara Feld</meta:initial-creator>"
            "<meta:creation-date>2024-03-04T10:15:00</meta:creation-date></office:meta>"
            "</office:document-meta>",
        }
    )
