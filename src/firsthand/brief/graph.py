"""The provenance graph: who took whose words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from firsthand.brief.crediting import STATED, credit_of, outlet_forms, unseen
from firsthand.brief.wording import plural
from firsthand.domain import (
    ArticleId,
    CopyRelation,
    Edge,
    Findings,
    Node,
    Passage,
    SettledStory,
    Statement,
    digest,
)

__all__ = ["provenance"]


def provenance(
    settled: SettledStory, findings: Findings
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Draw articles, relays, speakers and authorities, and what leads from one to the next.

    Edges point from the taker to the one taken from: article → relay → speaker → authority,
    copy → original, follower → followed.

    Returns:
        Nodes by id, and edges by their ends.
    """
    drawing = _Drawing()
    for reading in settled.readings:
        article = reading.article
        drawing.node("article", article.id, article.outlet or article.item.rsplit("/", 1)[-1])
        for credit in article.credits:
            name = drawing.named("photo", credit)
            drawing.edge(article.id, name, "photo", stated=True, evidence=None)
        for statement in reading.statements:
            drawing.chain(article.id, statement)
    _copies(drawing, settled)
    for finding in findings.claims:
        for merge in finding.merges:
            evidence = merge.reason.evidence[0] if merge.reason.evidence else None
            ends = (drawing.actor(merge.a), drawing.actor(merge.b))
            if evidence is not None and all(end is not None for end in ends):
                drawing.edge(str(ends[0]), str(ends[1]), "followed", stated=True, evidence=evidence)
    return drawing.done()


_INFERRED = {
    "edits": "it has changes that only the text copied has",
    "containment": "the text copied holds the copy's words and more",
    "time": "the text copied was published earlier",
    "credit": "the same text elsewhere credits it",
    "dateline": "the same text elsewhere carries its dateline",
    "wire-outlet": "the text copied is the wire's own",
}
"""What a copied edge rests on where the copy itself credits nobody, by the basis of its direction."""


def _copies(drawing: _Drawing, settled: SettledStory) -> None:
    """Draw who copied whom: from texts at hand, and from wires whose own text is not.

    Only a credit in the copy itself makes an edge stated; what the words, the clock or another
    copy's credit tell is inferred.
    """
    articles = {reading.article.id: reading.article for reading in settled.readings}
    credits_ = {
        name: credit_of(article, [one for one in settled.links if one.relation is _WHOLE])
        for name, article in articles.items()
    }

    def copied(name: ArticleId, to: str, why: str) -> None:
        credit = credits_.get(name)
        drawing.edge(
            name,
            to,
            "copied",
            stated=credit is not None,
            evidence=None if credit is None else credit.passage,
            why=why if credit is None else credit.words,
        )

    drawn: set[ArticleId] = set()
    for link in settled.links:
        directed = link.direction_basis is not None and link.unseen_wire is None
        if link.relation is _WHOLE and directed:
            told = (one.feature for one in link.reasons if STATED.search(one.feature))
            why = next(told, _INFERRED.get(link.direction_basis or "", ""))
            copied(link.copy, link.original, why)
            drawn.add(link.copy)
    siblings: dict[str, list[ArticleId]] = {}
    texts: Counter[str] = Counter()
    for name, _, copies in unseen(settled):
        texts[name] += 1
        siblings.setdefault(name, []).extend(copies)
    for link in settled.links:
        if link.unseen_wire is None:
            continue
        wire_forms = outlet_forms(link.unseen_wire)
        ends = (link.original, link.copy)
        own = [end for end in ends if outlet_forms(articles[end].outlet or "") & wire_forms]
        if own:
            # the wire is one of the two: its text is at hand after all
            copied(next(end for end in ends if end != own[0]), own[0], _INFERRED["wire-outlet"])
            continue
        members = siblings.setdefault(link.unseen_wire, [])
        members += [end for end in ends if end not in members]
    for name, members in sorted(siblings.items()):
        many = texts[name] > 1
        note = (
            f"{texts[name] if many else ''} {'texts' if many else 'text'} not in this collection; "
            f"{plural(len(members), 'copy', 'copies')}"
        )
        wire = drawing.named("wire", name, note=note.lstrip())
        for member in members:
            copied(member, wire, f"holds the same text as a copy that credits {name}")
    for name, article in articles.items():
        for relay in article.relayed_from if name not in drawn else ():
            forms = outlet_forms(relay)
            if not any(forms & outlet_forms(w) for w, them in siblings.items() if name in them):
                copied(name, drawing.named("wire", relay), "")


_WHOLE = CopyRelation.WHOLE
_INNERMOST = ("authority", "speaker", "relay", "wire", "photo")


class _Drawing:
    """Nodes and edges as they are met; the first evidence of an edge is kept."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str], Edge] = {}

    def node(self, kind: str, name: str, label: str) -> str:
        """Add a node once."""
        self._nodes.setdefault(name, Node(id=name, kind=kind, label=label))
        return name

    def named(self, kind: str, label: str, *, note: str = "") -> str:
        """Add a node that is known by its name only.

        One name is one node, whatever parts it plays: it is drawn in the innermost of them.
        """
        name = digest("n", "photo" if kind == "photo" else "actor", label.casefold())
        known = self._nodes.get(name)
        if known is not None and _INNERMOST.index(known.kind) > _INNERMOST.index(kind):
            self._nodes[name] = replace(known, kind=kind)
        self.node(kind, name, label)
        if note:
            self._nodes[name] = replace(self._nodes[name], note=note)
        return name

    def actor(self, label: str) -> str | None:
        """The node of a speaker, relay or authority already drawn."""
        name = digest("n", "actor", label.casefold())
        return name if name in self._nodes else None

    def chain(self, article: str, statement: Statement) -> None:
        """Draw one statement's way from the article to the authority."""
        spans = statement.cue or statement.content
        evidence = Passage(statement.article, spans[0])
        at = article
        for relay in reversed(statement.relays):
            following = self.named("relay", relay)
            self.edge(at, following, "relayed", stated=True, evidence=evidence)
            at = following
        for speaker in (statement.speaker or "").split("; "):
            if not speaker:
                continue
            ends = at
            if speaker != statement.authority:
                ends = self.named("speaker", speaker)
                self.edge(at, ends, "said", stated=True, evidence=evidence)
            if statement.authority is not None:
                body = self.named("authority", statement.authority)
                self.edge(
                    ends, body, "said", stated=speaker == statement.authority, evidence=evidence
                )

    def edge(
        self,
        from_: str,
        to: str,
        kind: str,
        *,
        stated: bool,
        evidence: Passage | None,
        why: str = "",
    ) -> None:
        """Add an edge once; a stated one replaces an inferred one."""
        key = (from_, to, kind)
        known = self._edges.get(key)
        if from_ == to or (known is not None and (known.basis == "stated" or not stated)):
            return
        basis = "stated" if stated else "inferred"
        self._edges[key] = Edge(
            from_=from_, to=to, kind=kind, basis=basis, evidence=evidence, why=why
        )

    def done(self) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
        """Everything drawn, sorted."""
        return (
            tuple(self._nodes[name] for name in sorted(self._nodes)),
            tuple(self._edges[key] for key in sorted(self._edges)),
        )
