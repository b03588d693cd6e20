"""The fields that paragraphs are filtered by: the same in SQL, in Chroma and beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ingest.acts.model import Act
from ingest.codes import parse_code
from ingest.errors import DecisionsError
from ingest.model import Document, Paragraph
from ingest.sessions import session

#: What ``--where`` takes.
FIELDS = (
    "convention",
    "body",
    "meeting",
    "place",
    "year",
    "kind",
    "verb",
    "addressee",
    "document",
    "annex",
)

#: Fields that paragraphs must match; several values of a field are alternatives.
Where = Mapping[str, str | Sequence[str]]

#: Between several values of one paragraph: it asks two addressees.
SEVERAL = " | "


def fields_of(
    document: Document, paragraph: Paragraph, acts: Iterable[Act]
) -> dict[str, str | int]:
    """The fields of a paragraph; one that nothing is known of is left out.

    Args:
        document: The paragraph's document.
        paragraph: The paragraph.
        acts: The paragraph's own acts; verbs and addressees of several are joined
            by ``SEVERAL``.
    """
    acts = tuple(acts)
    held = session(document.meeting) if document.meeting else None
    code = parse_code(document.code, document.code)
    year = held.year if held else _year(document.adopted)
    fields: dict[str, str | int | None] = {
        "convention": held.convention if held else code.convention if code else None,
        "body": document.body or (held.body if held else None),
        "meeting": document.meeting,
        "place": SEVERAL.join(dict.fromkeys((held.place, *held.names))) if held else None,
        "year": year,
        "kind": paragraph.kind,
        "verb": _joined([act.verb for act in acts] or [paragraph.verb]),
        "addressee": _joined(act.addressee for act in acts),
        "document": document.code,
        "annex": paragraph.annex,
    }
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def _joined(values: Iterable[str | None]) -> str:
    return SEVERAL.join(dict.fromkeys(value for value in values if value))


def _year(adopted: str | None) -> int | None:
    year = (adopted or "")[:4]
    return int(year) if year.isdigit() else None


def parts(value: str | int) -> tuple[str, ...]:
    """The single values of a field's value, folded as they are compared."""
    return tuple(fold(part) for part in str(value).split(SEVERAL))


def fold(value: str) -> str:
    """Values are compared without regard to case, spaces and a leading article."""
    folded = " ".join(value.casefold().split())
    return folded.removeprefix("the ")


def wanted(where: Where | None) -> dict[str, frozenset[str]]:
    """A filter, checked: field -> the folded values of which one must match.

    Several fields must all match; commas separate values of which one suffices.

    Raises:
        DecisionsError: A field is not known.
    """
    filters: dict[str, frozenset[str]] = {}
    for name, value in (where or {}).items():
        if name not in FIELDS:
            raise DecisionsError(
                f"there is no field {name!r} to filter by", f"use one of {', '.join(FIELDS)}"
            )
        values = (value,) if isinstance(value, str) else tuple(value)
        # A value may hold a comma itself ("annex I, appendix"): the whole counts as well.
        accepted = (part for one in values for part in (one, *one.split(",")))
        filters[name] = frozenset(fold(part) for part in accepted)
    return filters


def matches(value: str | int, values: frozenset[str]) -> bool:
    """Whether a field's value meets what is wanted of it."""
    return any(part in values for part in parts(value))
