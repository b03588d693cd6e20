"""Turns of phrase that tell what a question wants, in English, French and Spanish."""

from __future__ import annotations

import re

from assistant.question.model import Seek


def any_of(*patterns: str) -> re.Pattern[str]:
    """Any of several turns of phrase, in capitals or not."""
    return re.compile("|".join(patterns), re.IGNORECASE)


_PAPER = (
    r"(?:documents?|documentos?|papers?|notes?\b(?!\s+(?:of|that))|symbols?|INFs?\b|s[íi]mbolos?"
    r"|cotes?|addend(?:um|a)|informes?|rapports?|(?:INF|information|working)\s+(?:documents?|papers?|notes?))"
)
#: Which document is meant or reports on something.
DOCUMENT = any_of(
    rf"\b(?:which|what|quel(?:le)?s?|qu[ée]|cu[áa]l(?:es)?)\s+(?:\w+\s+)?{_PAPER}"
    rf"(?!\s+(?:say|says|said|conten|dit|dice))",
    r"\b(?:symbol|number|cote|signatura|s[íi]mbolo)\s+of\s+the\b",
    r"\bwhere\s+(?:can|could|do|may|is|are)\b.{0,80}\b(?:find|found|read|published|available)\b",
    r"\b(?:in|under)\s+(?:which|what)\s+(?:INF|document|report|footnote)\b",
)
#: All documents that a text refers to, whatever they are about.
DOCUMENTS = any_of(
    r"\b(?:list|which|what|all|every|quels|cu[áa]les)\b.{0,30}?\b(?:documents?|documentos?|papers?|resolutions?)\b"
    r".{0,60}?\b(?:cite[sd]?|given|mention(?:s|ed)?|refer(?:s|red|enced)?|list(?:s|ed)?|footnotes?|named)\b",
)
#: What is done only on a condition: the condition follows.
CONDITIONED = re.compile(
    r"\b(?:depend(?:s|ent|ing)?\s+(?:up)?on|subject\s+to|conditional\s+(?:up)?on|contingent\s+(?:up)?on"
    r"|conditioned\s+(?:up)?on|(?:only|apply|applies|hold|holds|done)\s+(?:if|where|when|as\s+(?:far|long)\s+as|so\s+long\s+as"
    r"|to\s+the\s+extent(?:\s+that)?|provided(?:\s+that)?))\s+(?P<condition>(?!what|which)[^?.;]+)",
    re.IGNORECASE,
)
#: Who refers to a named place.
CITING = any_of(
    r"\b(?:who|what|which\s+\w+|where)\s+(?:else\s+)?(?:cites?|mentions?|quotes?|refers?\s+to"
    r"|recalls?|references?|makes?\s+reference|point(?:s|ing)?\s+(?:to|at))\b",
    r"\b(?:where|in\s+(?:which|what)\s+\w+)\s+(?:is|are|was|were)\s+(?:\S+\s+){1,6}?"
    r"(?:cited|mentioned|quoted|referred\s+to|recalled|referenced)",
    r"\b(?:cited|mentioned|referred\s+to|recalled|referenced)\s+(?:by|in)\s+(?:which|what)\b",
    r"\b(?:is|are|was|were)\s+\S.{0,60}\b(?:cited|mentioned|referred\s+to|recalled|pointed\s+(?:at|to))"
    r"\s+from\b",
    r"\b(?:which|what)\s+(?:other\s+)?(?:paragraphs?|provisions?|places?|parts?|decisions?)\b.{0,40}?\b(?:tied|linked"
    r"|connected)\s+to\b",
    r"\bqui\s+(?:cite|mentionne|renvoie|se\s+r[ée]f[èe]re)",
    r"\bqu(?:e|el|els|elle|elles)\s+(?:paragraphe|d[ée]cision)s?\s+(?:cite|mentionne|renvoi|se\s+r)",
    r"\b(?:qui[ée]n(?:es)?|qu[ée]\s+(?:p[áa]rrafos?|decisi[óo]n(?:es)?))\s+(?:cita|menciona|remite"
    r"|se\s+refiere)",
)
#: The place that a named place points at.
POINTED = any_of(
    r"\bparagraph\s+(?:that|which)\b.{0,60}\b(?:points?|refers?|mentions?|cites?|leads?|names?)\b",
    r"\b(?:paragraph|place|text|provision|actions?)s?\s+(?:referred\s+to|mentioned|cited|meant"
    r"|pointed\s+(?:at|to)|named)\s+(?:in|by)\b",
    r"\b(?:referred\s+to|mentioned|described|cited|set\s+out)\s+(?:just\s+)?(?:above|earlier|before(?=[,.?!])"
    r"|in\s+the\s+(?:paragraph\s+(?:just\s+)?(?:before|above)|(?:previous|preceding)\s+(?:sub-?)?paragraph))\b",
    r"\bwhich\s+(?:other\s+)?paragraphs?\b.{0,60}\b(?:refers?|points?|mentions?|lead)\b(?:.{0,20}\b"
    r"(?:to|at))?\s*\??$",
    r"\bwhat\s+(?:does|do|is|are)\b.{0,60}\b(?:refers?\s+to|points?\s+(?:to|at)|pointing\s+(?:to|at)"
    r"|referring\s+to)\s*\??$",
    r"\b(?:points?|refers?|leads?|alludes?)\s+(?:back\s+)?to\b.{0,120}?\bwhat\s+(?:does|do|is|are)\s+(?:that|those|it)\b",
    r"\bin\s+another\s+paragraph\b.{0,30}?\bwhat\s+(?:is|are|does)\s+(?:that|those|it)\b",
    r"\b(?:paragraph|provision|place|text)s?\s+(?:(?:that|which)\s+)?(?:it|they|this|that)\s+"
    r"(?:points?|refers?|leads?|alludes?)\s+(?:back\s+)?(?:to|at)\b",
    r"\bparagraphe\s+(?:auquel|vis[ée]|mentionn[ée]|cit[ée])\b",
    r"\bp[áa]rrafo\s+(?:al\s+que|citado|mencionado|indicado)\b",
)
#: What a place speaks of, if it stands in another place: *a review, which review is that?*
MEANS = re.compile(
    r"\b(?:which|what)\s+(?:\w+\s+)?\w+\s+(?:is|are|was|were)\s+(?:that|this|those|these|it|they|meant)\s*[?.!]*$",
    re.IGNORECASE,
)
#: Everything that fits is wanted.
ALL = any_of(
    r"\b(?:list|enumerate|everything|all\s+(?:the\s+)?(?:\w+\s+)?\w+s\b|all\s+that|every|each\s+of|tous|toutes"
    r"|tout\s+ce|all\s+of\s+(?:it|them|these|those)|liste|[ée]num[ée]re\w*|todos|todas|todo\s+lo|enumer\w+|summar\w+|overview)\b",
)
#: Says only that all is wanted.
WHOLE_LIST = any_of(
    r"\b(?:complete|full|exhaustive|entire)\s+list\b|\bwhichever\s+verbs?\s+(?:is|are|was|were)\s+used\b"
)
#: Decisions are asked for, not what stands in them.
DECISIONS = any_of(
    r"\b(?:which|what|list(?:\s+all)?|name(?:\s+all)?|all)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?:decisions|resolutions)\b"
    r"(?!.{0,80}\b(?:paragraphs?|provisions?|where)\b)"
)
#: A figure is wanted, not all that somebody is asked.
QUANTITY = any_of(
    r"\bhow\s+much\b|\bhow\s+many\s+(?!(?:things|tasks|requests|invitations|actions|paragraphs)\b)"
)
#: Papers that somebody is asked to make are work, not documents that are there.
PREPARED = any_of(
    r"\bto\s+(?:prepare|produce|compile|write|draft|develop|elaborate|update|synthesi[sz]e)\b"
)
#: Several decisions are asked about, each for itself.
EACH = any_of(
    r"\b(?:each|both|compare\w*|comparison|respectively|differ\w*|contrast)\b|^(?:for|in|by)\s+which\s+years?\b"
)
#: Whether something is said at all.
WHETHER = any_of(
    r"^(?:and\s+|but\s+)?(?:does|do|did|is|are|was|were|has|have|had|can|could|may|might|should|will"
    r"|would|must|shall)\b(?!\s+(?:\w+\s+){0,3}who\b)",
    r"^(?:est-ce\s+que|y\s+a-t-il|la\s+d[ée]cision\s+\w+-t-elle)\b",
    r"^¿?\s*(?:hay|menciona|dice|es|son|se\s+menciona|habla)\b",
    r"\bmentionne-t-|\banything\s+(?:about|on)\b",
)
#: What only asks whether or what something is said of a topic; the topic follows.
ABOUT = any_of(
    r"^(?:and\s+|but\s+)?(?:(?:does|do|did|is|are|was|were|has|have)\s+)?(?:there\s+)?"
    r"(?:what\s+(?:does|do|did|is|has|have)\s+)?"
    r"(?:(?:the|this|that)\s+)?(?:decisions?|texts?|it|they|resolution|conference(?:\s+of\s+the"
    r"\s+parties)?|cop|parties)?\s*"
    r"(?:(?:also|ever|actually)\s+)?(?:say|said|says|state|mention|mentions|mentioned|decide|decided|speak"
    r"|talk|contain|refer|address|provide|adopt|agree|agreed|do|done|there|any)\s+"
    r"(?:(?:anything|something|any|a\s+word|at\s+all)\s+)?"
    r"(?:(?:about|on|of|to|regarding|concerning|for|with\s+(?:regard|respect)\s+to)\s+)?(?=\w)",
)
_SEEKS: tuple[tuple[Seek, re.Pattern[str]], ...] = (
    ("document", DOCUMENT),
    ("whether", WHETHER),
    ("when", any_of(
        r"\b(?:by\s+)?when\b(?!\s+(?:\w+ing|it|they|there)\b)",
        r"\b(?:by|on|at|until)\s+(?:what|which)\s+(?:date|time"
        r"|meeting|session)\b",
        r"\b(?:deadline|due\s+date|what\s+date|how\s+long|how\s+often|until\s+when)\b",
        r"\bquand\b|\bdate\s+limite\b|\bcu[áa]ndo\b|\bfecha\b|\bplazo\b|\bavant\s+quelle\b")),
    ("number", any_of(r"\bhow\s+(?:many|much)\b|\b(?:what|which)\s+(?:\w+\s+)?"
                    r"(?:figure|number|amount|sum|percentage|share)\b"
                    r"|\bcombien\b|\bcu[áa]nt[oa]s?\b")),
    ("condition", any_of(r"\b(?:on|under|subject\s+to)\s+(?:what|which)\s+conditions?\b"
                       r"|\bsubject\s+to\s+what\b|\bdepends?\s+on\b|\bcondition(?:s|al|ed)?\b")),
    ("who", any_of(r"^(?:and\s+)?(?:who|whom|to\s+whom|with\s+whom|by\s+whom)\b",
                 r"^(?:qui|à\s+qui|¿?\s*(?:a\s+)?qui[ée]n(?:es)?)\b")),
    ("where", any_of(r"^(?:and\s+)?where\b|^où\b|^¿?\s*d[óo]nde\b")),
)  # fmt: skip


def seek_of(question: str) -> Seek:
    """What sort of thing is wanted."""
    return next((seek for seek, cue in _SEEKS if cue.search(question)), "what")
