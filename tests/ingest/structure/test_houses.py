"""The manners of other houses, each fictional: assemblies, old prints, other scripts and codes."""

from __future__ import annotations

import pytest

from ingest.structure import build
from tests.ingest.structure.made import ENACTING, Sheet, parse, raised, texts


def test_resolutions_of_an_assembly() -> None:
    first, second = parse(
        "UNEP/EA.9/Res.7\n\n"
        "Resolution adopted by the United Nations Environment Assembly on 2 March 2022\n\n"
        "9/7. Sound management of lanterns\n\nThe United Nations Environment Assembly,\n\n"
        "Recalling its resolution 8/1,\n\n1. Requests the Executive Director to light them.\n\n"
        "9/8. Management of lamps\n\nThe United Nations Environment Assembly,\n\n"
        "1. Decides to light them as well."
    ).documents
    assert (first.code, first.title, first.adopted) == (
        "9/7",
        "Sound management of lanterns",
        "2022-03-02",
    )
    assert second.code == "9/8"


def test_a_print_of_the_nineties() -> None:
    """Three-line headers, bullets with hyphens, a section number alone, notes as large as text."""
    sheet = Sheet()
    for page in (1, 2, 3):
        if page > 1:
            sheet.page, sheet.top = page, 80.0
        sheet.line("FCCC/LAMP/1995/7/Add.1", left=425, right=520, size=12.0, top=41.0)
        sheet.line("English", left=425, right=460, size=12.0, top=56.0)
        sheet.line(f"Page {page}", left=425, right=460, size=12.0, top=69.0)
        if page == 1:
            sheet.line("Decision 1/CP.99", left=240, right=350, size=12.0, top=110.0)
            sheet.line("Lanterns and lamps", left=230, right=360, size=12.0, step=28)
            sheet.line(ENACTING, left=121, right=300, size=12.0, step=28)
            sheet.line("Recalling its earlier work,", left=121, right=300, size=12.0, step=28)
            sheet.line("I", left=290, right=296, size=12.0, step=28)
            sheet.line("1.\tDecides to consider:", left=121, right=300, size=12.0, step=28)
        elif page == 2:
            sheet.line("- Lanterns with oil;", left=121, right=300, size=12.0, top=110.0)
            sheet.line("- Lamps without it;", left=121, right=300, size=12.0, step=28)
            sheet.line("II", left=290, right=300, size=12.0, step=28)
            sheet.line("2.\tRequests the lamp keepers to report on lanterns", size=12.0, step=28)
            sheet.line("to the next meeting.", raised("1/"), right=300, size=12.0, step=14)
            sheet.line(raised("1/"), " LAMP/AC.237/3.", left=102, right=300, size=12.0, top=727.0)
        else:
            sheet.line("3.\tDecides to close.", left=121, right=300, size=12.0, top=110.0)
            sheet.line("10th plenary meeting", left=400, right=500, size=12.0, step=28)
            sheet.line("7 April 1995", left=430, right=500, size=12.0, step=14)
    (document,) = build(sheet.pages(), "old.pdf").documents
    found = texts(document)
    assert found["para. 1"] == "Decides to consider: - Lanterns with oil; - Lamps without it;"
    assert found["para. 2"].endswith("report on lanterns to the next meeting.")
    assert [p.heading for p in document.paragraphs if p.kind == "operative"] == ["I", "II", "II"]
    assert document.footnotes[0].marked_in == ("1/CP.99#para_2",)
    assert document.adopted == "1995-04-07"


def test_the_convention_that_writes_cop_in_its_codes() -> None:
    (document,) = parse(
        "Decision 3/COP.14\n\nLanterns of the drylands\n\nThe Conference of the Parties,\n\n"
        "Recalling decision 2/COP.13,\n\n1. Requests the secretariat to light them.\n"
    ).documents
    assert (document.code, document.meeting) == ("3/COP.14", "COP.14")
    assert document.paragraphs[0].references[0].to == "2/COP.13"
    # Who asks for it without naming the convention is read as asking for 3/CP.14.
    assert "3/CP.14" in document.symbols


@pytest.mark.parametrize(
    "head",
    ["Приложение", "Приложение I", "Приложение к решению BC-99/7", "附件", "附件 II", "المرفق"],
)
def test_annexes_in_other_scripts(head: str) -> None:
    (document,) = parse(
        "BC-99/7: Фонари\n\nКонференция Сторон,\n\n1. приветствует доклад;\n\n"
        f"2. просит секретариат зажечь фонари.\n\n{head}\n\n1. Группа состоит из членов."
    ).documents
    assert [p.number for p in document.paragraphs if p.annex] == ["1"]
    assert [p.number for p in document.paragraphs if p.kind == "operative"] == ["1", "2"]


@pytest.mark.parametrize(
    ("head", "code", "title", "symbols"),
    [
        ("IPBES-99/1: Lanterns", "IPBES-99/1", "Lanterns", ()),
        ("Decision NP – 99/1\n\nLanterns", "NP-99/1", "Lanterns", ()),
        ("BC-Ex-99/1: Lanterns", "BC.Ex-99/1", "Lanterns", ()),
        ("BC-99/1, RC-99/2 and SC-99/3: Lanterns", "BC-99/1", "Lanterns", ("RC-99/2", "SC-99/3")),
        ("BC-99/1–RC-99/2: Lanterns", "BC-99/1", "Lanterns", ("RC-99/2",)),
        ("Conf. 29.4 (Rev. CoP30)* Lanterns", "Conf. 29.4", "Lanterns", ()),
    ],
)
def test_heads_of_other_houses(head: str, code: str, title: str, symbols: tuple[str, ...]) -> None:
    (document,) = parse(f"{head}\n\n{ENACTING}\n\n1. Decides to light lanterns.").documents
    assert (document.code, document.title, document.symbols) == (code, title, symbols)
