"""Damaged files from whole ones, the same for the same seed; the whole ones are fictional."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator

from tests.ingest.read.docx_maker import USUAL, abstract, num, p, parts, r

LINES = (
    "Decision BC-99/1",
    "BC-99/1: Fictional matters",
    "The Conference of the Parties,",
    "Recalling its decision BC-98/2 on fictional matters,",
    "1. Welcomes the report of the fictional working group;1",
    "2. Requests the Secretariat, subject to the availability of resources:",
    "(a) To prepare a report for consideration by the Conference at its next meeting;",
    "(b) To report on:",
    "(i) Progress made;",
    "(ii) Difficulties met;",
    "3. Decides to meet again.",
    "1 UNEP/XX.99/INF/1.",
)


def whole_text() -> bytes:
    return "\n\n".join(LINES).encode()


def whole_html() -> bytes:
    items = "".join(f"<p class=x>{line}</p>\n" for line in LINES[4:])
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>x</title></head><body>"
        f"<nav><ul><li><a href='#'>Menu</a></ul></nav><main><h1>{LINES[1]}</h1><p><i>{LINES[2]}</i>"
        f"<a href='#_ftn1' name=_ftnref1><sup>[1]</sup></a></p>{items}"
        "<ol start=4><li>Invites<ol type=a><li>One<li>Two</ol></ol><table><tr><th>A<th colspan=2>B"
        "<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table><div id=ftn1><p><a href='#_ftnref1' "
        "name=_ftn1>[1]</a> UNEP/XX.99/INF/1.</p></div></main></body></html>"
    ).encode()


def whole_docx() -> bytes:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    table = f"<w:tbl><w:tr><w:tc>{p('A')}</w:tc><w:tc>{p('B')}</w:tc></w:tr></w:tbl>"
    body = (
        p(LINES[1], style="H")
        + p(LINES[2])
        + p(r(LINES[4]) + call, numbered="1/0")
        + p(LINES[5], numbered="1/0")
        + p(LINES[6], numbered="1/1")
        + p(LINES[7], numbered="1/1")
        + p(LINES[8], numbered="1/2")
        + table
        + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    )
    made = parts(
        body,
        numbering=abstract(0, *USUAL) + num(1, 0),
        styles='<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
        footnotes=f'<w:footnote w:id="2">{p(LINES[-1])}</w:footnote>',
        header1=p("UNEP/XX.99/28"),
    )
    return _zipped(made)


def whole_pdf() -> bytes:
    """Two pages in Helvetica, written by hand."""
    pages = (LINES[:7], LINES[7:])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, lines in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj 0 -24 Td " for line in lines)
        content = f"BT /F1 10 Tf 60 760 Td {shown}ET".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


WHOLE = {"pdf": whole_pdf, "docx": whole_docx, "html": whole_html, "txt": whole_text}


def mutants(form: str, count: int, seed: int) -> Iterator[bytes]:
    """Damaged files of a form."""
    chance = random.Random(f"{form} {seed}")
    data = WHOLE[form]()
    for index in range(count):
        if form == "docx" and index % 3:
            yield _altered_archive(data, chance)
        elif form in ("html", "pdf") and index % 2:
            yield _altered_markup(data, chance)
        else:
            yield _altered_bytes(data, chance)


def _escaped(text: str) -> str:
    return text.replace("(", r"\(").replace(")", r"\)")


def _zipped(made: dict[str, str] | dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return out.getvalue()


def _altered_bytes(data: bytes, chance: random.Random) -> bytes:
    mutable = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(mutable) + 1)
        length = min(chance.choice((1, 4, 40, 400)), len(mutable) - at)
        match chance.randrange(6):
            case 0:
                for _ in range(chance.randint(1, 60)):
                    mutable[chance.randrange(len(mutable))] ^= 1 << chance.randrange(8)
            case 1:
                del mutable[at:]
            case 2:
                del mutable[at : at + length]
            case 3:
                mutable[at:at] = chance.randbytes(length + 1)
            case 4:
                mutable[at:at] = mutable[at : at + length] * chance.choice((2, 30))
            case 5:
                mutable[at : at + length] = bytes(length)
        if not mutable:
            mutable += b"\0"
    return bytes(mutable)


_NUMBERS = (b"-1", b"0", b"99999999999", b"1e9", b"4294967295", b"x", b"")


def _altered_markup(data: bytes, chance: random.Random) -> bytes:
    """Numbers, tags and names changed, so that the damage gets past the first check."""
    match chance.randrange(5):
        case 0:
            return re.sub(
                rb"\d+", lambda m: chance.choice(_NUMBERS) if chance.random() < 0.2 else m[0], data
            )
        case 1:
            return re.sub(rb"<[^>]*>|/\w+", lambda m: b"" if chance.random() < 0.2 else m[0], data)
        case 2:
            pieces = re.split(rb"(?=<)", data)
            chance.shuffle(pieces)
            return b"".join(pieces)
        case 3:
            tags = re.findall(rb"<[^>]*>", data) or [b"<"]
            at = chance.randrange(len(data))
            return data[:at] + chance.choice(tags) * chance.choice((2, 200)) + data[at:]
        case _:
            names = re.findall(rb"\w+", data)
            return data.replace(chance.choice(names), chance.choice(names))


_DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'


def _altered_archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        made = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(made))
    # A bomb takes long to make; a few will do.
    match chance.choices(range(7), weights=(4, 4, 4, 0.5, 4, 4, 4))[0]:
        case 0:
            del made[name]
        case 1:
            made[name] = made[chance.choice(list(made))]
        case 2:
            made[name] = made[name].replace(b"?>", b"?>" + _DOCTYPE).replace(b"Fict", b"&a;&b;")
        case 3:
            made[name] += b" " * (100 << 20)
        case 4:
            return _lying_directory(_zipped(made), chance)
        case 5:
            made[name] = _altered_bytes(made[name], chance)
        case 6:
            made[name] = _altered_markup(made[name], chance)
    return _zipped(made)


def _lying_directory(data: bytes, chance: random.Random) -> bytes:
    """A field of one entry of the central directory set to anything."""
    entries = [match.start() for match in re.finditer(rb"PK\x01\x02", data)]
    at = chance.choice(entries) + chance.randrange(4, 46)
    return data[:at] + chance.randbytes(4) + data[at + 4 :]
