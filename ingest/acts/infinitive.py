"""Where the infinitive begins that says what somebody is asked to do.

``Requests the Secretariat, subject to the availability of resources, to continue …``: of
the two "to" only the second is followed by a verb. There is no dictionary of all verbs;
instead the words are known that are none: determiners, plurals, words with the endings
of nouns and adjectives, and what follows "subject to", "Parties to", "access to".
"""

from __future__ import annotations

import re

from ingest.acts.words import words

_TO = re.compile(r"\bto\b(?!-)")
#: What may stand between "to" and its verb: adverbs, and insertions between commas.
_BETWEEN = re.compile(
    r"(?:\s*,(?=[^,;]{1,90},)[^,;]+,|\s+(?:not|also|further|either|both|jointly|and/or|"
    r"continually|better|fully|once\s+again|(?!apply\b|supply\b|reply\b|rely\b|comply\b|multiply\b)[a-z]+ly)\b(?!\s+(?:the|to)\b)(?=,?\s+[a-z]))*\s*,?\s*"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'\-]*")

#: Before these "to" is always a preposition.
_GOVERNORS = re.compile(
    r"(?:\b(?:subject|due|according|prior|pursuant|relating|related|respect|regard|relation|"
    r"access|accordance|thanks|owing|up|response|addition|contrary|next|opposed|as|close|"
    r"vulnerable|resilient|resilience|vulnerability|adaptation|adapt|adapting|attention|leading|"
    r"equal|equivalent|similar|relevance|addressed|party|comparable|submitted|"
    r"transmitted|communicated|forwarded|applicable|respond|responding|contributing|referred|"
    r"tailored|linked|attached|annexed|open|available|amendments?|adhere|with\s+a\s+view|"
    r"with\s+reference|looking\s+forward))\s*$"
)
#: Before these "to" opens an infinitive that belongs to the words before it.
_INNER = re.compile(
    r"\b(?:in\s+(?:a\s+)?position|able|unable|willing|wishing|wish(?:es)?|intend(?:s|ing)?|eligible|"
    r"entitled|ready|required|requested|invited|mandated|authorized|designated|established|"
    r"committed|needed?|needs|right|opportunity|opportunities|order|so\s+as|how|ways|means|"
    r"capacity|efforts?|used|aim(?:s|ing)?|seek(?:s|ing)?|like|is|are|was|were|capable|expected|"
    r"ability|working|work|action|actions|measures|steps|has|have|plan(?:s|ning)?|(?:its|their|a)\s+decision|"
    r"yet|continues?|mandate|interested|failed|supposed|selected|elected|nominated|"
    r"choose|opt|prefer|agreed?|hope|(?:that|who|which)\s+(?:so\s+)?[a-z]+|"
    r"process|processes|chosen|convened|tasked|entrusted|appointed|created|contribut\w+)\s*$"
)
#: Before these "to do so" says who is meant rather than what is asked.
_OPTIONAL = re.compile(
    r"\b(?:position|able|unable|willing|ready|ability|capacity|wish(?:es|ing)?|intend(?:s|ing)?|"
    r"choose|opt|eligible|entitled|required|requested|invited|authorized|plan(?:s|ning)?|yet)\s*$"
)
_NOT_VERBS = words(
    "the a an its their his her our this that these those such any all each every some both many "
    "most more other others another which whom whose what whether how it them him us itself "
    "in on of for with from by at as under over than date and or one two three four five "
    "climate biodiversity waste mercury technology capacity developing developed sustainable "
    "least small particularly vulnerable poor human public private financial technical national "
    "international regional global local existing relevant appropriate adequate additional new "
    "enhanced improved increased scaled-up gender women children data science ozone "
    "greenhouse carbon energy water land loss damage natural low high long-term "
    "full part-time future past current previous article articles annex decision decisions "
    "paragraph paragraphs resolution section chapter document documents rule rules "
    "resources people"
)
_NOT_VERB_ENDINGS = re.compile(
    r"(?:tions?|sions?|ments?|ity|ities|ness|ances?|ences?|ous|ble|ary|ics?|isms?|ful|less|ing|"
    r"ship|hood|ward|wards|wide|based|al|ive|ible|able|ures|ists?)$"
)
_VERBS = words(
    "implement complement supplement document augment comment experiment cement enhance finance "
    "advance influence commence experience balance reference appeal signal reveal give receive "
    "strive achieve arrive derive drive live enable table assemble double ensure disable "
    "bring ring position mention function question commission condition transition station "
    "envision provision partition sanction vary deal heal seal forward reward resume "
    "mainstream focus discuss address assess process access express stress pass progress witness "
    "harness redress bypass canvass distance evidence conceive relive perceive deceive preserve "
    "serve involve resolve solve evolve save leave have move remove improve approve "
    "measure feature figure secure assure inure assist consist enlist list persist insist resist "
    "exist steward total trial equal"
)


def _is_verb(word: str) -> bool:
    """Whether a word after "to" can be the base form of a verb."""
    if not word[:1].islower() or word in _NOT_VERBS:
        return False
    if word in _VERBS:
        return True
    if _NOT_VERB_ENDINGS.search(word):
        return False
    return not (word.endswith("s") and not word.endswith("ss"))


def find_infinitive(text: str, start: int, end: int) -> int | None:
    """Offset of the "to" that opens what is asked, between two offsets; None if none.

    An infinitive that belongs to the words before it ("in a position to do so", "efforts
    to reduce") is passed over; it counts only where no other follows.
    """
    inner: int | None = None
    for match in _TO.finditer(text, start, end):
        between = _BETWEEN.match(text, match.end(), end)
        word = _WORD.match(text, between.end() if between else match.end(), end)
        if word is None or not _is_verb(word[0]) or _GOVERNORS.search(text, start, match.start()):
            continue
        if text.startswith("to do so", match.start()):
            if not _OPTIONAL.search(text, start, match.start()):
                # "Parties that have not paid their contributions to do so".
                return match.start()
            continue
        if _INNER.search(text, start, match.start()):
            inner = match.start() if inner is None else inner
            continue
        return match.start()
    return inner
