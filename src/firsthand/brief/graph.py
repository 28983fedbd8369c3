"""The provenance graph: who took whose words."""

from __future__ import annotations

from firsthand.domain import (
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
    for link in settled.links:
        if link.relation is CopyRelation.WHOLE and link.direction_basis is not None:
            stated = link.direction_basis in {"credit", "dateline", "wire-outlet"}
            drawing.edge(link.copy, link.original, "copied", stated=stated, evidence=None)
        elif link.unseen_wire is not None:
            wire = drawing.named("wire", link.unseen_wire)
            for end in (link.original, link.copy):
                drawing.edge(end, wire, "copied", stated=True, evidence=None)
    for reading in settled.readings:
        inside = {link.copy for link in settled.links if link.direction_basis is not None}
        if reading.article.id not in inside:
            for relay in reading.article.relayed_from:
                wire = drawing.named("wire", relay)
                drawing.edge(reading.article.id, wire, "copied", stated=True, evidence=None)
    for finding in findings.claims:
        for merge in finding.merges:
            evidence = merge.reason.evidence[0] if merge.reason.evidence else None
            ends = (drawing.actor(merge.a), drawing.actor(merge.b))
            if evidence is not None and all(end is not None for end in ends):
                drawing.edge(str(ends[0]), str(ends[1]), "followed", stated=True, evidence=evidence)
    return drawing.done()


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

    def named(self, kind: str, label: str) -> str:
        """Add a node that is known by its name only.

        One name is one node, whatever parts it plays: it is drawn in the innermost of them.
        """
        name = digest("n", "photo" if kind == "photo" else "actor", label.casefold())
        known = self._nodes.get(name)
        if known is not None and _INNERMOST.index(known.kind) > _INNERMOST.index(kind):
            self._nodes[name] = Node(id=name, kind=kind, label=known.label)
        return self.node(kind, name, label)

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
        self, from_: str, to: str, kind: str, *, stated: bool, evidence: Passage | None
    ) -> None:
        """Add an edge once; a stated one replaces an inferred one."""
        key = (from_, to, kind)
        known = self._edges.get(key)
        if from_ == to or (known is not None and (known.basis == "stated" or not stated)):
            return
        basis = "stated" if stated else "inferred"
        self._edges[key] = Edge(from_=from_, to=to, kind=kind, basis=basis, evidence=evidence)

    def done(self) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
        """Everything drawn, sorted."""
        return (
            tuple(self._nodes[name] for name in sorted(self._nodes)),
            tuple(self._edges[key] for key in sorted(self._edges)),
        )
