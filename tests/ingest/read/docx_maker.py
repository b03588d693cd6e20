"""Small Word files for tests, part by part; their texts are fictional."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT_NAMES = {"document": "document", "header1": "hdr", "footer1": "ftr"}


def part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {W}>{content}</w:{name}>'


def rels(**targets: str) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("1")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def parts(body: str, **others: str) -> dict[str, str]:
    """All parts of a file; ``others`` are named by part (``numbering="<w:num …"``)."""
    made = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(officeDocument="word/document.xml"),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": rels(**{name: f"{name}.xml" for name in others}),
    }
    for name, content in others.items():
        made[f"word/{name}.xml"] = part(ROOT_NAMES.get(name, name), content)
    return made


def write(path: Path, made: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return path


def p(text: str = "", properties: str = "", style: str = "", numbered: str = "") -> str:
    """A paragraph; ``numbered`` is ``list id/level``."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        list_id, _, level = numbered.partition("/")
        depth = f'<w:ilvl w:val="{level}"/>' if level else ""
        inner += f'<w:numPr>{depth}<w:numId w:val="{list_id}"/></w:numPr>'
    runs = text if text.startswith("<") else r(text) if text else ""
    return f"<w:p><w:pPr>{inner}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(depth: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(ident: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{ident}">{extra}{"".join(levels)}</w:abstractNum>'


def num(ident: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def start_over(depth: int, start: int = 1) -> str:
    override = f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{depth}">{override}</w:lvlOverride>'


#: Paragraphs of a decision: 1. (a) (i)
USUAL = (
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
)
