"""Names that writing and reading Akoma Ntoso share."""

from __future__ import annotations

import re
from urllib.parse import quote

#: Namespace of Akoma Ntoso 3.0.
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Namespace of the attributes that carry what Akoma Ntoso has no place for.
OURS = "urn:decision-assistant:1"

#: Elements of the hierarchy by level of numbering.
ELEMENTS = {"para": "paragraph", "subpara": "subparagraph", "item": "point", "point": "indent"}

#: ISO 639-1 to the ISO 639-2 codes that Akoma Ntoso writes, for the six UN languages.
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho"}


def akn(name: str) -> str:
    """An element's name with its namespace."""
    return f"{{{AKN}}}{name}"


def ours(name: str) -> str:
    """An attribute's name with the namespace of this project."""
    return f"{{{OURS}}}{name}"


def work_uri(code: str, form: str = "decision") -> str:
    """``/akn/un/statement/decision/BC-14-21`` (documents: ``/akn/un/doc/report/…``)."""
    kind = "statement/decision" if form == "decision" else "doc/report"
    return f"/akn/un/{kind}/{quote(re.sub(r'[^0-9A-Za-z.]+', '-', code).strip('-'))}"
