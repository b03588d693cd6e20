"""What people write in questions, in three languages, and what is no citation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.citations import find_citations
from ingest.pinpoint import Pinpoint, paragraph_label


def labels(question: str, default: str | None = None) -> list[str]:
    return [
        paragraph_label(one.document or "?", one.pinpoint)
        for one in find_citations(question, default)
    ]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("quote para 6 (b)", ["?, para. 6 (b)"]),
        ("para 6b", ["?, para. 6 (b)"]),
        ("decision 2/CMA.77 (c) (i)", ["2/CMA.77, para. (c) (i)"]),
        ("para (c) of 2/CMA.77", ["2/CMA.77, para. (c)"]),
        ("decision 2/CMA.77 (the Rules)", ["2/CMA.77"]),
        ("paragraph 3 of the text annexed to 2/CMA.77", ["2/CMA.77, annex, para. 3"]),
        ("sub-paragraph 2 (c)", ["?, para. 2 (c)"]),
        ("para 2 e of 2/CP.1", ["2/CP.1, para. 2 (e)"]),
        ("paragraphs 2 and 4; 2 °C", ["?, para. 2", "?, para. 4"]),
        ("párrafos 2 y 3", ["?, para. 2", "?, para. 3"]),
        ("operative paragraph nine", ["?, para. 9"]),
        ("BC-14/21#para_6__subpara_a", ["BC-14/21, para. 6 (a)"]),
        ("12/CP.24#annex_II__para_3", ["12/CP.24, annex II, para. 3"]),
        (
            "annex to decision 3/CP.17, paragraphs 46 and 69",
            ["3/CP.17, annex, para. 46", "3/CP.17, annex, para. 69"],
        ),
        (
            "the annex to decision 3/CP.17 and paragraph 5 of 1/CP.2",
            ["3/CP.17, annex", "1/CP.2, para. 5"],
        ),
        ("para. 6 b", ["?, para. 6 (b)"]),
        ("para.6(b)", ["?, para. 6 (b)"]),
        ("paragraph 6.b", ["?, para. 6 (b)"]),
        ("paragraph 6bii", ["?, para. 6 (b) (ii)"]),
        ("paragraph 6(b)ii", ["?, para. 6 (b) (ii)"]),
        ("PARA 6(B)(II)", ["?, para. 6 (b) (ii)"]),
        ("§ 7", ["?, para. 7"]),
        ("§6(b)", ["?, para. 6 (b)"]),
        ("§§ 3-5", ["?, para. 3", "?, para. 4", "?, para. 5"]),
        ("operative paragraph 6", ["?, para. 6"]),
        ("what does op 6 say?", ["?, para. 6"]),
        ("OP6", ["?, para. 6"]),
        ("OP6(b)", ["?, para. 6 (b)"]),
        ("paragraph no. 6", ["?, para. 6"]),
        ("paragraph six", ["?, para. 6"]),
        ("paragraph sixteen", ["?, para. 16"]),
        ("paragraph 6, subparagraph (b)", ["?, para. 6 (b)"]),
        ("subparagraph (b) of paragraph 6", ["?, para. 6 (b)"]),
        ("sub-paragraph b of paragraph 6", ["?, para. 6 (b)"]),
        ("third subparagraph of para 6", ["?, para. 6 (c)"]),
        ("para. 6 (b) and (c)", ["?, para. 6 (b)", "?, para. 6 (c)"]),
        ("paras 3-4 and 8", ["?, para. 3", "?, para. 4", "?, para. 8"]),
        ("para 6(a)–(c)", ["?, para. 6 (a)", "?, para. 6 (b)", "?, para. 6 (c)"]),
        ("6(b)?", ["?, para. 6 (b)"]),
        ("and 6b?", ["?, para. 6 (b)"]),
        ("what about 7?", ["?, para. 7"]),
        ("preambular paragraph 2", ["?, preamble, para. 2"]),
        ("PP2", ["?, preamble, para. 2"]),
        ("first preambular paragraph", ["?, preamble, para. 1"]),
        ("paragraph 2 of the preamble", ["?, preamble, para. 2"]),
        ("the second paragraph", ["?, para. 2"]),
        ("annex II para 3", ["?, annex II, para. 3"]),
        ("paragraph 3 of annex II", ["?, annex II, para. 3"]),
        ("paragraph 3 of appendix B to the annex", ["?, annex, appendix B, para. 3"]),
        ("annex, paragraph 12(a)", ["?, annex, para. 12 (a)"]),
        ("read me 6d of bc 77/3 pls", ["BC-77/3, para. 6 (d)"]),
        ("bc77/3 p.6(b)?", ["BC-77/3, para. 6 (b)"]),
        ("p. 6 of BC-77/3", ["BC-77/3"]),
        ("BC-77-3, § 2", ["BC-77/3, para. 2"]),
        ("7/CMP.77 art 5(b) pls", ["7/CMP.77, para. 5 (b)"]),
        ("4/CMA.77 annex 8(b)(ii)(g)?", ["4/CMA.77, annex, para. 8 (b) (ii) (g)"]),
        ("preambular para nine of 12/CP.77", ["12/CP.77, preamble, para. 9"]),
        ("footnote b of 12/CP.77", ["12/CP.77, footnote b"]),
        ("note (c) in 12/CP.77", ["12/CP.77, footnote c"]),
        ("add a footnote a month later in 12/CP.77", ["12/CP.77"]),
        ("footnote 3", ["?, footnote 3"]),
        ("fn 3", ["?, footnote 3"]),
        ("footnotes 3 and 4", ["?, footnote 3", "?, footnote 4"]),
        ("BC 14/21", ["BC-14/21"]),
        ("decision BC-14/21 (6)(b)", ["BC-14/21, para. 6 (b)"]),
        ("BC-14/21, 6(d)", ["BC-14/21, para. 6 (d)"]),
        ("bc-14/21 para 6b", ["BC-14/21, para. 6 (b)"]),
        ("BC-14/21 6", ["BC-14/21, para. 6"]),
        ("what does 12/cp 24 say?", ["12/CP.24"]),
        (
            "paragraphs 3 to 4 of annex I to decision 18/CMA.1",
            ["18/CMA.1, annex I, para. 3", "18/CMA.1, annex I, para. 4"],
        ),
        ("SC-9/19 and RC-9/11", ["SC-9/19", "RC-9/11"]),
        (
            "Compare para 3 of BC-14/21 with para 4 in RC-9/11",
            ["BC-14/21, para. 3", "RC-9/11, para. 4"],
        ),
        ("Under BC-14/21, what do paras 3 and 4 ask?", ["BC-14/21, para. 3", "BC-14/21, para. 4"]),
        ("unep/chw.14/inf/36 para 12", ["UNEP/CHW.14/INF/36, para. 12"]),
        ("15/4, para. 3", ["15/4, para. 3"]),
        ("UNEA resolution 5/14, para 3(b)", ["5/14, para. 3 (b)"]),
        # French and Spanish
        ("alinéa b) du paragraphe 6 de la décision BC-14/21", ["BC-14/21, para. 6 (b)"]),
        ("Que dit le paragraphe 8 ?", ["?, para. 8"]),
        ("le deuxième paragraphe du préambule", ["?, preamble, para. 2"]),
        ("note de bas de page 3", ["?, footnote 3"]),
        ("¿Qué dice el párrafo 6 b) de la decisión BC-14/21?", ["BC-14/21, para. 6 (b)"]),
        ("párrafos 6 y 7", ["?, para. 6", "?, para. 7"]),
        ("el apartado b) del párrafo 6", ["?, para. 6 (b)"]),
        ("nota al pie 3", ["?, footnote 3"]),
        ("el anexo II, párrafo 3", ["?, annex II, para. 3"]),
    ],
)  # fmt: skip
def test_a_place_is_read(question: str, found: list[str]) -> None:
    assert labels(question) == found


@pytest.mark.parametrize(
    "label",
    [
        "BC-14/21, para. 6 (b)",
        "5/CMA.4, para. 3 (a) (ii)",
        "12/CP.24, preamble, para. 1",
        "18/CP.24, annex II, para. 3",
        "BC-14/21, footnote 3",
        "18/CP.24, annex II, footnote 1",
        "UNEP/CHW.14/INF/36, para. 12",
        "Resolution 1/CP.23, para. 2",
        "5/14, para. 3 (b)",
        "XIII/5, preamble, para. 2",
        "XIV.1, para. 2",
        "3/CMP.1, annex, appendix A, para. 1 (f) (iv)",
        "3/CMP.1, annex, table 1, row 4",
        "27/CMP.1, annex, section XI, unnumbered para. 7, para. (a)",
        "18/CMA.1, annex, rule 22, para. 2",
        "1/CMP.10, annex, para. (j) (3)",
        "2/CP.5, para. 2 (1)",
        "8/CP.4, annex II, footnote e",
        "13/CP.9, footnote *",
        "5/14, footnote *",
        "6/CMA.4, annex V, section IV.H, para. 1",
        "UNEP/CHW.14/INF/36, p. 4",
    ],
)
def test_the_projects_own_labels_return(label: str) -> None:
    assert labels(label) == [label]
    assert labels(f"What does {label} say about waste?") == [label]


@pytest.mark.parametrize(
    "question",
    [
        "What did the 2019 meeting decide on 13 December 2018 about 12 million dollars?",
        "by 31 March 2022",
        "Article 4, paragraph 12, of the Paris Agreement",
        "paragraph 4 of Article 6",
        "Annex I Parties must report",
        "24/7 support, 50/50, 9/11",
        "Is 5G mentioned? And 2 °C?",
        "who pays 6 per cent?",
        "the 2030 Agenda and target 12.4",
        "pp. 2-3",
        "the last meeting",
        "",
        "agenda item 6",
    ],
)
def test_numbers_that_are_no_citations(question: str) -> None:
    assert labels(question) == []


def test_the_document_may_come_from_the_conversation() -> None:
    (cited,) = find_citations("and para 7?", "BC-14/21")
    assert (cited.document, cited.explicit) == ("BC-14/21", False)
    (cited,) = find_citations("and para 7 of RC-9/11?", "BC-14/21")
    assert (cited.document, cited.explicit) == ("RC-9/11", True)


def test_a_copied_label_and_more() -> None:
    assert labels("3/CMP.1, annex, rule 22, para. 2, and paragraph 7") == [
        "3/CMP.1, annex, rule 22, para. 2",
        "3/CMP.1, para. 7",
    ]


def test_counting_from_the_end() -> None:
    (cited,) = find_citations("the last paragraph")
    assert (cited.pinpoint, cited.ordinal) == (Pinpoint(), -1)
    (cited,) = find_citations("last sub-paragraph of paragraph 6")
    assert (cited.pinpoint.label, cited.ordinal) == ("para. 6", -1)
    (cited,) = find_citations("the last preambular paragraph")
    assert (cited.pinpoint.label, cited.ordinal) == ("preamble", -1)


def test_names_of_one_document_and_open_bodies() -> None:
    (cited,) = find_citations("Environment Assembly resolution 4/8, para. 2")
    assert cited.aliases == ("UNEP/EA.4/Res.8",)
    (cited,) = find_citations("decision VIII/5")
    assert cited.candidates == ("Basel", "CBD", "Montreal")


def test_the_span_is_what_was_written() -> None:
    question = "Please quote paragraph 6 (b) of decision BC-14/21 for me"
    (cited,) = find_citations(question)
    assert question[slice(*cited.span)] == "paragraph 6 (b) of decision BC-14/21"


@given(
    st.sampled_from(["BC-14/21", "12/CP.24", "RC-9/11", "1/CMA.4"]),
    st.integers(1, 200),
    st.sampled_from(["", "a", "b", "i", "k"]),
    st.sampled_from(["para {}", "para. {}", "paragraph {}", "§{}", "§ {}", "OP{}", "op. {}"]),
    st.sampled_from(["{place} of {code}", "{code}, {place}", "{code} {place}", "{code} ({place})"]),
    st.sampled_from(["{}({})", "{} ({})", "{}{}"]),
)
def test_any_combination_of_forms_is_read(
    code: str, number: int, letter: str, word: str, order: str, glue: str
) -> None:
    place = word.format(glue.format(number, letter) if letter else number)
    question = f"What does {order.format(place=place, code=code)} say?"
    suffix = f" ({letter})" if letter else ""
    assert labels(question) == [f"{code}, para. {number}{suffix}"]


@given(st.text(max_size=100))
def test_no_question_breaks_the_reading(question: str) -> None:
    for cited in find_citations(question, "BC-14/21"):
        assert 0 <= cited.span[0] < cited.span[1] <= len(question)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("What's in op. para 5?", "BC-14/21, para. 5"),
        ("op para. 6 (b)", "BC-14/21, para. 6 (b)"),
        ("Quote paragraph six (c)", "BC-14/21, para. 6 (c)"),
        ("paragraph two (a) (ii)", "BC-14/21, para. 2 (a) (ii)"),
    ],
)
def test_abbreviated_and_spelt_numbers_keep_what_is_below(question, label):
    (cited,) = find_citations(question, "BC-14/21")
    assert f"{cited.document}, {cited.pinpoint.label}" == label
    start, end = cited.span
    assert "para" in question[start:end]
    assert question[:start] in ("", "What's in ", "Quote ")


@pytest.mark.parametrize(
    "question",
    [
        "SC-96/5, annex, para. 2.1.2 (a)",
        "What does paragraph 2.1.2(a) of the annex to decision SC-96/5 say?",
        "SC-96/5#annex__para_2.1.2__subpara_a",
    ],
)
def test_decimal_numbers(question: str) -> None:
    (cited,) = find_citations(question)
    assert (cited.document, cited.pinpoint.label) == ("SC-96/5", "annex, para. 2.1.2 (a)")


def test_an_amount_behind_a_word_is_no_decimal_number() -> None:
    (cited,) = find_citations("paragraph 5.1 per cent of BC-99/21")
    assert not cited.pinpoint


@pytest.mark.parametrize("question", ["What does it point to, and points at?", "three items of it"])
def test_the_end_of_a_word_is_no_letter(question: str) -> None:
    """*points* is no point (s)."""
    assert find_citations(question, "BC-99/7") == ()


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("second recital of BC-99/7", "preamble, para. 2"),
        ("recital 3 of BC-99/7", "preamble, para. 3"),
        ("the first footnote of BC-99/7", "footnote 1"),
        ("BC-99/7, operative paragraph two, letter j", "para. 2 (j)"),
        ("paragraph 4 letter b of BC-99/7", "para. 4 (b)"),
    ],
)
def test_recitals_and_letters_by_name(question: str, place: str) -> None:
    found = {cited.pinpoint.label for cited in find_citations(question)}
    assert place in found
