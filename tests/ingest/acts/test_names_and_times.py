"""Names of those who are asked, times and conditions that earlier readings missed."""

import pytest

from ingest.acts import acts_of
from ingest.model import Document, Paragraph
from ingest.pinpoint import Pinpoint


def acts(*texts, kind="operative", language="en"):
    first = Pinpoint() / ("para", "1")
    head = Paragraph("LK-1/1", first, kind, texts[0])
    entries = [
        Paragraph("LK-1/1", first / ("subpara", letter), kind, text, parent=head.id)
        for letter, text in zip("abcdef", texts[1:], strict=False)
    ]
    return acts_of(
        Document(
            "LK-1/1",
            "Lakes",
            "lakes.txt",
            body="Council of Lakes",
            language=language,
            paragraphs=(head, *entries),
        )
    )


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        (
            "Urges Parties, in particular Parties without shores, and invites regional and "
            "international reed programmes to use the forum;",
            ["Parties", "regional and international reed programmes"],
        ),
        (
            "Encourages Parties that have not paid their contributions to do so without delay;",
            ["Parties that have not paid their contributions"],
        ),
        (
            "Encourages Parties to the Lake Pact that are also Parties to the Reed Pact to pay;",
            ["Parties to the Lake Pact that are also Parties to the Reed Pact"],
        ),
        ("Requests the secretariat to apply a flexible process;", ["secretariat"]),
        ("Requests Parties not to drain lakes;", ["Parties"]),
        (
            "Requests the Implementation and Compliance Committee, should it so decide, to report;",
            ["Implementation and Compliance Committee"],
        ),
        (
            "Invites the Reed Programme, within its functions and mandates, to provide a response;",
            ["Reed Programme"],
        ),
        ("Calls for ambitious pledges by States to restore lakes;", [None]),
        ("Decides that Parties with lakes are invited to provide funds;", ["Parties with lakes"]),
        (
            "Agrees to extend the process and to request the Chair of the Lake Board to report;",
            ["Chair of the Lake Board"],
        ),
        (
            "Decides to open the registry by requesting the secretariat to publish it;",
            ["secretariat"],
        ),
        ("URGES States to submit reports, and FURTHER INSTRUCTS the Secretariat to compile them;",
         ["States", "Secretariat"]),
    ],
)  # fmt: skip
def test_who_is_asked(text, addressees):
    assert [act.addressee for act in acts(text)] == addressees


@pytest.mark.parametrize(
    ("text", "deadline", "condition"),
    [
        (
            "Requests the Secretariat to report to each meeting of the Council of Lakes;",
            "to each meeting of the Council of Lakes",
            None,
        ),
        (
            "Decides to end the mandate at the conclusion of the sixth session of the Council;",
            "at the conclusion of the sixth session of the Council",
            None,
        ),
        (
            "Requests the Board to notify States at least four months in advance of the year;",
            "at least four months in advance of the year",
            None,
        ),
        ("Agrees to defer the matter to its next session;", "to its next session", None),
        (
            "Decides that the Council shall meet from 7 to 18 December 2009;",
            "from 7 to 18 December 2009",
            None,
        ),
        ("Requests the Lake Board to report at its 13th meeting;", "at its 13th meeting", None),
        ("Requests the Lake Board to keep the plan until a new one is agreed;",
         "until a new one is agreed", None),
        ("Requests the Lake Board to meet, resources and time permitting;",
         None, "resources and time permitting"),
        ("Invites States to pay for interpretation if considered necessary by the Bureau;",
         None, "if considered necessary by the Bureau"),
        ("Requests the Lake Board to publish it as soon as practicable;",
         "as soon as practicable", None),
    ],
)  # fmt: skip
def test_when_and_on_what_condition(text, deadline, condition):
    (act,) = acts(text)
    assert (act.deadline, act.condition) == (deadline, condition)


def test_a_list_of_acts_takes_its_body_from_the_words_before_it():
    read = acts(
        "The Lake Committee:",
        "Took note of the report;",
        "Also requested the Secretariat to publish it by 31 March 2024;",
        kind="report",
    )
    assert [(act.actor, act.verb, act.addressee) for act in read] == [
        ("Lake Committee", "Took note of", None),
        ("Lake Committee", "Also requested", "Secretariat"),
    ]


def test_a_report_names_its_body_once():
    (act,) = acts("The Lake Committee began its work. It agreed to go on.", kind="report")
    assert (act.actor, act.verb) == ("Lake Committee", "agreed")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "Pide también a la secretaría que publique el informe antes del 30 de abril de 2023;",
            ("Pide también", "secretaría", "antes del 30 de abril de 2023", None),
        ),
        (
            "fr",
            "Prie le secrétariat, sous réserve des ressources disponibles, de publier le rapport;",
            ("Prie", "secrétariat", None, "sous réserve des ressources disponibles"),
        ),
        ("fr", "Prend note du rapport;", ("Prend note", None, None, None)),
    ],
)
def test_french_and_spanish(language, text, expected):
    (act,) = acts(text, language=language)
    assert (act.verb, act.addressee, act.deadline, act.condition) == expected
