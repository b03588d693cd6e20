"""A paragraph's text divided at the verbs with which its author acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.acts.infinitive import find_infinitive
from ingest.acts.lexicon import ASKING
from ingest.acts.verb import Form, Verb, opening_verb, read_verb, uncapped
from ingest.acts.words import words


@dataclass(frozen=True, slots=True)
class Clause:
    """One act's words.

    Attributes:
        start, end: Span in the text.
        verb: Its verb; None where it goes on with what the chapeau began.
        subject: Who acts, where the clause says so ("SBI"); else None.
        passive: "Parties are invited to …": who is asked stands before the verb.
    """

    start: int
    end: int
    verb: Verb | None
    subject: str | None = None
    passive: bool = False


#: Verbs that carry on a sentence of acts: "…, and requests the Secretariat …". Others could
#: as well belong to a subordinate clause ("the Committee, which provides … and reports …").
_CARRYING = words(
    "request invite encourage urge call decide welcome take note recognize recall reaffirm "
    "acknowledge adopt approve endorse express agree emphasize stress underline underscore "
    "reiterate authorize recommend instruct direct appeal affirm commend look resolve thank "
    "confirm highlight join mandate entrust congratulate ask appreciate extend conclude designate "
    "establish regret support remind renew declare elect appoint observe clarify"
)
_TELLING = _CARRYING | words("forward")
_PARTICIPLES = words(
    "request invite encourage urge call welcome take note recognize recall reaffirm acknowledge "
    "emphasize stress underline underscore express affirm commend highlight appreciate reiterate "
    "regret observe"
)
_JOINT = re.compile(
    r"(?:[,;:.]\s+(?:and\s+|but\s+|as\s+well\s+as\s+)?|\s+(?:and|but)\s+|\s[–—]\s*)(?=[a-z])"
)
_OBJECT = re.compile(
    r"\s*(?:,|:|\b(?:the|that|all|its|their|those|these|this|an?|to|in|on|with|Parties|any|each|"
    r"other|developed|developing|relevant|interested|further|as|at|other|both|continued|additional|future|new|by|"
    r"States|organizations|where|such|every|countries|how|for|for\s+the|and|of|[A-Z]\w+)\b)"
)
#: After a verb in the third person that asks, any adjective may open the addressee's name.
_NAMING = re.compile(
    r"\s+(?!of\b|from\b|by\b|made\b|may\b|should\b|were\b|are\b|have\b)[a-z][\w-]+"
)
_GREETING = words("thank congratulate commend")
_DETERMINED = re.compile(r"\s+(?:the|all|its|their|those|each|[A-Z]\w+)\b")
_RELATIVE = re.compile(r"\b(?:which|who|that)\s+(?:also\s+)?[a-z]+s\b[^,]*$")
_RELATIVE_CLAUSE = re.compile(r"\b(?:which|who|that)\s+[a-z]+\b[^,;]*$")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|\([^()]*\)|«[^»]*»")

_SENTENCE = re.compile(r"(?:^|(?<=[.;!?]\s)|(?<=[,:]\s))")
_STOP = re.compile(r"[.;!?]\s")
#: Verbs of a report's sentence that are no acts, but after which acts may follow.
_PASSING = re.compile(
    r"(?:also\s+)?(?:considered|continued|held|discussed|initiated|finalized|heard)\b"
)
_INSERTED = re.compile(r",[^,;]+(?:,\s+paragraphs?\s+[^,;]+)?,\s+")
_SUBJECT = re.compile(
    r"(?:(?:[Tt]he|[Bb]oth\s+the|[Bb]oth)\s+)?(?P<name>(?:[A-Z][\w’'./-]*)"
    r"(?:\s+(?:of\s+the|and\s+the|serving\s+as\s+the\s+meeting|to\s+the|for|of|and|on|the|at|its|"
    r"[A-Z][\w’'./-]*)){0,22}|[Ii]t|[Tt]hey),?\s+(?=[a-z])"
)
_BODY = re.compile(
    r"\b(?:[A-Z]{3,}|Conference|Committee|Bod(?:y|ies)|Assembly|Council|Board|Group|Commission|"
    r"Bureau|Meeting|Plenary|Panel|Forum|COP\d*|SBs?|It|it|They|they|Parties)\b"
)
_OPENS_ACTS = re.compile(
    r"(?:^|[,.;]\s+)(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'./-]*(?:\s+(?:of|the|for|on|and|serving|as|"
    r"meeting|to|[A-Z][\w’'./-]*)){0,22})\s*:\s*$"
)
#: Who speaks for a body is not the body.
_OFFICER = re.compile(r"\b(?:Chairs?|Co-Chairs?|President|Rapporteur|Secretary)\s*$")
_PASSIVE = re.compile(
    r"(?:The\s+)?(?P<who>[A-Z][^.;:]{2,120}?)\s+(?P<verb>(?:is|are)\s+(?:also\s+|further\s+|hereby\s+|"
    r"strongly\s+)?(?:requested|invited|encouraged|urged|called\s+upon))\b"
)


def clauses_of(text: str, *, preambular: bool = False) -> tuple[Clause, ...]:
    """The acts that a paragraph's words hold, in order.

    A text that opens with no verb gives one clause without verb; what its chapeau says
    then holds for it.
    """
    text = uncapped(text)
    first = opening_verb(text)
    if first is None:
        lead = re.match(r"[\s,;]*(?:and\s+)?", text)
        at = lead.end() if lead else 0
        resumed = read_verb(text, at, frozenset({"third"})) if text[at : at + 1].islower() else None
        if resumed is not None:
            return tuple(_split(text, resumed, resumed.start, preambular=False))
        told = _told(text)
        return told or tuple(_split(text, None, 0, preambular=preambular))
    return _by_sentence(text, first, preambular=preambular)


def body_of_list(text: str) -> str | None:
    """The body whose acts a list names one by one: "Recalling decision 1, the Board:"."""
    match = _OPENS_ACTS.search(text)
    if match is None or not _BODY.search(match["name"]) or _OFFICER.search(match["name"]):
        return None
    return " ".join(match["name"].split())


def listed_clauses(text: str, subject: str) -> tuple[Clause, ...]:
    """The acts of a list's entry that opens with a verb of its own: "(a) Noted … ;"."""
    at = len(text) - len(text.lstrip())
    verb = read_verb(text, at, frozenset({"past", "third"}))
    if verb is None:
        return ()
    parts = _split(text, verb, at, preambular=False)
    return tuple(replace(part, subject=subject) for part in parts)


def _by_sentence(text: str, first: Verb, *, preambular: bool) -> tuple[Clause, ...]:
    """Acts of the first sentence, and of later ones that open with a verb or name who is asked."""
    starts: list[tuple[int, Verb, bool]] = [(first.start, first, False)]
    for stop in _STOP.finditer(text, first.end):
        verb = opening_verb(text[stop.end() :])
        if verb is not None and verb.form == "third" and verb.lemma in _CARRYING:
            moved = replace(verb, start=verb.start + stop.end(), end=verb.end + stop.end())
            starts.append((stop.end(), moved, False))
        elif (passive := _passive(text, stop.end())) is not None:
            starts.append((stop.end(), passive, True))
    ends = [*(start for start, _, _ in starts), len(text)][1:]
    clauses: list[Clause] = []
    for (start, verb, passive_), end in zip(starts, ends, strict=True):
        if passive_:
            clauses.append(Clause(start, end, verb, passive=True))
        else:
            clauses.extend(_split(text[:end], verb, start, preambular=preambular))
    return tuple(clauses)


def _passive(text: str, at: int) -> Verb | None:
    """The verb of "Parties are invited to …" that begins at a position."""
    match = _PASSIVE.match(text, at)
    if match is None:
        return None
    words_ = " ".join(match["verb"].split())
    return Verb(match.start("verb"), match.end("verb"), words_, "request", "past", asks=True)


def _split(text: str, first: Verb | None, start: int, *, preambular: bool) -> list[Clause]:
    """Cut at every later verb of the same form."""
    clauses: list[Clause] = []
    verb = first
    at = first.end if first else start
    form: Form = first.form if first else "third"
    if form == "participle" and not preambular:
        form = "third"  # "Noting the report, requests the Secretariat …"
    for later in _later(text, at, form, preambular=preambular):
        cut = later.start - len(_joint_before(text, later.start))
        if verb is not None and cut <= verb.end and not text[verb.end : cut].strip():
            # "Expresses appreciation for and welcomes" has an object in common.
            cut = max(cut, verb.end)
        clauses.append(Clause(start, cut, verb))
        start, verb = later.start, later
    clauses.append(Clause(start, len(text), verb))
    return clauses


def _joint_before(text: str, at: int) -> str:
    match = re.search(r"(?:\s*[,;:.–—]?\s*(?:\b(?:and|but|as\s+well\s+as)\s+)?)$", text[:at])
    return match[0] if match else ""


def _later(text: str, at: int, form: Form, *, preambular: bool) -> list[Verb]:
    hidden = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Verb] = []
    for joint in _JOINT.finditer(text, at):
        if any(start < joint.end() < end for start, end in hidden):
            continue
        if found and joint.end() < found[-1].end:
            continue
        verb = read_verb(text, joint.end(), frozenset({form}))
        if verb is not None and _carries_on(text, at, joint, verb, preambular=preambular):
            found.append(verb)
    return found


def _carries_on(text: str, at: int, joint: re.Match[str], verb: Verb, *, preambular: bool) -> bool:
    """Whether a verb in the middle of a text is one of its author's acts."""
    if verb.form == "participle" and not preambular:
        return False
    allowed = _PARTICIPLES if verb.form == "participle" else _CARRYING
    if verb.lemma not in allowed or not (
        _OBJECT.match(text, verb.end)
        or (
            verb.lemma in _GREETING | ASKING
            and verb.form in ("third", "past")
            and _NAMING.match(text, verb.end)
        )
    ):
        return False
    if verb.lemma == "mandate" and not _DETERMINED.match(text, verb.end):
        # "in line with their functions, mandates and modalities" holds no verb.
        return False
    pause, coordinated = joint[0].lstrip()[:1] in ",;.", "and" in joint[0] or "but" in joint[0]
    modified = not text[verb.start :].startswith(tuple({verb.text.split()[-1]}))
    if verb.form == "participle":
        return coordinated or (pause and modified)
    if verb.form == "plural":
        # An infinitive looks the same: "to organize … and invite …".
        return pause and coordinated and (verb.asks or verb.lemma in _PARTICIPLES)
    if not coordinated and verb.asks and _RELATIVE_CLAUSE.search(text, at, joint.start()):
        # "in a manner that is open, encourages cooperation and improves …"
        return find_infinitive(text, verb.end, len(text)) is not None
    if coordinated and not pause:
        return not _RELATIVE.search(text, at, joint.start())
    return coordinated or pause


def _told(text: str) -> tuple[Clause, ...]:
    """The clauses of a report: "The SBI requested … . It also invited …"."""
    if passive := _passive(text, 0):
        return (Clause(0, len(text), passive, passive=True),)
    clauses: list[Clause] = []
    openings = _openings(text)
    ends = [*(opening.start for opening in openings), len(text)][1:]
    for (_, verb, name), end in zip(openings, ends, strict=True):
        known = clauses[-1].subject if clauses else None
        pronoun = name.lower() in ("it", "they")
        if pronoun and known is None:
            known = _opening_body(text)
            if known is None and text[: verb.start].strip() != name:
                continue
        who = known if pronoun else name
        clauses.extend(
            Clause(clause.start, clause.end, clause.verb, who)
            for clause in _split(text[:end], verb, verb.start, preambular=False)
        )
    return tuple(clauses)


def _opening_body(text: str) -> str | None:
    """The body with whose name a text opens: "The SBI continued … . It agreed to …"."""
    subject = _SUBJECT.match(text)
    if subject is None or not _BODY.search(subject["name"]) or _OFFICER.search(subject["name"]):
        return None
    return " ".join(subject["name"].split())


class _Opening(NamedTuple):
    """A subject with its verb: where they begin, the verb, the subject."""

    start: int
    verb: Verb
    name: str


def _openings(text: str) -> list[_Opening]:
    hidden = [match.span() for match in _QUOTED.finditer(text)]
    found: list[_Opening] = []
    for sentence in _SENTENCE.finditer(text):
        at = sentence.start()
        if any(start < at < end for start, end in hidden) or (found and at < found[-1].verb.end):
            continue
        if (
            found
            and text[:at].rstrip().endswith((",", ":"))
            and not _STOP.search(text, found[-1].verb.end, at)
        ):
            # Inside a sentence whose subject is known.
            continue
        opening = _subject_and_verb(text, at)
        if opening is not None:
            found.append(opening)
    return found


def _subject_and_verb(text: str, at: int) -> _Opening | None:
    """A body's name directly followed by one of the verbs with which bodies act."""
    subject = _SUBJECT.match(text, at)
    if subject is None or not _BODY.search(subject["name"]) or _OFFICER.search(subject["name"]):
        return None
    for space in re.finditer(r"\s+", text[at : subject.end()]):
        start = at + space.end()
        verb = read_verb(text, start, frozenset({"past", "third"}))
        if verb is None or verb.lemma not in _TELLING:
            verb = _after_passing(text, start)
        if verb is not None and verb.lemma in _TELLING:
            name = text[subject.start("name") : at + space.start()]
            return _Opening(at, verb, " ".join(name.split()).rstrip(",")) if name.strip() else None
    return None


def _after_passing(text: str, at: int) -> Verb | None:
    """The first act of a sentence that begins with none: "held a discussion and agreed to"."""
    if inserted := _INSERTED.match(text, at - 2 if text[at - 2] == "," else at):
        return read_verb(text, inserted.end(), frozenset({"past", "third"}))
    if not _PASSING.match(text, at):
        return None
    for joint in re.finditer(r"\s+and\s+", text[at:]):
        if _STOP.search(text, at, at + joint.start()):
            return None
        verb = read_verb(text, at + joint.end(), frozenset({"past"}))
        if verb is not None and verb.lemma in _TELLING and verb.lemma != "adopt":
            return verb
    return None
