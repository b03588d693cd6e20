"""Whom a question takes to be asked, and whether an act is addressed to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.question.verbs import ADVERB, ASKED

_ARTICLE = r"(?:(?:the|les?|la|du|des|aux?|el|los|las|al)\s+|l['’]\s?)"
_ASKED = "|".join(ASKED.values())
_BE = r"(?:is|are|was|were|has|have|had|being|be|est|sont|[ée]tait|es|son|fue|ha|han)"
#: A word of a name; *that* only where it describes them: *Parties that have not yet ratified*.
_PIECE = (
    r"(?!(?:where|in\s+which)\s)(?!(?:that|which|whom)\s+(?!(?:have|has|had|are|is|were|was|do|did|may|can|will|would)\b))"
    r"[\w’'&.\-]+"
)
_NAME = rf"(?P<name>{_PIECE}(?:[ ,]+{_PIECE}){{0,11}}?)"
#: Before a name; where the verb follows at once, the one asked stands elsewhere: *is called on*.
_NO_VERB = rf"(?!(?:{ADVERB}\s+)*(?:{_ASKED})\b)"
_OPEN = r"(?P<open>[^?;:]+)"
_MODAL = r"(?:must|should|shall|need|ought|doit|doivent|debe|deben)"

_CALLED = (
    r"(?:requests?|invitations?|encouragements?|appeals?|calls?|authori[sz]ations?|tasks?|actions?|jobs?"
    r"|duties|mandates?|instructions?|responsibilities)"
)
_ASK = r"(?:(?:ask|request|invite|urge|encourage|want)s?\b|calls?\s+(?:up)?on\b)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # what was the Secretariat asked to do · the Secretariat is requested
        rf"\b{_BE}\s+(?:{_ARTICLE})?{_NO_VERB}{_NAME}\s+(?:{ADVERB}\s+|been\s+|being\s+)*"
        rf"(?P<verb>{_ASKED})(?!\w)",
        r"\b(?:everything|all|anything|whatever|things?|tasks?|what|that|which|where|où|que|qu['’]"
        rf"|lo que)\s+(?:that\s+|which\s+)?(?:{_ARTICLE})?{_NAME}\s+{_BE}\s+"
        rf"(?:been\s+|{ADVERB}\s+|ét[ée]\s+|sido\s+)*"
        rf"(?P<verb>{_ASKED})(?!\w)",
        # every request that the decision addresses to the Secretariat · makes of it
        rf"\b(?P<verb>{_CALLED}(?:\s*(?:,|and|or)\s+{_CALLED})*)\b[^?;]{{0,200}}?"
        r"\b(?:(?:address|direct|make|give|put|assign|fall|entrust|delegate|hand)(?:s|es|ed)?|made|given)\s+(?:up)?"
        rf"(?:to|of|on)\s+{_OPEN}",
        # which paragraphs are addressed to the Secretariat
        rf"\b(?:paragraphs?|provisions?|whatever|anything|everything|those)\b[^?;]{{0,80}}?\b(?P<verb>addressed|directed)\s+to\s+{_OPEN}",
        # asked of the Secretariat · requests to the Secretariat · se pide al Secretario
        rf"(?<!\w)(?P<verb>(?:{_ASKED})(?:\s*(?:,|and|or)\s+(?:{_ASKED}))*|requests|invitations|encouragements|tasks|duties|mandates|instructions"
        rf"|obligations|responsibilities|appeals|actions|demandes|solicitudes|peticiones)"
        rf"\s+(?:addressed\s+|directed\s+|given\s+|made\s+|assigned\s+)?"
        rf"(?:of|from|to|for|at|by|on|à|al?|aux?|du|de|para)\s+(?!do\b){_OPEN}",
        rf"(?:demande|pide|solicita|invita|insta|exhorta|encarga|alienta)(?:-t-\w+)?\b"
        rf"[^?]*?\s(?:au|à\s+la|à\s+l['’]|aux|al|a\s+la|a\s+los|a\s+las)\s*{_OPEN}",
        # what must the Secretariat do · what does the Secretariat have to do
        rf"\b(?:what|que|qué)\s+(?:else\s+)?(?P<verb>{_MODAL})\s+(?:hacer\s+|faire\s+)?"
        rf"(?:{_ARTICLE})?{_NAME}\s+(?:do\b|have\s+to\b|faire\b|hacer\b)",
        rf"\b(?:que|qué)\s+(?P<verb>{_MODAL})\s+(?:hacer|faire)\s+(?:{_ARTICLE})?{_OPEN}",
        rf"\b(?:do|does|did)\s+(?:{_ARTICLE})?{_NAME}\s+(?P<verb>have\s+to|need\s+to)\b",
        # ask the Secretariat to do
        rf"(?<!\w)(?P<verb>{_ASK}(?:\s+(?:and|or)\s+{_ASK})*)\s+(?:{_ARTICLE})?{_NAME}\s+to\b",
        # invite the Centre, alone or jointly, to do
        rf"(?<!\w)(?P<verb>{_ASK})\s+(?:{_ARTICLE})?{_NAME}(?P<aside>,[^,?]{{1,60}},)\s+to\b",
        # tasks that the Secretariat gets
        rf"(?<!\w)(?P<verb>requests|invitations|tasks?|jobs?|duties|mandates|instructions|responsibilities)"
        rf"\s+(?:(?:that|which|does|do|did)\s+)?(?:{_ARTICLE})?{_NAME}\s+(?:gets?|got|receives?|received|has|have|had"
        rf"|(?:is|are|was|were|has\s+been)\s+(?:given|assigned|handed))\b",
        # the Secretariat's tasks
        rf"(?:^|\s){_ARTICLE}?{_NAME}(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?(?P<verb>tasks|duties|mandates|responsibilities"
        r"|obligations)\b",
        # is the Secretariat to do
        rf"\b{_BE}\s+(?:{_ARTICLE})?{_NO_VERB}{_NAME}\s+(?P<verb>to\s+do)\b",
    )
)
#: Words after which an open-ended name has ended.
_END = re.compile(
    r"\s+(?:to\b(?!\s+the\b)|about|regarding|concerning|with\s+(?:regard|respect)|on\b|in\b|under\b"
    r"|by\b|according|through|within|when|if|during|before|after|au\s+sujet|concernant|dans|sur\b"
    r"|selon|sobre|en\b|respecto|acerca|según|de\s+faire|que\b|para\b)|[,?!.](?:\s|$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"(?:\s*(?:,\s*(?:and|or)|,|and|or|as\s+well\s+as|et|ou|y|o)\s+(?:{ADVERB}\s+)?(?:{_ASKED}))+(?!\w)",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:(?:the|all|les?|los|las|for|are|is|was|were|made|given|anyone|anybody|anything|something|who|whom|it|this|that|what|which|there|they|decision"
    r"|paragraph|do|done|someone|everyone|invited|requested|asked|he|she|them)\b.*|[\W\d]*)",
    re.IGNORECASE,
)
#: *To encourage or invite to do*: another verb, nobody.
_OTHER_VERB = re.compile(rf"(?:or|and|,)\s+(?:{_ASKED}|{_ASK})", re.IGNORECASE)
#: *The Board merely encouraged*: how, not who.
_TAIL = re.compile(
    r"\s+(?:merely|only|just|personally|individually|directly|itself|himself|herself|themselves|specifically|explicitly|also|further|again|once|now|simply|already|not"
    r"|strongly|formally|actually)$",
    re.IGNORECASE,
)
#: *The COP at its first session*: when, not who.
_OCCASION = re.compile(
    r"\s+at\s+(?:(?:its|their|the)\s+(?:[\w-]+\s+){0,3}(?:session|meeting)s?"
    r"|(?:COP|CMP|CMA)[\s-]?\d+)$",
    re.IGNORECASE,
)
#: *Requested to act*: what is to be done follows, not who is to do it.
_DOING = re.compile(rf"(?:{_ASKED})\s+to\s+$", re.IGNORECASE)
#: *Which bodies are requested …* asks who it is.
_WHICH = re.compile(
    r"\b(?:which|what|quels|quelles|qu[ée])\s+(?:(?:other|autres|otros)\s+)?$", re.IGNORECASE
)
_LEAD = re.compile(
    rf"^(?:{_ARTICLE}|all\s+|any\s+|other\s+|relevant\s+|interested\s+|each\s+|those\s+|its\s+"
    r"|these\s+|everything\s+|anything\s+|tous\s+|toutes\s+|todas?\s+|todos?\s+|and\s+|also\s+|both\s+|admitted\s+)+(?=\S)",
    re.IGNORECASE,
)


class Addressed(NamedTuple):
    """A name and the words that ask of it, as the question writes them."""

    name: str
    verb: str
    start: int
    end: int


def find_addressed(text: str, known: Iterable[str] = ()) -> Addressed | None:
    """The one who is asked to act, where the question names somebody.

    Args:
        text: The question.
        known: Names of addressees in the library: they tell where a name ends.
    """
    known = tuple(known)
    found = (_read(match, known) for pattern in _PATTERNS for match in pattern.finditer(text))
    return next((one for one in found if one is not None), None)


def _read(match: re.Match[str], known: Iterable[str]) -> Addressed | None:
    groups = match.groupdict()
    group = "open" if groups.get("open") else "name"
    name = _known_at_start(groups[group], known) if group == "open" else groups[group]
    lead = _LEAD.match(name)
    name = name[lead.end() :] if lead else name
    if (
        group == "open"
        and _DOING.search(match.string[: match.start(group)])
        and (not lead and name[:1].islower())
    ):
        return None
    if (
        _EMPTY.fullmatch(name)
        or _OTHER_VERB.fullmatch(groups[group])
        or (
            _WHICH.search(match.string[: match.start(group)]) and " " not in name and name.islower()
        )
    ):
        return None
    name = _TAIL.sub("", _OCCASION.sub("", name))
    start = match.start(group) + (lead.end() if lead else 0)
    verb = groups.get("verb") or "asked"
    if groups.get("verb") and (more := _MORE.match(match.string, match.end("verb"))):
        verb += more.group()  # urged or requested
    end = match.end("aside") if groups.get("aside") else start + len(name)
    if chairs := _CHAIRS.match(match.string, start + len(name)):
        name, end = f"{name} {chairs['join']} {chairs['chairs']} of the {name}", chairs.end()
    return Addressed(name, verb, start, end)


#: Others who are named with somebody: *Parties, Governments and other stakeholders*.
_GROUP = (
    r"(?:[\w-]+\s+){0,2}?(?:parties|governments|states|stakeholders|organi[sz]ations|countries|partners|entities"
    r"|observers|donors|members|bodies|institutions|centres|agencies|industry|sector)\b"
)
_SORT_OF_PARTY = re.compile(_GROUP, re.IGNORECASE)
_JOINED = re.compile(rf"(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+){_GROUP})+", re.IGNORECASE)
#: *The subsidiary bodies or their Chairs*: those who chair the ones named.
_CHAIRS = re.compile(
    r"\s+(?P<join>or|and|and/or)\s+(?:their|its|the(?:ir)?\s+respective)\s+(?P<chairs>(?:co-?)?chair\w*)\b",
    re.IGNORECASE,
)
#: *The SBI Chair*, *the subsidiary bodies' Chairs*, as texts say it: *Chair of the SBI*.
_CHAIR_OF = re.compile(r"(?P<body>.+?)(?:['’]s?)?\s+(?P<chairs>(?:co-?)?chairs?)", re.IGNORECASE)


#: Whose body is meant, by a name that texts write otherwise.
_OWNER = re.compile(r"\s+of\s+the\s+(?:[A-Z]{2,8}\b(?!-))")


def _known_at_start(text: str, known: Iterable[str]) -> str:
    """The longest known name with which the text begins, else all up to where a name ends."""
    lead = _LEAD.match(text)
    skip = lead.end() if lead else 0
    rest = text[skip:].lower()
    best = max((len(n) for n in known if rest.startswith(n.lower())), default=0)
    if best and not rest[best : best + 1].isalnum():
        if owner := _OWNER.match(text, skip + best):
            return text[: owner.end()]  # *the Executive Committee of the WIM*
        joined = _JOINED.match(text, skip + best)
        return text[: joined.end() if joined else skip + best]
    end = _END.search(text, skip)
    stop = end.start() if end else len(text)
    joined = _JOINED.match(text, stop)
    return text[: joined.end() if joined else stop].strip()


def plain_name(name: str) -> str:
    """A name without article and *all*, *other*, *relevant*; lower case."""
    name = " ".join(name.split()).strip(" ,.;:")
    lead = _LEAD.match(name)
    return (name[lead.end() :] if lead else name).lower()


def members(addressee: str) -> tuple[str, ...]:
    """The members of a joint addressee: ``Parties and other stakeholders`` gives two."""
    whole = plain_name(addressee)
    parts = re.split(
        r",\s*(?:and\s+)?|\s+and\s+(?=(?:the|other|all|relevant)\s)|\s+as well as\s+", whole
    )
    last = parts[-1].split(" and ")
    if len(parts) > 1 or all(map(_SORT_OF_PARTY.fullmatch, last)):
        parts = [*parts[:-1], *last]  # *Parties, donors and partners*, *Parties and observers*
    return tuple(dict.fromkeys((whole, *(plain_name(part) for part in parts if part.strip()))))


def each_of(name: str) -> tuple[str, ...]:
    """Those who are named together, also where no article tells them apart."""
    parts = re.split(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+", plain_name(name))
    return tuple(dict.fromkeys(plain_name(part) for part in parts if part.strip()))


def is_addressed(asked: str, addressee: str | None, same: Iterable[str] = ()) -> bool:
    """Whether an act's addressee is the one that a question asks about.

    *Parties* are met by ``all Parties and other stakeholders`` and by ``Parties included in
    Annex I``, not by ``developed country Parties``; *Executive Committee* is met by
    ``Executive Committee of the Warsaw International Mechanism`` and not by ``Technology
    Executive Committee``.

    Args:
        asked: The name in the question.
        addressee: The act's; None where nobody is asked.
        same: Other names of the one asked about (abbreviations, other languages).
    """
    if addressee is None:
        return False
    names = {_singular(plain_name(name)) for name in (asked, *same)}
    names |= {
        f"{chair['chairs']} of the {chair['body']}"
        for chair in map(_CHAIR_OF.fullmatch, names)
        if chair
    }
    names |= {turned for name in names for turned in _turned(name)}
    whole = _singular(plain_name(addressee))
    if len(whole.split()) > 1 and any(name.startswith(f"{whole} of ") for name in names):
        return True  # the text says less than the question: *Executive Board*
    return whole in names or any(
        member == name or member.startswith((f"{name} of ", f"{name} included ", f"{name} that ",
                                             f"{name} in ", f"{name} to ", f"{name} under "))
        for name in names if name
        for member in map(_singular, members(addressee))
    )  # fmt: skip


_OFFICES = r"administrator|trustee|secretariat|board|director|registrar|depositary|auditor"
_ITS_OFFICE = re.compile(rf"(?P<whose>.+)\s(?P<office>{_OFFICES})", re.IGNORECASE)
_OFFICE_OF = re.compile(rf"(?P<office>{_OFFICES})\s+of\s+(?:the\s+)?(?P<whose>.+)", re.IGNORECASE)


def _turned(name: str) -> Iterator[str]:
    """*The log administrator* is *the administrator of the log*, and the other way round."""
    if match := _OFFICE_OF.fullmatch(name):
        yield f"{match['whose']} {match['office']}"
    elif match := _ITS_OFFICE.fullmatch(name):
        yield f"{match['office']} of the {match['whose']}"


def _singular(name: str) -> str:
    return re.sub(r"\b(part)(?:y|ies)\b", r"\1y", re.sub(r"organisation", "organization", name))


def initials(name: str) -> str:
    """``Subsidiary Body for Implementation`` to ``SBI``; the small words do not count."""
    small = {"of", "the", "and", "for", "on", "to", "in"}
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w.lower() not in small).upper()
