from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Turn
from assistant.question import understand
from assistant.question.clean import LONGEST, clean
from assistant.question.shelf import Shelf
from assistant.question.words import telling
from ingest.errors import QuestionRefused


@pytest.mark.parametrize("question", ["", "   ", "\x00\n", "<p></p>", "?!…", "x" * 20_000])
def test_nothing_to_read_or_far_too_much_is_refused(question: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        clean(question)
    assert "\n" not in str(refused.value)


def test_markup_is_read_as_its_text() -> None:
    assert clean("<b>quote</b> para&nbsp;6<script>x</script>") == "quote para 6 x"
    assert clean("amounts < 5 and > 3") == "amounts < 5 and > 3"


@given(st.text(max_size=LONGEST))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    try:
        once = clean(text)
    except QuestionRefused:
        return
    assert "\n" not in once
    assert once.strip() == once


@pytest.mark.parametrize(
    ("question", "intent", "labels"),
    [
        ("quote para 2 (b)", "quote", ["para. 2 (b)"]),
        ("§ 3", "quote", ["para. 3"]),
        ("operative paragraph 4", "quote", ["para. 4"]),
        ("paragraphs 2-4", "quote", ["para. 2", "para. 3", "para. 4"]),
        ("What does footnote 1 say?", "quote", ["footnote 1"]),
        ("quote the preamble", "quote", ["preamble"]),
        ("What does the paragraph that 5 points at say?", "quote", []),
        ("What does the paragraph that para 5 points at say?", "pointed", ["para. 5"]),
        ("Which paragraph does para 5 refer to?", "pointed", ["para. 5"]),
        ("Which document does footnote 1 refer to?", "document", ["footnote 1"]),
        ("Which paragraphs refer to paragraph 2?", "citing", ["para. 2"]),
        ("Who cites UNEP/CHW.77/INF/12?", "citing", [""]),
        ("Which INF document reports on lanterns?", "document", []),
        ("What was the Secretariat asked to do about maps?", "list", []),
        ("Que dit le paragraphe 3 ?", "quote", ["para. 3"]),
        ("¿Qué dice el párrafo 3?", "quote", ["para. 3"]),
        ("How are lanterns kept?", "passage", []),
        ("How much money is the Secretariat asked to spend?", "passage", []),
        ("How many keepers are invited to polish?", "passage", []),
        ("How many things is the Secretariat asked to do?", "list", []),
        ("What is the symbol of the document whose annex lists wicks?", "document", []),
        ("What does BC-77/3 say in its annex?", "quote", ["annex"]),
    ],
)
def test_what_is_asked_for(lanterns: Shelf, question: str, intent: str, labels: list[str]) -> None:
    found = understand(question, (), lanterns)
    if labels or intent != "quote":
        assert found.intent == intent
        assert [one.pinpoint.label for one in found.named] == labels


def test_the_only_document_is_meant_where_none_is_named(lanterns: Shelf, harbour: Shelf) -> None:
    assert understand("quote para 3", (), lanterns).named[0].document == "BC-77/3"
    assert understand("quote para 3", (), harbour).named[0].document is None


@pytest.mark.parametrize(
    ("question", "addressee", "topic"),
    [
        ("What was the Secretariat asked to do about maps?", "Secretariat", "maps"),
        ("List everything the Secretariat is requested to do.", "Secretariat", ""),
        ("What must the Executive Secretary do?", "Executive Secretary", ""),
        ("What does the decision ask of Parties regarding polish?", "Parties", "polish"),
        ("Que doit faire le Secrétariat ?", "Secretariat", ""),
        ("¿Qué se pide al Secretario Ejecutivo?", "Executive Secretary", ""),
        ("Qu'est-ce que le Secrétariat est prié de faire ?", "Secretariat", ""),
    ],
)
def test_who_is_asked_about_what(
    lanterns: Shelf, question: str, addressee: str, topic: str
) -> None:
    found = understand(question, (), lanterns)
    assert (found.addressee, found.topic) == (addressee, topic)


@pytest.mark.parametrize(
    ("history", "question", "text"),
    [
        (
            "What is the Secretariat asked to do?",
            "and what about the Executive Secretary?",
            "What is the Executive Secretary asked to do?",
        ),
        (
            "What was the Secretariat asked to do about maps?",
            "And lanterns?",
            "What was the Secretariat asked to do about lanterns?",
        ),
        ("What does BC-77/3 say on glass?", "and in BC-77/4?", "What does BC-77/4 say on glass?"),
    ],
)
def test_follow_ups_are_completed(harbour: Shelf, history: str, question: str, text: str) -> None:
    turns: list[Turn] = [
        {"role": "user", "content": history},
        {"role": "assistant", "content": "… [BC-77/3, para. 2 (b)]"},
    ]
    assert understand(question, turns, harbour).topic == understand(text, (), harbour).topic
    assert understand(question, turns, harbour).addressee == understand(text, (), harbour).addressee


def test_a_follow_up_without_words_of_its_own_asks_about_what_was_cited(harbour: Shelf) -> None:
    turns: list[Turn] = [
        {"role": "user", "content": "Who polishes lanterns in BC-77/3?"},
        {"role": "assistant", "content": "Parties [BC-77/3, para. 3]"},
    ]
    found = understand("by when?", turns, harbour)
    assert [(one.document, one.pinpoint.label) for one in found.named] == [("BC-77/3", "para. 3")]


def test_a_paragraph_in_a_follow_up_is_of_the_decision_spoken_of(harbour: Shelf) -> None:
    turns: list[Turn] = [
        {"role": "user", "content": "quote BC-77/4, para. 1"},
        {"role": "assistant", "content": "… [BC-77/4, para. 1]"},
    ]
    assert understand("and paragraph 2?", turns, harbour).named[0].document == "BC-77/4"


def test_another_body_has_adopted_nothing_here(harbour: Shelf) -> None:
    assert understand("What did the Stockholm COP decide on lanterns?", (), harbour).absent
    assert not understand("What did the Basel COP decide on lanterns?", (), harbour).absent


def test_mistyped_words_are_put_right_and_real_words_left_alone(lanterns: Shelf) -> None:
    shelf = Shelf(lanterns.library, lambda word: word in {"ozone", "lantern"})
    found = understand("What was the Secretriat asked about lantrens and ozone?", (), shelf)
    assert found.addressee == "Secretariat"
    assert found.topic == "lanterns ozone"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does paragraph 6 say?", "en"),
        ("BC-77/3 para 3", "en"),
        ("BC-77/3 para 1 d", "en"),
        ("Que dit le paragraphe 11 ?", "fr"),
        ("¿Qué se pide al Secretario Ejecutivo?", "es"),
        ("Что говорится в пункте 3?", "ru"),
        ("第三段说什么？", "zh"),
        ("ماذا تقول الفقرة 3؟", "ar"),
    ],
)
def test_languages(lanterns: Shelf, question: str, language: str) -> None:
    assert understand(question, (), lanterns).language == language


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Que dit la décision sur les déchets électroniques ?", "e-waste"),
        ("¿Menciona la decisión la basura marina?", "marine litter"),
        ("Que dit la décision sur l'ozone ?", "ozone"),
    ],
)
def test_terms_of_other_languages_are_put_into_english(
    lanterns: Shelf, question: str, topic: str
) -> None:
    assert understand(question, (), lanterns).topic == topic


def test_whom_a_question_leaves_out(lanterns: Shelf) -> None:
    found = understand(
        "What is asked of Parties? Leave out the requests made to the Secretariat.", (), lanterns
    )
    assert found.addressee == "Parties"
    assert found.spared == "Secretariat"
    assert "request" in found.verbs  # theirs are left out, not all requests


def test_what_they_who_ask_say_of_themselves_is_no_topic(lanterns: Shelf) -> None:
    found = understand(
        "I am preparing a checklist. What was the Secretariat requested to do?", (), lanterns
    )
    assert (found.intent, found.topic) == ("list", "")


def test_a_greeting_before_what_they_say_of_themselves(lanterns: Shelf) -> None:
    question = "Hi, I'm drafting a note. What is the Secretariat requested to do about maps?"
    understood = understand(question, (), lanterns)
    assert (understood.addressee, understood.topic) == ("Secretariat", "maps")


def test_a_decision_in_short_is_no_topic(lanterns: Shelf) -> None:
    assert not telling(understand("dec. BC-77/3, para 2 (a)", (), lanterns).topic)


def test_what_is_quoted_word_by_word_does_not_run_together(lanterns: Shelf) -> None:
    understood = understand('"Shall polish" or "should polish" the lanterns?', (), lanterns)
    assert '"Shall polish" or "should polish"' in understood.text


def test_the_basel_decision_is_one_of_the_convention(lanterns: Shelf) -> None:
    understood = understand("Which Basel decision welcomed a report on lanterns?", (), lanterns)
    assert understood.absent == ()


def test_what_is_compared_is_searched_without_the_places(bells: Shelf) -> None:
    question = "Compare what was said in Bali and in Cancún about clappers."
    understood = understand(question, (), bells)
    assert understood.apart == (("77/CP.13",), ("78/CP.16",))
    assert not {"Bali", "Cancún"} & set(understood.text.replace(",", " ").split())


def test_whose_very_first_session_it_was_is_no_topic(bells: Shelf) -> None:
    question = (
        "All requests that the COP addressed to the Bell Keeper at its very thirteenth session"
    )
    understood = understand(question, (), bells)
    assert (understood.documents, understood.topic) == (("77/CP.13",), "")


def test_a_symbol_of_a_session_is_no_limit(lanterns: Shelf) -> None:
    question = "Under which Rotterdam COP.9 INF number was the report on lanterns issued?"
    assert understand(question, (), lanterns).absent == ()


def test_papers_that_somebody_prepares_are_work(bells: Shelf) -> None:
    question = "Which technical papers on clappers is the Bell Keeper asked to prepare?"
    assert understand(question, (), bells).intent == "list"


def test_what_only_repeats_the_title_is_no_topic(bells: Shelf) -> None:
    question = "What is the Bell Keeper requested to do in the bells decision, 77/CP.13?"
    assert understand(question, (), bells).topic == ""


@pytest.mark.parametrize(
    "question",
    [
        "decision 77/3, para 2",
        "77/3 § 2",
        "what says para 2 of 77/3",
        "BC 77/3 para 2",
        "BC-77/3, 2",
    ],
)
def test_a_code_without_its_convention_is_that_of_the_one_document(
    harbour: Shelf, question: str
) -> None:
    (named,) = understand(question, (), harbour).named
    assert (named.document, named.pinpoint.label, named.in_library) == ("BC-77/3", "para. 2", True)


def test_a_symbol_is_no_code_without_its_convention(harbour: Shelf) -> None:
    (named,) = understand("UNEP/CHW.77/3, para 2", (), harbour).named
    assert named.document == "UNEP/CHW.77/3"


@pytest.mark.parametrize(
    ("question", "document", "place"),
    [
        ("para 2 of decision 77 of CP 13", "77/CP.13", "para. 2"),
        ("quote paragraph three from decision number 79 adopted by COP 18", "79/CP.18", "para. 3"),
        ("Third paragraph of the Guidance to the Fund of Ropes", "79/CP.18", "para. 3"),
    ],
)
def test_a_code_in_words_and_a_title_name_a_document(
    bells: Shelf, question: str, document: str, place: str
) -> None:
    (named,) = understand(question, (), bells).named
    assert (named.document, named.pinpoint.label, named.in_library) == (document, place, True)


def test_a_session_of_the_one_spoken_of_is_no_limit(bells: Shelf) -> None:
    own = understand("The ringing bodies: when do they hold their thirteenth session?", (), bells)
    assert (own.documents, own.sessions) == ((), ())
    asked = understand("What did the thirteenth session say about clappers?", (), bells)
    assert (asked.documents, asked.sessions) == (("77/CP.13",), ("thirteenth",))
