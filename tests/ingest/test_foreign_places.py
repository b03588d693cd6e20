import pytest

from ingest.citations import find_citations
from ingest.foreign_places import in_latin


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("пункт 6 b)", ["para. 6 (b)"]),
        ("пункт 6 б)", ["para. 6 (b)"]),
        ("Что говорится в пункте 6 (b)?", ["para. 6 (b)"]),
        ("п. 7", ["para. 7"]),
        ("пункты 6 и 7", ["para. 6", "para. 7"]),
        ("пункты 3–5", ["para. 3", "para. 4", "para. 5"]),
        ("приложение II, пункт 3", ["annex II, para. 3"]),
        ("второй пункт преамбулы", ["preamble, para. 2"]),
        ("пункт 2 преамбулы", ["preamble, para. 2"]),
        ("подпункт c) пункта 6", ["para. 6 (c)"]),
        ("пункт 2 статьи 4", []),
        ("الفقرة 6 (ب)", ["para. 6 (b)"]),
        ("ما نص الفقرة ٧؟", ["para. 7"]),
        ("الفقرتان 6 و7", ["para. 6", "para. 7"]),
        ("الفقرة 2 من الديباجة", ["preamble, para. 2"]),
        ("المرفق الثاني، الفقرة 3", ["annex II, para. 3"]),
        ("الفقرة 2 من المادة 4", []),
        ("第6(b)段", ["para. 6 (b)"]),
        ("第7段", ["para. 7"]),
        ("第六段说什么?", ["para. 6"]),
        ("第6和7段", ["para. 6", "para. 7"]),
        ("序言部分第2段", ["preamble, para. 2"]),
        ("附件二第3段", ["annex II, para. 3"]),
    ],
)
def test_places_in_three_more_languages(question, labels):
    assert [one.pinpoint.label for one in find_citations(question)] == labels


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("пункт 6 решения BC-14/21", "BC-14/21"),
        ("БК-14/21, пункт 6", "BC-14/21"),
        ("الفقرة 6 من المقرر BC-14/21", "BC-14/21"),
        ("第BC-14/21号决定第6段", "BC-14/21"),
        ("18/CP.24号决定附件二第3段", "18/CP.24"),
    ],
)
def test_they_belong_to_the_document_that_is_named(question, label):
    (found,) = find_citations(question)
    assert found.document == label
    assert found.pinpoint


def test_spans_are_of_the_question_as_it_was():
    question = "О чём говорится в пункте 6 b) и кому?"
    (found,) = find_citations(question)
    assert "пункте 6 b)" in question[slice(*found.span)]
    assert question[found.span[1] :].strip() == "и кому?"


@pytest.mark.parametrize("text", ["paragraph 6 (b)", "Minamata 2020", "за 2017 год", "第三次会议"])
def test_what_names_no_place_stays(text):
    assert in_latin(text).text == text
