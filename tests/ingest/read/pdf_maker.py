"""Small PDF files for tests, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Show(NamedTuple):
    """Text shown at a place: points from the page's left and bottom edge."""

    text: str
    left: float
    bottom: float
    size: float = 10.0
    font: str = "F1"


def write_pdf(path: Path, pages: Sequence[Sequence[Show]], *, picture: bool = False) -> Path:
    """Write pages of text, or of one picture each, in the standard fonts."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>",
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        6: "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
    }
    for n, shows in enumerate(pages):
        content = "q 500 0 0 700 50 50 cm /Im1 Do Q" if picture else "\n".join(map(_shown, shows))
        objects[10 + 2 * n] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font <<"
            " /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /Im1 6 0 R >> >>"
            f" /Contents {11 + 2 * n} 0 R >>"
        )
        length = len(content.encode("cp1252"))
        objects[11 + 2 * n] = f"<< /Length {length} >>\nstream\n{content}\nendstream"
    path.write_bytes(_file(objects))
    return path


def _shown(show: Show) -> str:
    text = show.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{show.font} {show.size} Tf {show.left} {show.bottom} Td ({text}) Tj ET"


def _file(objects: dict[int, str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start, size = len(out), max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += (
            f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n"
        ).encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
