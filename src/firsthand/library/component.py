"""The statement finder as a component of a spaCy pipeline: ``nlp.add_pipe("firsthand_statements")``.

spaCy finds it by the entry point in the package's metadata; nothing has to be imported. It imports
this module in every process in which it makes a pipeline, so what judges is imported with the first
document.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from firsthand.errors import PlanError, UsageError
from firsthand.library.accessor import keep, statements_of
from firsthand.library.handed import article_of
from firsthand.library.paragraphs import Paragraphs
from firsthand.tables.languages import UNKNOWN, language_name
from firsthand.text.timex import day_of

__all__ = ["FindStatements", "make_component"]

_KNOWN = "en"
_PUBLISHED, _OUTLET = "firsthand_published", "firsthand_outlet"
"""Keys of `Doc.user_data` under which a document may state its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindStatements:
    """Find statements in documents that the components before it have parsed.

    It holds nothing but its settings, which the pipeline's config holds as well: there is nothing
    to train, to initialise or to write to disk.
    """

    groups: str = "firsthand"
    """What the names of the span groups begin with."""

    paragraphs: Paragraphs = "blank"
    published: str | None = None
    """ISO 8601 day of documents that do not state their own (`doc.user_data["firsthand_published"]`)."""

    outlet: str | None = None
    """Outlet of documents that do not state their own (`doc.user_data["firsthand_outlet"]`)."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the statements of `doc` into it.

        Raises:
            InputError: The text is too long to be one article.
            UsageError: The document's day of publication is none.
            PlanError: The document lacks annotation that attribution needs, or is parsed with
                labels other than those of spaCy's English pipelines.
        """
        from firsthand.annotate import reading_of_doc
        from firsthand.attribute import statements

        if not doc.text.strip():
            keep(doc, (), groups=self.groups)
            return doc
        article = article_of(
            doc.text,
            published=_day(doc.user_data.get(_PUBLISHED, self.published)),
            outlet=doc.user_data.get(_OUTLET, self.outlet),
            paragraphs=self.paragraphs,
        )
        keep(doc, statements(reading_of_doc(doc, article)), groups=self.groups)
        return doc


def _day(stated: object) -> str | None:
    """The day of publication as stated.

    Raises:
        UsageError: It is no ISO 8601 day.
    """
    if stated is None:
        return None
    if not isinstance(stated, str) or day_of(stated) is None:
        raise UsageError(f"{stated!r} is no ISO 8601 day of publication: write it as '2026-03-20'")
    return stated


@Language.factory(
    "firsthand_statements",
    requires=["doc.sents", "token.dep", "token.head", "token.tag", "token.lemma"],
    assigns=["doc.spans", "doc.user_data", "doc._.statements"],
    default_config={
        "groups": "firsthand",
        "paragraphs": "blank",
        "published": None,
        "outlet": None,
        "extension": "statements",
    },
)
def make_component(
    nlp: Language,
    name: str,
    *,
    groups: str,
    paragraphs: str,
    published: str | None,
    outlet: str | None,
    extension: str,
) -> FindStatements:
    """Make the component, as `nlp.add_pipe("firsthand_statements", config={…})` asks for it.

    Args:
        nlp: The pipeline it becomes part of, in English.
        name: What it is called there.
        groups: What the names of the span groups begin with.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        published: ISO 8601 day of documents that do not state their own.
        outlet: Outlet of documents that do not state their own.
        extension: The attribute of `doc._` that gives the typed records.

    Raises:
        PlanError: The pipeline is not in English, a setting is impossible, or the attribute belongs
            to another program; all faults are listed.
    """
    faults = []
    if nlp.lang != _KNOWN:
        faults.append(
            f"{name}: the pipeline is for {language_name(nlp.lang or UNKNOWN)}, and statements are found in "
            "English only: add the component to an English pipeline, such as en_core_web_sm"
        )
    if not groups.isidentifier():
        faults.append(f"{name}: groups={groups!r} is no name: use letters, digits and _")
    if paragraphs not in {"blank", "line"}:
        faults.append(f"{name}: paragraphs={paragraphs!r} is neither 'blank' nor 'line'")
    if published is not None and day_of(published) is None:
        faults.append(f"{name}: published={published!r} is no ISO 8601 day: write it as 2026-03-20")
    if not extension.isidentifier():
        faults.append(f"{name}: extension={extension!r} is no name: use letters, digits and _")
    elif Doc.has_extension(extension) and Doc.get_extension(extension)[2] is not statements_of:
        faults.append(
            f"{name}: doc._.{extension} is taken by another program: choose another name with "
            "config={'extension': 'firsthand'}"
        )
    if faults:
        raise PlanError(*faults)
    Doc.set_extension(extension, getter=statements_of, force=True)
    return FindStatements(
        groups=groups,
        paragraphs="line" if paragraphs == "line" else "blank",
        published=published,
        outlet=outlet,
    )
