import tomllib
from importlib.resources import files

import pytest

from assistant.glossary import load_glossary
from assistant.question.english import in_english
from assistant.question.lexicon import LANGUAGES, entries
from assistant.question.lexicon.forms import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_its_english_and_stands_once(language):
    path = files("assistant.question.lexicon") / f"{language}.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    nothing = tables.pop("nothing")
    assert list(nothing) == ["words"]
    assert all(english.strip() for table in tables.values() for english in table)
    terms = [fold(term, language) for term, _ in entries(language)]
    assert all(terms)
    assert len(terms) == len(set(terms))
    assert len(terms) > 1000


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fr", "Que dit 18/CP.24 sur le rapport FCCC/CP/2018/10/Add.1 de 2017–2018 et 12.4 ?"),
        ("es", "¿Qué dice 18/CP.24 sobre el informe FCCC/CP/2018/10/Add.1 de 2017–2018 y 12.4?"),
        ("ru", "Что в 18/CP.24 говорится о докладе FCCC/CP/2018/10/Add.1 за 2017–2018 и 12.4?"),
        ("ar", "ماذا يقول 18/CP.24 عن تقرير FCCC/CP/2018/10/Add.1 عن 2017–2018 و 12.4؟"),
        ("zh", "18/CP.24对FCCC/CP/2018/10/Add.1、2017–2018、12.4说了什么？"),
    ],
)
def test_codes_symbols_and_numbers_stay(language, question):
    text = in_english(question, language).text
    for kept in ("18/CP.24", "FCCC/CP/2018/10/Add.1", "2017–2018", "12.4"):
        assert kept in text


@pytest.mark.parametrize(
    ("language", "said", "english"),
    [
        ("ru", "секретариату", "Secretariat"),
        ("ru", "Исполнительного секретаря", "Executive Secretary"),
        ("ru", "развивающимся странам", "developing countries"),
        ("es", "países en desarrollo", "developing countries"),
        ("fr", "du Secrétaire exécutif", "of the Executive Secretary"),
        ("ar", "والأمانة", "and Secretariat"),
        ("ar", "للأمين التنفيذي", "Executive Secretary"),
        ("zh", "发展中国家的缔约方", "developing countries Parties"),
        ("zh", "《巴黎协定》", "Paris Agreement"),
    ],
)
def test_inflected_words_and_the_longest_term(language, said, english):
    assert in_english(said, language).text == english


@pytest.mark.parametrize(
    ("language", "question", "english"),
    [
        ("fr", "Que doit faire le secrétariat ?", "what is asked of the Secretariat?"),
        ("es", "¿Qué se pide a la Secretaría?", "what is asked of the Secretariat?"),
        ("ru", "О чём просят секретариат?", "what is requested of Secretariat?"),
        ("ar", "ما المطلوب من الأمانة؟", "what is requested of Secretariat?"),
        ("zh", "要求秘书处做什么？", "what is Secretariat requested to do?"),
    ],
)
def test_words_that_ask(language, question, english):
    assert in_english(question, language).text == english


def test_what_nobody_knows_stays_and_is_told():
    found = in_english("Что говорится о квазитронике?", "ru")
    assert "квазитронике" in found.text
    assert found.unread == {"квазитронике"}


def test_names_of_the_glossary_are_known_too():
    assert "UN" not in in_english("IPBES", "fr").text
    assert "Biodiversity" in in_english("IPBES", "fr", load_glossary()).text


def test_english_stays():
    assert in_english("What is asked?", "en").text == "What is asked?"
