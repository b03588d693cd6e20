"""Mentions in documents, of every form, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Document, Footnote, Paragraph
from ingest.pinpoint import Pinpoint, parse_label
from ingest.references import find_mentions, find_references, link

HERE = "7/CP.99"
BODY = Pinpoint() / ("para", "6") / ("subpara", "e")
ANNEX = Pinpoint() / ("annex", "II") / ("para", "3")


def targets(text: str, at: Pinpoint = BODY) -> list[str]:
    return [reference.to for reference in find_references(text, HERE, at)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the actions mentioned in paragraph 8 of the present decision;", ["7/CP.99, para. 8"]),
        ("paragraph 8 of this decision", ["7/CP.99, para. 8"]),
        ("referred to in paragraph 1 above", ["7/CP.99, para. 1"]),
        ("paragraphs 5–7 below", [f"7/CP.99, para. {n}" for n in (5, 6, 7)]),
        (
            "paragraphs 8, 11–12 and 21–22 above",
            [f"7/CP.99, para. {n}" for n in (8, 11, 12, 21, 22)],
        ),
        ("paragraph 107(a) and (b) above", ["7/CP.99, para. 107 (a)", "7/CP.99, para. 107 (b)"]),
        ("paragraph 18(g–i) above", [f"7/CP.99, para. 18 ({x})" for x in "ghi"]),
        ("paragraph 2(a)(ii) above", ["7/CP.99, para. 2 (a) (ii)"]),
        ("subparagraph (b) above", ["7/CP.99, para. 6 (b)"]),
        ("decision 14/CP.23, paragraph 7", ["14/CP.23, para. 7"]),
        (
            "decisions 1/CP.24, paragraphs 38 and 43(a–b), and 3/CP.24",
            ["1/CP.24, para. 38", "1/CP.24, para. 43 (a)", "1/CP.24, para. 43 (b)", "3/CP.24"],
        ),
        ("decision 5/CMA.1, annex, paragraph 12", ["5/CMA.1, annex, para. 12"]),
        (
            "decisions 2/CMA.3, annex, paragraph 33(a), and 6/CMA.4, annex I, paragraphs 37–38",
            [
                "2/CMA.3, annex, para. 33 (a)",
                "6/CMA.4, annex I, para. 37",
                "6/CMA.4, annex I, para. 38",
            ],
        ),
        ("paragraph 38(a) of decision 2/CMA.5", ["2/CMA.5, para. 38 (a)"]),
        ("paragraph 3 of decisions 2/CP.27 and 2/CMA.4", ["2/CP.27, para. 3", "2/CMA.4, para. 3"]),
        ("paragraph 21(b) of the annex to decision 13/CMP.1", ["13/CMP.1, annex, para. 21 (b)"]),
        ("the annexes I and II to decision 2/CP.5", ["2/CP.5, annex I", "2/CP.5, annex II"]),
        (
            "paragraph 12 above and paragraphs 6(b–c) and 11 of the annex",
            [
                "7/CP.99, para. 12",
                "7/CP.99, annex, para. 6 (b)",
                "7/CP.99, annex, para. 6 (c)",
                "7/CP.99, annex, para. 11",
            ],
        ),
        (
            "decisions 1/CP.21, paragraphs 53 and 63, 11/CP.25, 5/CP.26",
            ["1/CP.21, para. 53", "1/CP.21, para. 63", "11/CP.25", "5/CP.26"],
        ),
        ("annex II to the present decision", ["7/CP.99, annex II"]),
        ("chapter IV of the annex", ["7/CP.99, annex"]),
        ("document UNEP/CHW.14/7/Add.6, annex", ["UNEP/CHW.14/7/Add.6, annex"]),
        ("document FCCC/SBI/2018/9, paragraph 12", ["FCCC/SBI/2018/9, para. 12"]),
        ("UNEP/CHW.1/INF/3–UNEP/POPS/COP.9/INF/8.", ["UNEP/CHW.1/INF/3"]),
        ("in line with Environment Assembly resolution 4/8 on waste", ["4/8"]),
        ("General Assembly resolution 70/1.", ["70/1"]),
        ("resolution A/RES/70/1", ["70/1"]),
        ("Assembly resolution 5/14, paras. 3 (d)–(e).", ["5/14, para. 3 (d)", "5/14, para. 3 (e)"]),
        ("As footnote 2 above.", ["7/CP.99, footnote 2"]),
        ("footnote 4 of decision 3/CP.5", ["3/CP.5, footnote 4"]),
        ("subparagraph (b) of paragraph 4 above", ["7/CP.99, para. 4 (b)"]),
        (
            "paragraph 4, subparagraphs (b) and (c)",
            ["7/CP.99, para. 4 (b)", "7/CP.99, para. 4 (c)"],
        ),
        (
            "decision 1/CMA.5, in particular paragraphs 111–112",
            ["1/CMA.5, para. 111", "1/CMA.5, para. 112"],
        ),
        ("decision 6/CMA.4, annex I, chapter I.B, paragraph 9", ["6/CMA.4, annex I, para. 9"]),
        ("decision 4/CMA.4, noting its paragraph 1", ["4/CMA.4", "4/CMA.4, para. 1"]),
        ("decision 19/CP.19 and the annex thereto", ["19/CP.19", "19/CP.19, annex"]),
        ("decision 2/CP.3, and in paragraph 5 of the same decision", ["2/CP.3", "2/CP.3, para. 5"]),
        (
            "decisions 2/CP.27 and 2/CMA.4, including paragraph 3 of those decisions",
            ["2/CP.27", "2/CMA.4", "2/CP.27, para. 3", "2/CMA.4, para. 3"],
        ),
        ("paragraph 37 of chapter VII of the annex", ["7/CP.99, annex, para. 37"]),
        ("decisions 2/CMP.7 to 4/CMP.7", ["2/CMP.7", "3/CMP.7", "4/CMP.7"]),
        ("paragraph 28–29 above", ["7/CP.99, para. 28", "7/CP.99, para. 29"]),
        ("paragraph 8(a)(i).a of the annex", ["7/CP.99, annex, para. 8 (a) (i) (a)"]),
        ("paragraphs \u200e\u200e20\u200e–21 below", ["7/CP.99, para. 20", "7/CP.99, para. 21"]),
        (
            "paragraph 2 of decision 3/CP.5, paragraph 7 of decision 4/CP.5",
            ["3/CP.5, para. 2", "4/CP.5, para. 7"],
        ),
        ("para. 1 of annex I to decision 4/CP.5, para. 75 of the X", ["4/CP.5, annex I, para. 1"]),
        (
            "paragraph 34 of the appendix to annex III to decision 1/CMP.4",
            ["1/CMP.4, annex III, appendix, para. 34"],
        ),
        (
            "decision 3/CMP.1, annex, appendix B, paragraph 2",
            ["3/CMP.1, annex, appendix B, para. 2"],
        ),
        (
            "the annex to decision 16/CMP.1, in line with paragraph 12 of that annex",
            ["16/CMP.1, annex", "16/CMP.1, annex, para. 12"],
        ),
        (
            "paragraph 1 (k) (ii) and (l) (ii) above",
            ["7/CP.99, para. 1 (k) (ii)", "7/CP.99, para. 1 (l) (ii)"],
        ),
        (
            "decision 2/CP.5, paragraph 7, and paragraph 3 above",
            ["2/CP.5, para. 7", "7/CP.99, para. 3"],
        ),
        ("(see paragraph 3 of appendix II).", ["7/CP.99, appendix II, para. 3"]),
        ("(see para. 15 below).", ["7/CP.99, para. 15"]),
        # French and Spanish
        ("párrafo 8 b) i) del anexo de la decisión 4/CMA.3", ["4/CMA.3, annex, para. 8 (b) (i)"]),
        ("en el párrafo 2 supra", ["7/CP.99, para. 2"]),
        (
            "decisión 2/CMA.3, anexo, párrafos 32 y 35",
            ["2/CMA.3, annex, para. 32", "2/CMA.3, annex, para. 35"],
        ),
        ("el anexo I de la presente decisión", ["7/CP.99, annex I"]),
        ("au paragraphe 6 a) ci-dessus", ["7/CP.99, para. 6 (a)"]),
        ("paragraphe 38 de la décision 2/CMA.5", ["2/CMA.5, para. 38"]),
        ("paragraphe 4 de la présente décision", ["7/CP.99, para. 4"]),
    ],
)  # fmt: skip
def test_a_mention_leads_to_its_place(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Article 4, paragraph 12, of the Paris Agreement",
        "Article 6, paragraphs 2 and 4, and Article 13, paragraph 7(b), of the Agreement",
        "paragraph 4 of Article 6",
        "in accordance with rule 22, paragraph 2, of the draft rules of procedure",
        "artículo 6, párrafo 4, del Acuerdo de París",
        "paragraph 13 of the Governing Instrument of the Fund",
        "paragraph 64 of the modalities and procedures",
        "Parties included in Annex I to the Convention and non-Annex I Parties",
        "Annex II Parties",
        "by 31 March 2022, at least 30 per cent, or 2.5 million in 2019/2020",
        "Ibid., paragraph 3",
        "(see Part One, section II, H, paras. 31-32, of the present report)",
        "paragraph 7 million",
        "decision 18/CMA, annex, paragraph 150",
        "paragraph 21 (a) of the annex to draft decision -/CMP.1 (Article 7)",
        "paragraph 3 of decision -/CP.25",
        "paragraph 3 of appendix D to the modalities and procedures",
        "Article 13, in particular paragraphs 9 and 10, of the Paris Agreement",
        "paragraph 24 of that decision",
    ],
)
def test_what_is_nobodys_here_is_no_link(text: str) -> None:
    assert targets(text) == []


def test_above_and_below_stay_in_the_same_annex() -> None:
    assert targets("paragraph 1 above", ANNEX) == ["7/CP.99, annex II, para. 1"]
    lettered = Pinpoint() / ("annex", "II") / ("subpara", "j") / ("item", "i")
    assert targets("paragraph 1 above", lettered) == ["7/CP.99, annex II, para. 1"]
    item = Pinpoint() / ("para", "1") / ("subpara", "d") / ("item", "ii")
    assert targets("subparagraph (i) above", item) == ["7/CP.99, para. 1 (d) (i)"]
    assert targets("subparagraph (b) above", item) == ["7/CP.99, para. 1 (b)"]
    assert targets("paragraph 1 of the present decision", ANNEX) == ["7/CP.99, para. 1"]
    assert targets("appendix D, para. 3", ANNEX) == ["7/CP.99, annex II, appendix D, para. 3"]
    assert targets("paragraph 1 of annex I", ANNEX) == ["7/CP.99, annex I, para. 1"]


def test_a_mention_says_where_it_stands() -> None:
    text = "Noting paragraph 3 above and decision 5/CP.1, annex, paragraph 2,"
    first, second = find_mentions(text, HERE, BODY)
    assert text[first.start : first.end] == first.reference.text == "paragraph 3 above"
    assert second.reference.text == "decision 5/CP.1, annex, paragraph 2"


def _document(text: str) -> Document:
    numbers = [Pinpoint() / ("para", str(number)) for number in (1, 2, 3)]
    texts = ["Decides so;", "Also decides so;", text]
    return Document(
        HERE,
        "Fictional matters",
        "none.txt",
        body="Conference of the Parties",
        paragraphs=tuple(
            Paragraph(HERE, at, "operative", words)
            for at, words in zip(numbers, texts, strict=True)
        ),
        footnotes=(Footnote(HERE, "1", "General Assembly resolution 70/1, and UNEP/X.1/INF/2."),),
    )


def test_a_bare_number_is_a_link_only_where_the_place_exists() -> None:
    linked = link(_document("Acts in line with paragraph 2, not paragraph 44, and the annex."))
    assert [one.to for one in linked.paragraphs[2].references] == ["7/CP.99, para. 2"]
    linked = link(_document("Acts in line with paragraph 44 above."))
    assert [one.to for one in linked.paragraphs[2].references] == ["7/CP.99, para. 44"]


def test_footnotes_name_documents_by_symbol() -> None:
    (note,) = link(_document("Acts.")).footnotes
    assert note.symbols == ("A/RES/70/1", "UNEP/X.1/INF/2")
    assert [one.to for one in note.references] == ["70/1", "UNEP/X.1/INF/2"]


@st.composite
def places(draw: st.DrawFn) -> tuple[str, str]:
    """A mention in one of the house's forms, and the label that it means."""
    body = draw(st.sampled_from(["CP", "CMP", "CMA"]))
    code = f"{draw(st.integers(1, 40))}/{body}.{draw(st.integers(1, 30))}"
    annex = draw(st.sampled_from(["", "annex", "annex I", "annex XIV"]))
    number = draw(st.integers(1, 300))
    letter = draw(st.sampled_from(["", "a", "c", "i", "z"]))
    item = draw(st.sampled_from(["", "i", "iv", "ix"])) if letter else ""
    space = draw(st.sampled_from(["", " "]))
    written = f"{number}" + "".join(f"{space}({one})" for one in (letter, item) if one)
    label = ", ".join(filter(None, (code, annex, f"para. {number}")))
    label += "".join(f" ({one})" for one in (letter, item) if one)
    before = ", ".join(filter(None, (f"decision {code}", annex, f"paragraph {written}")))
    of = f"{annex} to decision {code}" if annex else f"decision {code}"
    the = "the " if annex == "annex" else ""
    return draw(st.sampled_from([before, f"paragraph {written} of {the}{of}"])), label


@given(
    places(),
    st.sampled_from(["", " ", ", ", "; "]),
    st.sampled_from([".", ";", ", as amended", " and 30 Parties"]),
)
def test_what_is_written_is_found_again(place: tuple[str, str], before: str, after: str) -> None:
    written, label = place
    text = f"Recalling{before or ' '}{written}{after}"
    (mention,) = find_mentions(text, HERE, BODY)
    assert mention.reference.to == label
    assert text[mention.start : mention.end] == mention.reference.text
    _, pinpoint = parse_label(mention.reference.to)
    assert pinpoint


@given(
    st.text(alphabet=st.sampled_from("paragrh 0123456789()/.,–abiCPMA decisoxf\n"), max_size=120)
)
def test_no_text_breaks_the_reading(text: str) -> None:
    for mention in find_mentions(text, HERE, BODY):
        assert 0 <= mention.start < mention.end <= len(text)
        assert parse_label(mention.reference.to)
