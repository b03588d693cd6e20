"""Who is asked to do what in French and Spanish paragraphs.

The grammar is regular: the asking verb, who is asked after "à" / "a" or an article, then the
clause that says what, opened by "de" / "à" or "que" / "a que". One act a paragraph is read, that
of its opening verb; times and conditions are those with set phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.acts.romance import ROMANCE_VERB

_ASKS = re.compile(
    r"(?:Prie|Demande|Invite|Exhorte|Encourage|Engage|Charge|Autorise|Appelle|"
    r"Pide|Solicita|Invita|Insta|Exhorta|Alienta|Encarga|Encomienda|Ruega|Autoriza)\b",
)
#: Who is asked, up to the clause that says what; an insertion between commas may follow it.
_SPANISH = re.compile(
    r"\s+(?:a\s+(?:las?|los|todas\s+las|todos\s+los)\s+|al\s+|a\s+)(?P<who>[^;:]+?)"
    r"(?:,\s+(?:en|con|según|de|sobre|a\s+través|por|cuando|si)\b[^;:]*?)?,?\s+(?:a\s+)?que\b(?=[\s,])"
)
_FRENCH = re.compile(
    r"\s+(?:aux?\s+|à\s+(?:la\s+|l[’']|toutes\s+les\s+|tous\s+les\s+)?|les?\s+|la\s+|l[’'])"
    r"(?P<who>[^;:]+?)"
    r"(?:,\s+(?:en|avec|selon|sous|par|lors|si|agissant)\b[^;:]*?,)?\s+(?:de\s+|d[’']|à\s+)"
    r"(?=(?:ne\s+pas\s+)?\w+(?:er|ir|re|oir)\b)"
)
_MONTHS = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_DATE = rf"(?:\d{{1,2}}(?:er)?\s+(?:de\s+)?)?{_MONTHS}\s+(?:de\s+)?(?:19|20)\d\d"
_DEADLINE = re.compile(
    rf"\b(?:a\s+más\s+tardar|antes\s+de|para|hasta|au\s+plus\s+tard|avant|d[’']ici)(?:\s*(?:el|al?|en|le|"
    rf"au|à|fin)|l)?\s+{_DATE}"
    r"|\ben\s+(?:su|sus|el|cada|los)\s+(?:(?:\d+[ºª°o]?|[a-z]+)\s+){0,3}per[ií]odos?\s+de\s+sesiones"
    r"(?:\s*\([^()]*\))?"
    r"|\b(?:à|lors\s+de)\s+(?:sa|ses|la|leurs?)\s+(?:[\wèé-]+\s+){0,3}(?:sessions?|réunions?)(?:\s*\([^()]*\))?"
    r"|\blo\s+antes\s+posible|\bcuanto\s+antes|\bdès\s+que\s+possible|\ble\s+plus\s+tôt\s+possible",
    re.I,
)
_CONDITION = re.compile(
    r"\bcon\s+sujeción\s+a\s+[^,;:]+|\ben\s+función\s+de\s+[^,;:]+|\bsi\s+(?:así\s+se\s+solicita|procede)\b|"
    r"\bcuando\s+(?:proceda|sea\s+posible)|\bsegún\s+(?:proceda|corresponda|sea\s+necesario)|"
    r"\ben\s+la\s+medida\s+de\s+lo\s+posible|\bprevia\s+solicitud|"
    r"\bsous\s+réserve\s+[^,;:]+|\bselon\s+(?:qu[’']il\s+convient|les\s+besoins)|\bs[’']il\s+y\s+a\s+lieu|"
    r"\bdans\s+la\s+mesure\s+du\s+possible|\bsur\s+demande|\bdans\s+la\s+limite\s+des\s+ressources\s+[^,;:]+"
)


@dataclass(frozen=True, slots=True)
class RomanceAct:
    """What an opening verb says: the words of ``Act``, and whether the verb asks."""

    verb: str
    addressee: str | None
    act: str
    deadline: str | None
    condition: str | None
    asks: bool


def read_romance(text: str) -> RomanceAct | None:
    """The act with which a French or Spanish paragraph opens; None if it opens with no verb."""
    at = len(text) - len(text.lstrip())
    verb = ROMANCE_VERB.match(text, at)
    if verb is None:
        return None
    asks = bool(_ASKS.match(text, at))
    named = (_SPANISH.match(text, verb.end()) or _FRENCH.match(text, verb.end())) if asks else None
    rest = text[named.end("who") if named else verb.end() :]
    deadline = _DEADLINE.search(rest) if asks or verb[0].startswith(("Decide", "Décide")) else None
    conditions = [" ".join(found[0].split()) for found in _CONDITION.finditer(text, verb.end())]
    return RomanceAct(
        verb=" ".join(verb[0].split()),
        addressee=" ".join(named["who"].split()).strip(" ,") if named else None,
        act=" ".join(rest.split()).strip(" ,;:."),
        deadline=" ".join(deadline[0].split()) if deadline else None,
        condition="; ".join(dict.fromkeys(conditions)) or None if asks else None,
        asks=asks,
    )
