"""Say what things are: types and their own invariants; no I/O, no algorithms."""

from firsthand.domain.actors import (
    ORGANS_OF_STATE,
    Actor,
    Affiliation,
    AffiliationBasis,
    Alias,
    BodyKind,
    Role,
    Tenure,
)
from firsthand.domain.articles import (
    Article,
    Capture,
    DateBasis,
    DateBound,
    Edit,
    EditKind,
    Evidence,
    Fact,
    Field,
    Form,
    Furniture,
    Kept,
    Marked,
    OutletBasis,
    Rejected,
    Revision,
    Standing,
    Turn,
    Zone,
    ZoneKind,
)
from firsthand.domain.briefs import (
    Brief,
    Edge,
    Line,
    Lint,
    MadeWith,
    Node,
    Note,
    PlaceEntry,
    Section,
    TimelineEntry,
)
from firsthand.domain.claims import (
    Alignment,
    Claim,
    ClaimKind,
    ClaimMention,
    ClaimStory,
    Polarity,
    Value,
)
from firsthand.domain.copies import (
    Aligned,
    CopyEdit,
    CopyEditKind,
    CopyGroup,
    CopyLink,
    CopyManner,
    CopyRelation,
)
from firsthand.domain.findings import (
    Change,
    ClaimFinding,
    CopyChange,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Findings,
    Grade,
    Independent,
    Merge,
    Origin,
    OriginKind,
    Quotation,
    QuotationVariant,
    Side,
    Status,
    Step,
    StepBasis,
)
from firsthand.domain.ids import ArticleId, ClaimId, StatementId, StoryId, digest
from firsthand.domain.kept import KeptStories, StoryMember
from firsthand.domain.layers import (
    Candidate,
    Event,
    Mention,
    MentionKind,
    Modality,
    Precision,
    Quantity,
    Reading,
    Sentence,
    Token,
    When,
    Where,
)
from firsthand.domain.registers import RegisterEntry
from firsthand.domain.spans import Passage, Reason, Span
from firsthand.domain.statements import (
    Manner,
    SaidOnBasis,
    SpeakerKind,
    Stance,
    Statement,
    StatementField,
)
from firsthand.domain.stories import (
    NewPassage,
    SettledStory,
    Story,
    StoryChange,
    StoryChangeKind,
    StoryDay,
    StoryLink,
    StorySequel,
    StoryThread,
)

__all__ = [
    "ORGANS_OF_STATE", "Actor", "Affiliation", "AffiliationBasis", "Alias", "Aligned", "Alignment", "Article", "ArticleId", "BodyKind", "Brief", "Candidate", "Capture",
    "Change", "Claim", "ClaimFinding", "ClaimId", "ClaimKind", "ClaimMention", "ClaimStory",
    "CopyChange", "CopyEdit", "CopyEditKind", "CopyGroup", "CopyLink", "CopyManner", "CopyRelation", "DateBasis", "DateBound", "Discrepancy",
    "DiscrepancyState", "DiscrepancyType", "Edge", "Edit", "EditKind", "Event", "Evidence",
    "Fact", "Field", "Findings", "Form", "Furniture", "Grade", "Independent", "Kept", "KeptStories", "Line",
    "Lint", "MadeWith", "Manner", "Marked", "Mention", "MentionKind", "Merge", "Modality", "NewPassage", "Node", "Note",
    "Origin", "OriginKind", "OutletBasis", "Passage", "PlaceEntry", "Polarity", "Precision",
    "Quantity", "Quotation", "QuotationVariant", "Reading", "Reason", "RegisterEntry", "Rejected", "Revision", "Role",
    "SaidOnBasis", "Section", "Sentence", "SettledStory", "Side", "Span", "SpeakerKind",
    "Stance", "Standing", "Statement", "StatementField", "StatementId", "Status", "Step",
    "StepBasis", "Story", "StoryChange", "StoryChangeKind", "StoryDay", "StoryId", "StoryLink", "StoryMember", "StorySequel", "StoryThread", "Tenure", "TimelineEntry", "Token", "Turn", "Value", "When", "Where", "Zone",
    "ZoneKind", "digest",
]  # fmt: skip
