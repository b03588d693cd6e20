"""What a question can be about: the documents of the library and who is asked in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.glossary import Glossary
from assistant.question.addressee import initials
from assistant.question.english import English, in_english
from assistant.question.spelling import repaired
from ingest.codes import find_codes, parse_code
from ingest.index.analysis import terms
from ingest.roman import from_roman
from ingest.sessions import Session, session

if TYPE_CHECKING:
    from ingest.acts.model import Act
    from ingest.library import Library

_SHORT = re.compile(r"\b[A-Z]{2,8}\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A code whose convention goes without saying: *14/21*.
_SHORT_CODE = re.compile(r"(?<![\w/.–-])(?:\d{1,2}|[IVXL]{1,7})/\d{1,3}(?![\w/]|[.–-]\w)")

_CONVENTION = r"(?:(?P<convention>Basel|Rotterdam|Stockholm|Minamata)\s+)?(?:Convention\s+)?"
_SESSION = r"(?P<body>COP|CP|CMP|CMA|BC|RC|SC)[\s.-]?(?P<session>\d{1,2})\b(?![./]\d)"
_NUMBER = r"\bdec(?:ision|\.)?\s+(?:no\.?\s*|number\s+)?(?P<number>\d{1,3})\b(?![./]\d)"
#: A code with its session in Roman numerals, which only early sessions had: *BC-XIV/21*.
_ROMAN_SESSION = re.compile(
    r"(?<!\w)(?P<body>BC|RC|SC)[\s.–-]?(?P<session>[IVXL]{1,7})\s?/\s?(?P<number>\d{1,3})(?![\w/])",
    re.IGNORECASE,
)
#: A code in words: *decision 21 of CMA 5*, *Basel COP 14, dec. 21*, *1 CMP 13*.
_IN_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NUMBER}(?:\s*,)?\s+(?:(?:of|from|by|at|adopted)\s+)*(?:the\s+)?{_CONVENTION}{_SESSION}",
        rf"(?<!\w){_CONVENTION}{_SESSION}\s*,?\s*{_NUMBER}",
        rf"(?<![\w/.–-])(?P<number>\d{{1,3}})\s+{_SESSION}(?!\s*\d)",
    )
)


@dataclass(frozen=True)
class Held:
    """A document of the library, as far as questions can name it."""

    code: str
    title: str
    meeting: str | None
    body: str | None
    language: str
    convention: str | None = None
    session: Session | None = field(repr=False, default=None)


@dataclass(frozen=True)
class Shelf:
    """The documents of a library by code, read once for each state of it.

    Attributes:
        library: The documents.
        is_word: Whether a word that the library does not know is a word of the language;
            None where nothing can tell, and nothing mistyped is put right.
        glossary: Other names of things; None to do without.
    """

    library: Library
    is_word: Callable[[str], bool] | None = None
    glossary: Glossary | None = None

    @cached_property
    def held(self) -> Mapping[str, Held]:
        """Every document, by its code."""
        return {
            one.code: Held(
                one.code,
                one.title,
                one.meeting,
                one.body,
                one.language,
                _convention(one.code),
                session(one.meeting) if one.meeting else None,
            )
            for one in self.library.documents()
        }

    @cached_property
    def headed(self) -> Mapping[str, frozenset[str]]:
        """Stems of every document's title and headings, by its code."""
        return {
            one.code: frozenset(
                stem
                for said in (one.title, *dict.fromkeys(p.heading or "" for p in one.paragraphs))
                for stem in terms(said)
            )
            for one in self.library.documents()
        }

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Words of all texts in lower case, with how often they stand there."""
        counts: Counter[str] = Counter()
        for document in self.library.documents():
            for text in (document.title, *(p.text for p in document.paragraphs)):
                counts.update(_WORD.findall(text.lower()))
        return counts

    def in_full(self, text: str) -> str:
        """A question with codes that are written otherwise as the one document has it.

        *14/21* where only one document's code ends so, *decision 21 of CMA 5* where it is held.
        """
        text = _ROMAN_SESSION.sub(self._in_figures, text)
        written = [(one.start, one.end) for one in find_codes(text)]

        def full(match: re.Match[str]) -> str:
            start, end = match.span()
            if any(low < start and end <= high for low, high in written):
                return match.group()  # *BC 14/21* says whose it is
            found = [code for code in self.held if code.endswith(f"-{match.group()}")]
            return found[0] if len(found) == 1 else match.group()

        text = _SHORT_CODE.sub(full, text)
        for pattern in _IN_WORDS:
            text = pattern.sub(self._of_session, text)
        return text

    def _in_figures(self, match: re.Match[str]) -> str:
        """*BC-XIV/21*, where that decision is held as BC-14/21."""
        number = from_roman(match["session"].upper())
        code = f"{match['body'].upper()}-{number}/{int(match['number'])}"
        return code if self.find(code) else match.group()

    def _of_session(self, match: re.Match[str]) -> str:
        """The code of the one decision of this number and session that is held."""
        body, number = match["body"].upper(), int(match["session"])
        bodies = ("CP", "COP", "BC", "RC", "SC") if body == "COP" else (body,)
        meetings = {f"{name}{by}{number}" for name in bodies for by in ".-"}
        convention = match.groupdict().get("convention")
        found = [
            one.code
            for one in self.held.values()
            if one.meeting in meetings
            and (read := parse_code(one.code, one.body or "")) is not None
            and read.number == str(int(match["number"]))
            and (convention is None or read.convention == convention.capitalize())
        ]
        return found[0] if len(found) == 1 else match.group()

    def repaired(self, text: str) -> str:
        """A question with its mistyped words put right."""
        if self.is_word is None:
            return text
        short = self.glossary.abbreviations if self.glossary else ()
        return repaired(text, lambda: self.vocabulary, self.is_word, short)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages of the documents."""
        return frozenset(one.language for one in self.held.values())

    def in_english(self, text: str, language: str) -> English:
        """A question in English, unless documents are in its own language."""
        if language in self.languages:
            return English(text)
        return in_english(text, language, self.glossary)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every act of every document, in order."""
        return tuple(self.library.acts({}))

    @cached_property
    def addressees(self) -> tuple[str, ...]:
        """Everybody who is asked to act somewhere, as the texts name them."""
        names = (act.addressee for act in self.acts)
        return tuple(dict.fromkeys(name for name in names if name))

    def spelt_out(self, short: str) -> tuple[str, ...]:
        """Other names: addressees with those initials, and what the glossary knows."""
        known = self.glossary.segments(short, "en") if self.glossary and short[:1].isupper() else ()
        names = [name for one in known for concept in one.concepts for name in concept.english]
        if len(known) > 1:
            names = []  # parts of a name are not the thing
        names += self._with_parts_spelt(short)
        if short.isupper():
            names += [name for name in self.addressees if initials(name) == short]
        return tuple(dict.fromkeys(names))

    def _with_parts_spelt(self, name: str) -> list[str]:
        """A name whose abbreviations are written out: *Executive Board of the CDM*."""
        if self.glossary is None or " " not in name:
            return []
        spelt = name
        for short in _SHORT.findall(name):
            known = self.glossary.segments(short, "en")
            full = [one for s in known for c in s.concepts for one in c.english if one != short]
            spelt = spelt.replace(short, full[0], 1) if full else spelt
        return [spelt] if spelt != name else []

    @property
    def only(self) -> str | None:
        """The code of the one document, where there is just one."""
        return next(iter(self.held)) if len(self.held) == 1 else None

    def find(self, code: str) -> str | None:
        """The library's code of a document that is named by its code or a symbol."""
        if code in self.held:
            return code
        document = self.library.document(code)
        return document.code if document else None


def _convention(code: str) -> str | None:
    read = parse_code(code)
    return read.convention if read else None
