"""The bodies that adopt decisions: their names, and how they write their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """Who adopts.

    Attributes:
        key: Short name, as codes and meetings write it.
        name: Full name, without the convention's.
        convention: The treaty or organ it belongs to.
        code: Pattern of a decision's code.
        symbol: Pattern of the document symbol that the code stands for; may be empty.
    """

    key: str
    name: str
    convention: str
    code: str = ""
    symbol: str = ""


CONFERENCE = "Conference of the Parties"
MEETING = "Meeting of the Parties"
ASSEMBLY = "United Nations Environment Assembly"
_CMP = f"{CONFERENCE} serving as the meeting of the Parties to the Kyoto Protocol"
_CMA = f"{CONFERENCE} serving as the meeting of the Parties to the Paris Agreement"

BODIES: dict[str, Body] = {
    body.key: body
    for body in (
        Body("BC", CONFERENCE, "Basel", "{session}/{number}"),
        Body("OEWG", "Open-ended Working Group", "Basel"),
        Body("RC", CONFERENCE, "Rotterdam"),
        Body("CRC", "Chemical Review Committee", "Rotterdam"),
        Body("SC", CONFERENCE, "Stockholm"),
        Body("POPRC", "Persistent Organic Pollutants Review Committee", "Stockholm"),
        Body("MC", CONFERENCE, "Minamata"),
        Body("CP", CONFERENCE, "UNFCCC"),
        Body("CMP", _CMP, "UNFCCC"),
        Body("CMA", _CMA, "UNFCCC"),
        Body("SBI", "Subsidiary Body for Implementation", "UNFCCC"),
        Body("SBSTA", "Subsidiary Body for Scientific and Technological Advice", "UNFCCC"),
        Body("UNCCD", CONFERENCE, "UNCCD", "{number}/COP.{session}"),
        Body("CBD", CONFERENCE, "CBD", "{session}/{number}", "CBD/COP/DEC/{session}/{number}"),
        Body("MOP", MEETING, "Montreal", "{session}/{number}"),
        Body(
            "UNEA",
            ASSEMBLY,
            "UNEA",
            "{session}/{number}",
            "UNEP/EA.{session}/Res.{number}",
        ),
        Body("UNEP-GC", "Governing Council", "UNEP", "{session}/{number}"),
        Body("UNGA", "General Assembly", "UNGA", "{session}/{number}", "A/RES/{session}/{number}"),
        Body("HRC", "Human Rights Council", "HRC", "{session}/{number}"),
        Body("ECOSOC", "Economic and Social Council", "ECOSOC", "{session}/{number}"),
        Body("Ramsar", CONFERENCE, "Ramsar", "{session}.{number}"),
        Body("CMS", CONFERENCE, "CMS", "Res. {session}.{number}"),
        Body("CITES", CONFERENCE, "CITES", "Conf. {session}.{number}"),
    )
}


@dataclass(frozen=True, slots=True)
class BareUser:
    """A body whose codes do not say whose they are.

    Attributes:
        key: The body.
        roman: Whether it numbers its sessions in roman numerals.
        by: What stands between session and number.
        sessions: The sessions that are numbered so.
        word: What it calls its acts (``decision`` or ``resolution``); empty for either.
    """

    key: str
    roman: bool
    by: str
    sessions: range
    word: str = ""


#: Who writes bare codes. The Basel Convention wrote ``VIII/5`` until its ninth meeting, the
#: CBD ``XIII/5`` until its thirteenth and ``14/5`` since.
BARE_USERS = (
    BareUser("BC", True, "/", range(1, 10), "d"),
    BareUser("CBD", True, "/", range(1, 14), "d"),
    BareUser("MOP", True, "/", range(1, 60), "d"),
    BareUser("CBD", False, "/", range(14, 30), "d"),
    BareUser("UNEA", False, "/", range(1, 14), "r"),
    BareUser("UNEP-GC", False, "/", range(1, 28), "d"),
    BareUser("UNGA", False, "/", range(31, 130), "r"),
    BareUser("HRC", False, "/", range(1, 100), "r"),
    BareUser("ECOSOC", False, "/", range(1946, 2100)),
    BareUser("Ramsar", True, ".", range(1, 40), "r"),
    BareUser("CMS", False, ".", range(1, 40), "r"),
)

_NAMES = (
    ("Basel", r"Basel (?:Convention|COP)|Convention de B[âa]le|Convenio de Basilea|UNEP/CHW|\bBC-"),
    ("Rotterdam", r"Rotterdam|UNEP/FAO/RC|\bRC-\d"),
    (
        "Stockholm",
        r"Stockholm (?:Convention|COP)|Convention de Stockholm|Convenio de Estocolmo|UNEP/POPS"
        r"|\bSC-\d",
    ),
    ("Minamata", r"Minamata|UNEP/MC|\bMC-\d"),
    ("UNFCCC", r"UNFCCC|Climate Change|Kyoto|Paris Agreement|FCCC|/C(?:MP|MA|P)\.\d"),
    ("CBD", r"\bCBD\b|Biological Diversity|Diversit[ée] biologique|Diversidad Biol[óo]gica"),
    (
        "MOP",
        r"Montreal Protocol|Protocole de Montr[ée]al|Protocolo de Montreal|Ozone|OzL"
        r"|Meeting of the Parties\b(?! to the (?:Kyoto|Paris))",
    ),
    (
        "UNEA",
        r"Environment Assembly|\bUNEA\b|UNEP/EA\b"
        r"|Assembl[ée]e (?:des Nations Unies )?pour l.environnement"
        r"|Asamblea (?:de las Naciones Unidas )?sobre el Medio Ambiente",
    ),
    ("UNEP-GC", r"Governing Council|Conseil d.administration|Consejo de Administraci[óo]n"),
    ("UNGA", r"General Assembly|Assembl[ée]e g[ée]n[ée]rale|Asamblea General|A/RES|\bUNGA\b"),
    ("HRC", r"Human Rights Council|Conseil des droits|Consejo de Derechos"),
    ("ECOSOC", r"Economic and Social Council|ECOSOC"),
    ("Ramsar", r"Ramsar|Wetlands"),
    ("CMS", r"\bCMS\b|Migratory"),
    ("CITES", r"CITES|Endangered Species"),
)
_NAMED = re.compile("|".join(f"(?P<n{i}>{names})" for i, (_, names) in enumerate(_NAMES)))


def named_in(text: str) -> str | None:
    """The convention, or body with codes of its own, that a text names last; None if none."""
    last = None
    for match in _NAMED.finditer(text):
        last = match
    return _NAMES[int(last.lastgroup[1:])][0] if last and last.lastgroup else None
