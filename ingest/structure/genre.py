"""Whether a text is of the genre at all: a decision, or a document of those who decide.

A recipe has numbered steps and a letter has paragraphs; taken for a report they would be
documents that nobody has. What tells is not the subject: a decision's head, a document's
symbol, an operative verb behind a number, the names of conferences, conventions and their
organs together with numbers or headings, or several pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.acts.verb import leading_verb, opening_verb
from ingest.pinpoint import LEVELS
from ingest.structure.describe import Masthead
from ingest.structure.document import Grown
from ingest.structure.draft import Draft
from ingest.symbols import find_codes, find_symbols

#: Who decides, and what on, in the six languages; capitals tell them from common words.
_NAMES = re.compile(
    r"(?i:conferences? of the parties|meeting of the parties|governing (?:body|bodies|council)"
    r"|subsidiary bod(?:y|ies)|(?:general|environment) assembly|contracting parties"
    r"|member states|united nations|secretariat|plenary meeting|working group"
    r"|conf[ée]rence des parties|nations unies|secr[ée]tariat|conferencia de las partes"
    r"|naciones unidas|secretar[íi]a\b"
    r"|конференци\w* сторон|объединенных наций|секретариат|конвенци\w+)"
    r"|(?<=[a-z,] )(?:Part(?:ies|y)|Partes?|Committee|Comit[ée]|Convention|Convenio|Protocol\w?"
    r"|Council|Commission)\b|\bSBSTA\b|\bSBI\b|Сторон|缔约方|秘书处|联合国|公约|大会"
    r"|الأطراف|الأمانة|الأمم المتحدة|اتفاقية"
)

#: Numbered paragraphs that are a text where such names stand; where none do, so many more.
_NUMBERED, _MANY = 2, 8

#: Words of a numbered paragraph of prose, in the mean: steps and lists have fewer.
_PROSE = 20

#: Names by which a text with headings alone is known.
_NAMED = 2


def is_of_the_genre(grown: Sequence[Grown], masthead: Masthead, *, pages: int) -> bool:
    """Whether a file's documents are more than some text with paragraphs.

    Args:
        grown: What the file was taken apart into.
        masthead: What its top says.
        pages: How many it has; 0 where the format has none.
    """
    if masthead.symbols or any(one.form == "decision" and one.drafts for one in grown):
        return True
    drafts = [draft for one in grown for draft in one.drafts]
    numbered = [draft for draft in drafts if draft.pinpoint.segments[-1].name == LEVELS[0]]
    if any(_is_operative(draft) for draft in numbered):
        return True
    words = [len(draft.rich.text.split()) for draft in numbered]
    if len(words) >= _MANY and sum(words) >= _PROSE * len(words):
        return True
    names = _names(_texts(grown))
    if names and len(numbered) >= _NUMBERED:
        return True
    titled = any(draft.heading for draft in drafts)
    # Who has pages can be cited by them, whatever the subject.
    return pages > 1 or (titled and names >= _NAMED)


def _is_operative(draft: Draft) -> bool:
    text = draft.rich.text
    verb = opening_verb(text)
    if verb is not None:
        return verb.form == "third"
    romance = leading_verb(text)
    return romance is not None and not romance.split()[0].lower().endswith(("ando", "endo", "ant"))


def _texts(grown: Iterable[Grown]) -> Iterable[str]:
    for one in grown:
        yield one.layout.title.text
        yield from (matter.text for matter in one.matter)
        yield from (draft.rich.text for draft in one.drafts)


def _names(texts: Iterable[str]) -> int:
    """How often such names, and codes and symbols of documents, stand in a text."""
    return sum(
        len(_NAMES.findall(text)) + len(find_symbols(text)) + len(find_codes(text))
        for text in texts
    )
