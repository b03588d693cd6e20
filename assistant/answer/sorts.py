"""What sort of words can answer: *how many* a number, *by when* a time, *who chairs* a chair.

Answer typing, as question answering systems do it (Li and Roth, 2002, *Learning question
classifiers*): a question that asks for a date is not answered by a paragraph without one, however
near its other words are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.answer.counted import counted, counts
from assistant.question.model import Understood
from ingest.index.analysis import terms

_MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_YEAR = r"(?:19|20)\d\d\b(?!\s+agenda)"
_MONTH_OR_DAY = rf"\b(?:{_MONTH})\b(?=\s+{_YEAR})|\b\d{{1,2}}\s+(?:{_MONTH})\b"
_DATE = rf"(?:{_MONTH_OR_DAY}|\b{_YEAR})"
#: A year alone is a date where something is due by it, not where a period bears its name.
_DAY = rf"(?:{_MONTH_OR_DAY}|\b(?:by|before|until|end\s+of|no\s+later\s+than)\s+{_YEAR})"
_OCCASION = (
    r"sessions?|meetings?|biennium|prior|before|after|later than|once|until|when"
    r"|within|weeks?|months?|days?|years?|immediate\w*|s[ée]ances?|r[ée]uni[oó]n\w*|ann[ée]es?|años?"
)
_TIME = (
    rf"{_OCCASION}|annual\w*|biennial\w*|time|soon|period\w*|every|regular\w*|urgent\w*"
    r"|ongoing|continu\w+|next|subsequent"
)
#: Years count nothing.
_NUMBER = (
    r"(?<![\d–-])(?!(?:19|20)\d\d\b)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty"
    r"|forty|fifty|sixty|hundred|thousand|million|billion|half|third|quarter|twice|both|single"
    r"|one(?!\s+(?:of|another)\b)|none|un|une|deux|trois|quatre|cinq|dix|uno|dos|tres|cuatro|cinco|diez)\b"
)
_MONEY = r"USD|US\$|[$€£]|\bEUR\b|\beuros?\b|\bdollars?\b|\bfrancs?\b|\bmillions?\b|\bbillions?\b"
#: Capitalised after *in*, *of*, *by*, and the name of no institution or part of a text.
_PLACE = (
    r"\b(?:in|at|of|by|from|to)\s+(?:the\s+)?(?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Annex|Article|Part(?:y|ies)|Conference|Convention|Secretariat|Executive"
    r"|Subsidiary|United|Decision|Fund|Governments?|Environment|Board|Chair|Agenda|Section|Appendix"
    r"|COP|CMP|CMA|[A-Z]{3,}|Strategic|Sustainable|Inter|Global)\b)[A-Z][a-zé]+\b"
    r"(?!\s+(?:Convention|Protocol|Agreement|Programme|Organi[sz]ation|Committee|Fund|Mechanism|Network"
    r"|Centre|Assembly|Approach|Forum|Director|Secretary|Panel|Facility))"
)


class _Sort(NamedTuple):
    """A sort of question and the words without which nothing answers it.

    ``new`` says that words that the question itself has do not count: *its next meeting* tells
    nobody when the next meeting is. ``counts`` says that a number has to count what is asked for.
    """

    asked: re.Pattern[str]
    needed: re.Pattern[str]
    new: bool = False
    counts: bool = False


def _sort(
    asked: str, needed: str, *, new: bool = False, counts: bool = False, case: bool = False
) -> _Sort:
    flags = 0 if case else re.IGNORECASE
    return _Sort(re.compile(asked, re.IGNORECASE), re.compile(needed, flags), new, counts)


#: A name inside a sentence that is no part of the machinery of conventions.
_OWN_NAME = (
    r"(?<=[a-zé,;(’'] )(?!(?:Part(?:y|ies)|Conference|Secretariat|Convention|Protocol|Agreement"
    r"|Executive|Subsidiary|Annex|Article|Decision|Governments?|Chair|President|Co-Chairs?|January|February|March"
    r"|April|May|June|July|August|September|October|November|December)\b)[A-Z][\w’'-]+"
)
#: Those of whom one is sought by name, where something has been done.
_DOERS = (
    r"(?:countr(?:y|ies)|governments?|organi[sz]ations?|institutions?|donors?|part(?:y|ies)|cent(?:re|er)s?"
    r"|compan(?:y|ies)|agenc(?:y|ies)|states?|delegations?|bod(?:y|ies)|groups?|banks?|ministers?)"
)
_WH = r"\b(?:what|which)\s+(?:\w+\s+){0,2}?"
_SORTS = (
    _sort(
        rf"{_WH}(?:percentage|proportion|share)\b|\bhow\s+many\s+per\s*cent",
        r"per\s*cent|%|\b(?:half|halves|thirds?|quarters?|fraction|equal\w*|majority)\b",
    ),
    _sort(rf"{_WH}majority\b", r"\b(?:majority|thirds|consensus|votes?|unanim\w+)\b|per\s*cent"),
    _sort(
        r"\bhow\s+much\s+(?:money|funding|does|do|did|will|has|was|is)\b"
        rf"|{_WH}(?:amount|sum|budget|cost|price)\b|\bin\s+(?:US\s+)?(?:dollars?|euros?|USD|EUR)\b|\bwhat\s+(?:is|was)\s+the\s+(?:\w+\s+)?(?:amount|sum|budget|cost|price)\b",
        _MONEY,
    ),
    _sort(r"\bhow\s+(?:many|much)\b|\bcombien\b|\bcu[áa]nt[oa]s?\b", _NUMBER, counts=True),
    _sort(rf"{_WH}(?:figure|number|amount|sum)\b", _NUMBER),
    _sort(rf"{_WH}year\b", _YEAR),
    _sort(rf"{_WH}month\b", rf"\b(?:{_MONTH})\b"),
    _sort(
        rf"{_WH}(?:day|dates?)\b|\bexact\s+dates?\b|\bquelle\s+date\b|\bqu[ée]\s+fecha\b",
        rf"{_DAY}|\b(?:weeks|months|days)\b",
        new=True,
    ),
    _sort(
        r"\bdeadline\b|\bdue\s+(?:date|by)\b|\bby\s+when\b|\bcut-?off\b|\bclosing\s+date\b"
        r"|\bdate\s+limite\b|\bplazo\b|\bavant\s+quelle\b",
        rf"{_DATE}|\b(?:{_OCCASION})\b",
        new=True,
    ),
    _sort(
        r"\bwhen\b(?!\s+\w+ing\b)|\b(?:what|which)\s+(?:time|meeting|session)\b|\bhow\s+(?:long|often)\b"
        r"|\bquand\b|\bcu[áa]ndo\b|\bfecha\b",
        rf"{_DATE}|\b(?:{_TIME})\b",
        new=True,
    ),
    _sort(
        r"\b(?:what|which)\s+(?:city|country|place|town|venue)\b|^where\s+(?:will|was|is|did)\b.{0,80}"
        r"\b(?:held|hosted|take\s+place|taking\s+place|convened|located|based|situated|meet)\b",
        _PLACE,
        new=True,
        case=True,
    ),
    _sort(
        rf"{_WH}{_DOERS}\s+(?:(?:has|have|had)\s+(?:so\s+far\s+|already\s+|been\s+)*\w+(?:ed|en)\b"
        r"|(?:was|were)\s+(?:chosen|selected|elected|picked|named|appointed|designated|late)\b"
        r"|(?:offered|voted|pledged|paid|hosted|proposed|objected|refused|failed|contributed|joined)\b)",
        _OWN_NAME,
        new=True,
        case=True,
    ),
    _sort(r"\bby\s+name\b|^names?\s+of\b|\b(?:need|want|give\s+me)\s+(?:the(?:ir)?\s+|all\s+)?names\b",
          _OWN_NAME, new=True, case=True),
    _sort(r"\bwho\s+(?:chairs|chaired|presides|presided)\b|\bwho\s+(?:is|was)\s+the\s+(?:co-)?chair",
          r"\b(?:co-)?chair\w*|\bpresid\w+"),
    _sort(r"\bwho\s+(?:was|were|is|has\s+been)\s+(?:appointed|elected|named|nominated|chosen)\b",
          r"\b(?:Mr|Ms|Mrs|Dr|Sir)\b|\belects?\b|\bappoints\b|\b(?:appointment|election|nomination)\s+(?:by|of)\b"),
    _sort(r"\bnames?\s+of\s+the\s+(?:\w+\s+){0,2}(?:co-)?(?:secretar|director|chair|president|minister|head)",
          r"\b(?:Mr|Ms|Mrs|Dr|Sir)\b\.?"),
    _sort(r"\bhow\s+(?:is|are|was|were)\s+.{1,60}\bdefined\b|\b(?:what\s+is|give)\s+the\s+definition\b",
          r"\b(?:means?|meaning|defin\w+|refers?\s+to|understood|i\.e|namely|shall\s+be|if)\b"),
)  # fmt: skip
#: What holds figures that count nothing: codes, symbols, places in texts, names of agendas.
_NAMES = re.compile(
    r"(?:\b(?:decisions?|paragraphs?|paras?\.?|articles?|annex(?:es)?|footnotes?|resolutions?|parts?"
    r"|sections?|chapters?)\s+[\d/.,A-Z()–-]+(?:(?:,|\s+and|\s+to)\s+[\d/.()–-]+)*)"
    r"|\b\S*\w/\S*\w|\b(?:19|20)\d\d\s+agenda\b|\bagenda\s+(?:21|2030)\b|\(\w{1,4}\)",
    re.IGNORECASE,
)


def can_answer(understood: Understood, text: str) -> bool:
    """Whether a text has words of the sort that the question asks for."""
    return all(_has(sort, understood.text, text) for sort in _wanted(understood))


def is_typed(understood: Understood) -> bool:
    """Whether the question asks for words of a certain sort."""
    return bool(_wanted(understood))


def _wanted(understood: Understood) -> list[_Sort]:
    if understood.intent == "document":
        return []
    asked = f"{understood.text}\n{understood.question}"
    return [sort for sort in _SORTS if sort.asked.search(asked)][:1]


def _has(sort: _Sort, question: str, text: str) -> bool:
    said = _NAMES.sub(" ", text) if sort.needed.pattern != _MONEY else text
    known = set(terms(question)) if sort.new else set()
    wanted = counted(question) if sort.counts else frozenset()
    return any(
        counts(said, match, wanted)
        and (not known or not set(terms(match.group())) <= known or not terms(match.group()))
        for match in sort.needed.finditer(said)
    )
