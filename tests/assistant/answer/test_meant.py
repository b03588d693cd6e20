from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.reading import Reading
from ingest.model import Document
from ingest.parse import parse_file
from ingest.pinpoint import parse_label

UNNUMBERED = """# 2/CMA.77: Rules of lanterns

The Conference of the Parties,

*Recalling* the voyage of the ship Meridian,

*Decides* that, when lanterns are lit, it should be understood that:

   (a) With respect to wicks:

      (i) Wicks are dry;

      (ii) Wicks are short;

   (b) With respect to glass, glass is clear.
"""
ATTACHED = """# 3/CMA.77: Draft on lanterns

The Conference of the Parties,

1. *Decides* to go on with the draft in the annex.

# Annex

# Attachment

## Draft

1. Lanterns are lit at dusk;

2. Keepers are asked:

   (a) To count them;

   (b) To polish them.
"""


def _read(folder: Path, text: str) -> Reading:
    path = folder / "one.md"
    path.write_text(text, encoding="utf-8")
    documents: tuple[Document, ...] = parse_file(path).documents
    return Reading(documents[0])


@pytest.mark.parametrize("said", ["para. 1 (a) (ii)", "para. (a) (ii)"])
def test_below_the_only_paragraph_that_has_no_number(tmp_path: Path, said: str) -> None:
    found = _read(tmp_path, UNNUMBERED).at(parse_label(f"x, {said}")[1])
    assert [one.text for one in found] == ["Wicks are short;"]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("annex, para. 2 (b)", "3/CMA.77, annex, attachment, para. 2 (b)"),
        ("attachment, para. 1", "3/CMA.77, annex, attachment, para. 1"),
        ("annex, para. 3", None),
        ("para. 2", None),
    ],
)
def test_in_the_only_part_of_an_annex_that_has_it(
    tmp_path: Path, said: str, label: str | None
) -> None:
    found = _read(tmp_path, ATTACHED).at(parse_label(f"x, {said}")[1])
    assert [one.label for one in found[:1]] == ([label] if label else [])


def test_letters_alone_are_meant_only_where_one_list_has_them(tmp_path: Path) -> None:
    two = ATTACHED.split("# Annex")[0] + "\n2. Asks:\n\n   (a) For oil;\n\n   (b) For wicks;\n"
    once = parse_label("x, para. (a)")[1]
    assert [one.text for one in _read(tmp_path, two).at(once)] == ["For oil;"]
    twice = two + "\n3. Asks:\n\n   (a) For glass;\n\n   (b) For rope.\n"
    assert _read(tmp_path, twice).at(once) == ()
