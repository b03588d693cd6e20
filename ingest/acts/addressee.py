"""Who is asked: from the words between the verb and what is asked.

The addressee keeps the text's own words, without the article in front and without
insertions ("in consultation with …", "as appropriate", "by 31 March 2022"). For filters see
``ingest.acts.canonical``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.acts.infinitive import find_infinitive
from ingest.acts.words import words


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked, and where that is said.

    Attributes:
        name: The words, without article.
        spans: Where they stand in the text; insertions between them are left out.
        act: Offset at which what is asked begins.
    """

    name: str
    spans: tuple[tuple[int, int], ...]
    act: int


#: An insertion between commas, or words after a name that are no part of it.
_ADVERBIAL = re.compile(
    r"(?:and\s+|but\s+)?(?:including\s+(?:through|by|in|via|at|on|with|under|for)|in(?!cluding|ter-?(?:governmental|national))|at|by|as(?!\s+well\s+as)|upon|on|subject|with(?:in|out)?|through|under|for|from|where|"
    r"when|if|should|taking|building|pursuant|based|drawing|prior|during|after|before|"
    r"following|no\s+later|not\s+later|bearing|recognizing|recalling|noting|inter\s+alia|"
    r"also|once|consistent|according|to\s+the\s+extent|whenever|wherever|until|using|via|"
    r"particularly|acting|working|while|consulting|having|given|pending|further|again|"
    r"therefore|accordingly|together|jointly|respectively|towards|beginning|starting|making|"
    r"complementing|unless|likewise|inasmuch|since|similarly|among\s+other|depending|without|"
    r"mindful|cognizant|aware|keeping|annually|biennially|urgently|immediately|periodically|"
    r"regularly|voluntarily|not\s+only|rather|pertaining|considering|owing|despite|"
    r"notwithstanding|throughout|over\s+the|between\s+\d|ahead\s+of|with\s+a\s+view|subject\s+to|"
    r"contingent|consistently|commensurate|guided|informed|supported|assisted|in\s+turn|starting)\b",
    re.I,
)
_DOING = re.compile(
    r"\s*(?!(?:develop|participat|implement|operat|exist|report|contract|includ|remain|host|"
    r"neighbour|rotat|interest|recogniz|financ|import|export|manufactur|train|work|lead|"
    r"bank|fish|shipp|min|farm|consult|engineer|coordinat|facilitat)ing)[a-z]+ing\b",
)
_TRAILING = re.compile(
    r"\s+(?:in\s+(?:accordance|collaboration|cooperation|co-operation|consultation|"
    r"coordination|conjunction|(?:the|this|that)\s+(?:context|regard|light|course)|(?:its|their)\s+"
    r"[a-z]+|response|addition|line|preparing|considering|developing|"
    r"implementing|undertaking|carrying|order|(?!developing\s+countr)[a-z]+ing\b)|with\s+(?:the\s+)?(?:support|assistance|a\s+view|"
    r"help|input)|under\s+the\s+(?:guidance|authority|overall)|through|as\s+(?:appropriate|"
    r"necessary|well\s+as\s+to\b|soon|a\s+matter)|upon|when(?:ever)?|where|subject\s+to|on\s+(?:a|"
    r"an|the\s+basis|behalf)|by\s+\d|no\s+later|prior\s+to|during|once|after|before|until|"
    r"at\s+(?:its|their|each|the\s+(?:next|latest|earliest))|via|if|should|taking\s+into|again|consistently\s+with|"
    r"annually|urgently|(?<!\bare\s)(?<!\bis\s)also|(?<!\bare\s)further|within\s+(?:its|their|available|existing|the\s+scope))\b.*$",
    re.S,
)
#: What is left at the end of a name when an insertion has been taken out of it.
_LOOSE_END = re.compile(r"(?:,?\s+(?:including|in\s+particular|not|related\s+to|but))+[\s,]*$")
#: In "Parties that have not reported in accordance with …" only these are no part of the name.
_RELATIVE = re.compile(
    r"\b(?:that|which|who)\s+(?:have|has|had|are|is|do|does|did|so|may|opt|intend|wish|choose)\b"
)
_TRAILING_RELATIVE = re.compile(
    r"\s+(?:as\s+(?:appropriate|necessary|soon)|no\s+later|by\s+\d|if|where|subject\s+to|"
    r"at\s+(?:its|their)|in\s+(?:collaboration|cooperation|consultation)\s+with)\b.*$",
    re.S,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_OPENS_LIST = re.compile(r"(?:,?\s+to(?:,\s*inter\s+alia)?,?)?\s*:[\s–—-]*$")
_THAT = re.compile(r"\s*,?\s*that\s+")
#: What is asked for, rather than who is asked: "Encourages further efforts to …".
_ABSTRACT = words(
    "efforts effort action actions work measures steps support use views view submissions "
    "submission contributions contribution pledges funding cooperation collaboration "
    "participation implementation information "
    "development consideration inclusion continuation exchange sharing strengthening nomination "
    "nominations ratification provision mobilization promotion proposals comments inputs input "
    "need needs importance research coordination communication dialogue attention focus "
    "progress access approaches approach assistance finance investment investments discussions "
    "adoption integration application establishment engagement resources initiatives solutions "
    "studies synergies transparency consistency enhancement deployment achievement ambition "
    "responses voluntary expressions offers replenishment payment payments dissemination "
    "involvement preparation reporting activities transition capacity-building entry allocation "
    "increase reduction outreach creation consultations negotiations interest requests request "
    "commitment commitments advice guidance recommendations outcome outcomes scaling-up "
    "delivery contracting planning"
)
_OBJECTS = re.compile(
    r"\s*(?:the\s+|further\s+|additional\s+|written\s+|voluntary\s+|continued\s+)*"
    r"(?:submissions?|views|information|inputs?|comments|nominations|proposals|contributions|"
    r"feedback|pledges)\b[^,;]*?\s+from\s+"
)
_HEAD_END = re.compile(
    r"\s+(?:of|for|in|from|by|that|which|who|on|to|with|within|under|at|among|between|including|"
    r"included|related|referred|contained|listed|mentioned|established|identified|called|responsible|participating|and|or|into|through|towards|aimed)\b|[,(:]"
)
_BASE_VERB = re.compile(
    r"\s+(?:should\s+|not\s+|also\s+|continue\s+to\s+)?(?:be|provide|submit|prepare|ensure|take|"
    r"consider|continue|adopt|report|include|develop|make|convene|organize|review|approve|"
    r"undertake|support|establish|give|use|apply|carry|request|decide|present|forward|keep|"
    r"transmit|address|facilitate|assess|elaborate|work|conduct|finalize|complete|recommend)\b"
)
_ACTIONS_OF = re.compile(
    r"(?:any\s+|the\s+)?(?:actions?|activities|tasks?)\s+(?:of|by)\s+(?P<who>the\s+[\w\s]+?)"
    r"(?=\s+(?:called|requested|referred|mentioned|set|contained|outlined|mandated|in\s+this|"
    r"under|to|be\b|that|listed|specified|identified|envisaged|required))"
)


def read_addressee(text: str, start: int, end: int) -> Asked | None:
    """Who is asked in ``text[start:end]``, the words after an asking verb; None if nobody."""
    if that := _THAT.match(text, start, end):
        return _after_that(text, that.end(), end)
    opening = find_infinitive(text, start, end)
    if opening is not None:
        return _named(text, start, opening, opening)
    if opens := _OPENS_LIST.search(text, start, end):
        return _named(text, start, opens.start(), end)
    if objects := _OBJECTS.match(text, start, end):
        stop = re.compile(
            r",|;|\s+(?:on|by|in|for|with|regarding|as|at|no\s+later|to|via)\b"
        ).search(text, objects.end(), end)
        asked = _named(text, objects.end(), stop.start() if stop else end, end)
        return Asked(asked.name, asked.spans, start) if asked else None
    return None


def read_shared(text: str, start: int, end: int) -> Asked | None:
    """Who is asked where the act itself follows a later verb: ``Urges A and invites B to …``."""
    return _named(text, start, end, end)


def read_charged(text: str, start: int, end: int) -> Asked | None:
    """Who is charged: ``Entrusts the Bureau with preparing …``, ``Reminds Parties that …``."""
    stop = re.compile(r"\s+(?:with|that|of\s+(?:the|their|its)|,)\s*").search(text, start, end)
    return _named(text, start, stop.start(), stop.start()) if stop else None


def _after_that(text: str, start: int, end: int) -> Asked | None:
    if who := _ACTIONS_OF.match(text, start, end):
        name = _ARTICLE.sub("", " ".join(who["who"].split()))
        return Asked(name, (who.span("who"),), start)
    verb = _BASE_VERB.search(text, start, end)
    if verb is None or verb.start() - start > 160:
        return None
    asked = _named(text, start, verb.start(), start)
    # "that the report be prepared": what is asked for is no one who can act.
    return asked if asked and is_actor(asked.name) else None


def is_actor(name: str) -> bool:
    """Whether a name is that of somebody who can act: its head is a body, or an abbreviation."""
    head = _HEAD_END.split(name, maxsplit=1)[0].split()
    return bool(head) and bool(_ACTOR.search(head[-1]) or head[-1].isupper())


_ACTOR = re.compile(
    r"(?:part(?:y|ies)|secretar\w+|director\w*|committees?|bod(?:y|ies)|groups?|boards?|council|"
    r"conference|assembly|states?|governments?|organizations?|fund|facility|countries|chairs?|"
    r"co-chairs?|president|presidency|panel|programme|bank|institutions?|agenc(?:y|ies)|entit(?:y|"
    r"ies)|stakeholders?|centres?|network|trustee|administrator|bureau|forum|commission|members|"
    r"convention|general|teams?|experts?|reviewers?|rapporteurs?|conventions|secretariats)$",
    re.I,
)


def _named(text: str, start: int, end: int, act: int) -> Asked | None:
    """The name between two offsets, its insertions taken out; None if it names nobody."""
    spans = _name_spans(text, start, end)
    name = ", ".join(text[left:right] for left, right in spans)
    name = re.sub(r"\b(and|or|of),\s", r"\1 ", " ".join(name.split()))
    name = re.sub(r"(?:,\s*|\s+)(?:and|or|as\s+well\s+as)$", "", name)
    name = _LOOSE_END.sub("", name.lstrip("[] "))
    name = _ARTICLE.sub("", name.strip(" :;,"))
    head = _HEAD_END.split(name, maxsplit=1)[0].split()
    if not head or _is_abstract(head) or re.fullmatch(r"[a-z]+ing", head[-1]):
        return None
    return Asked(name, spans, act)


#: Singular nouns with the endings of actions that are names of actors all the same.
_BODIES = re.compile(
    r"(?:organi[sz]ation|institution|commission|association|federation|confederation|union|"
    r"corporation|foundation|administration|delegation|coalition|mission|government|parliament|"
    r"department|conference|alliance|audience|community|entity|facility|university|authority|"
    r"society|city|municipality|party|constituency|academia|centre|secretariat|platform|"
    r"convention|population|ministry|industry)$",
    re.I,
)
_ACTION = re.compile(r"(?:[ts]ion|ment|ance|ence|ity|ery|[a-z]ing)$")


def _is_abstract(head: list[str]) -> bool:
    """Whether a name's head is something done rather than somebody: "further progress"."""
    last = head[-1]
    if any(_ACTOR.search(word) and follow.endswith("ing") for word, follow in pairwise(head)):
        # "entities providing support" are entities.
        return False
    if last in _ABSTRACT:
        return True
    return last.islower() and bool(_ACTION.search(last)) and not _BODIES.search(last)


def _name_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a name between its insertions.

    After an insertion the name goes on only where "and" says so: what else follows belongs
    to the insertion ("in collaboration with A, B and C").
    """
    spans: list[tuple[int, int]] = []
    inserted = closed = through = False
    for piece in re.finditer(r"[^,]+", text[start:end]):
        left, right = start + piece.start(), start + piece.end()
        words_ = text[left:right]
        if not words_.strip() or closed:
            continue
        if _ADVERBIAL.match(words_.strip()) or _DOING.match(words_):
            through = through or bool(_THROUGH.match(words_.strip()))
            inserted = True
            continue
        if spans and (through or (inserted and not _resumes(text[: spans[-1][1]], words_))):
            closed = True
            continue
        inserted = False
        relative = _RELATIVE.search(words_)
        ending = _TRAILING_RELATIVE if relative else _TRAILING
        if trailing := ending.search(words_):
            right = left + trailing.start()
            inserted = True
        left += len(words_) - len(words_.lstrip())
        right = left + len(text[left:right].rstrip())
        if right > left:
            spans.append((left, right))
    return tuple(spans)


#: What follows "through agencies, …, and banks" still says through whom.
_THROUGH = re.compile(r"(?:through|via)\b", re.I)


def _resumes(before: str, piece: str) -> bool:
    return bool(
        re.match(r"\s*(?:and|or|as\s+well\s+as|including(?=\s))\b", piece)
        or re.search(r"\b(?:and|or|as\s+well\s+as)$", before)
    )
