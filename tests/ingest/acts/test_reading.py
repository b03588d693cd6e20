"""Acts of plainly fictional paragraphs in the form of the genre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.acts import acts_of
from ingest.acts.canonical import canonical_addressees
from ingest.model import Document, Paragraph
from ingest.pinpoint import Pinpoint

BODY = "Council of Lakes"


def document(*texts, kind="operative", tails=None, chapeau=True):
    """The first text is paragraph 1, the others its sub-paragraphs."""
    first = Pinpoint() / ("para", "1")
    paragraphs = [Paragraph("LK-1/1", first, kind, texts[0], tail=tails)]
    paragraphs += [
        Paragraph(
            "LK-1/1",
            first / ("subpara", chr(97 + i)),
            kind,
            text,
            parent=paragraphs[0].id if chapeau else None,
        )
        for i, text in enumerate(texts[1:])
    ]
    return Document("LK-1/1", "Lakes", "lakes.txt", body=BODY, paragraphs=tuple(paragraphs))


def rows(*texts, **kwargs):
    return [
        (act.verb, act.addressee, act.deadline, act.condition)
        for act in acts_of(document(*texts, **kwargs))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Welcomes the report on lakes;", [("Welcomes", None, None, None)]),
        (
            "Requests the Secretariat to report to the Council of Lakes at its next meeting.",
            [("Requests", "Secretariat", "at its next meeting", None)],
        ),
        (
            "Invites Parties, by 31 March 2022, to submit views;",
            [("Invites", "Parties", "by 31 March 2022", None)],
        ),
        (
            "Invites Parties and other States in a position to do so to provide funds;",
            [("Invites", "Parties and other States in a position to do so", None, None)],
        ),
        (
            "Urges Parties that have not yet done so to ratify the Lake Pact as soon as possible;",
            [("Urges", "Parties that have not yet done so", "as soon as possible", None)],
        ),
        (
            "Requests the Lake Board, in consultation with the Reed Group, users and the Pond "
            "Fund, to review the rules, subject to the availability of resources;",
            [("Requests", "Lake Board", None, "subject to the availability of resources")],
        ),
        (
            "Notes the plan, and requests the Secretariat, should the coalition be established, "
            "to cooperate, as appropriate;",
            [
                ("Notes", None, None, None),
                (
                    "requests",
                    "Secretariat",
                    None,
                    "should the coalition be established; as appropriate",
                ),
            ],
        ),
        (
            "Invites the Reed Group and the Pond Fund to meet, and urges Parties to attend;",
            [
                ("Invites", "Reed Group and the Pond Fund", None, None),
                ("urges", "Parties", None, None),
            ],
        ),
        (
            "Urges lake Parties and invites other Parties to pay;",
            [("Urges", "lake Parties", None, None), ("invites", "other Parties", None, None)],
        ),
        (
            "Requests that the actions of the secretariat called for in this decision be "
            "undertaken subject to the availability of financial resources.",
            [
                (
                    "Requests",
                    "secretariat",
                    None,
                    "subject to the availability of financial resources",
                )
            ],
        ),
        (
            "Decides to request the Lake Board to meet annually;",
            [("Decides", "Lake Board", "annually", None)],
        ),
        (
            "Invites submissions from Parties on reeds by 30 April 2021;",
            [("Invites", "Parties", "by 30 April 2021", None)],
        ),
        ("Encourages further efforts to protect reeds;", [("Encourages", None, None, None)]),
        (
            "Reiterates its invitation to Parties to report, upon request;",
            [("Reiterates its invitation", "Parties", None, "upon request")],
        ),
        (
            "Requests the Lake Board to consider the report adopted by the Reed Group at its "
            "third session;",
            [("Requests", "Lake Board", None, None)],
        ),
        (
            "Urges Parties to pay without delay, bearing in mind that contributions are due on "
            "1 January of each year;",
            [("Urges", "Parties", "without delay", None)],
        ),
        (
            "Authorizes the Lake Board to meet, subject to approval at its second session;",
            [("Authorizes", "Lake Board", None, "subject to approval at its second session")],
        ),
        (
            "Requests the Lake Board to close pending cases;",
            [("Requests", "Lake Board", None, None)],
        ),
        (
            "Decide that the Lake Board may consider reeds, and recommend changes;",
            [("Decide", None, None, None)],
        ),
        (
            "Takes note of, and provisionally accepts, the offer;",
            [("Takes note of, and provisionally accepts", None, None, None)],
        ),
        (
            "Decides to meet. Further requests the Bureau to choose a place.",
            [("Decides", None, None, None), ("Further requests", "Bureau", None, None)],
        ),
        (
            "Noting the depth of the lake, requests the Bureau to measure it;",
            [("Noting", None, None, None), ("requests", "Bureau", None, None)],
        ),
    ],
)
def test_a_paragraph_is_read_into_its_acts(text, expected):
    assert rows(text) == expected


def test_entries_take_from_their_chapeau_what_they_do_not_say():
    acts = acts_of(
        document(
            "Requests the Secretariat, upon request:",
            "To continue to assist Parties;",
            "To report at its next meeting, as appropriate;",
        )
    )
    assert [(a.verb, a.addressee, a.act, a.deadline, a.condition) for a in acts] == [
        ("Requests", "Secretariat", "", None, "upon request"),
        ("Requests", "Secretariat", "To continue to assist Parties", None, "upon request"),
        (
            "Requests",
            "Secretariat",
            "To report at its next meeting, as appropriate",
            "at its next meeting",
            "as appropriate",
        ),
    ]
    assert {act.actor for act in acts} == {BODY}


def test_entries_that_name_whom_they_ask():
    assert rows("Decides:", "To invite the Reed Group to meet;")[1][:2] == ("Decides", "Reed Group")
    assert rows("Urges:", "Parties to pay their dues;")[1][:2] == ("Urges", "Parties")


def test_words_after_a_list_act_too():
    text = "Requests the Secretariat: and invites Parties to help."
    assert [row[:2] for row in rows(text, "To report;", tails=text.index("and"))] == [
        ("Requests", "Secretariat"),
        ("invites", "Parties"),
        ("Requests", "Secretariat"),
    ]


def test_a_preamble_acts():
    text = "Recalling decision LK-1/0 and affirming the need for reeds, which purify water,"
    assert [row[0] for row in rows(text, kind="preambular")] == ["Recalling", "affirming"]


def test_a_report_says_who_acted():
    text = (
        "The Lake Committee held a discussion and requested the secretariat to report. "
        "It also invited Parties to submit views by 1 May 2020."
    )
    acts = acts_of(document(text, kind="report"))
    assert [(a.actor, a.verb, a.addressee) for a in acts] == [
        ("Lake Committee", "requested", "secretariat"),
        ("Lake Committee", "also invited", "Parties"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“9. Requests the Secretariat to report”;", "operative"),
        ("Requests the Secretariat to report;", "table"),
        ("The Chair invited a Party to speak.", "report"),
        ("Considering the reeds", "annex"),
    ],
)
def test_what_does_not_act(text, kind):
    assert rows(text, kind=kind) == []


def test_one_body_has_one_name():
    assert canonical_addressees(
        "Executive Secretary of the Lake Pact, the GEF and all Parties"
    ) == (
        "executive secretary",
        "global environment facility",
        "parties",
    )
    assert canonical_addressees(
        "Subsidiary Body for Scientific and Technological Advice and the SBI"
    ) == (
        "subsidiary body for scientific and technological advice",
        "subsidiary body for implementation",
    )
    assert canonical_addressees(None) == ()


_PIECES = st.sampled_from(
    [
        *("Requests the Secretariat", "Parties", "to report", ", and invites", "; urges", "that"),
        *("if", "should the", "by 31 March 2022", "at its next meeting", "subject to", ":", "."),
        *("as appropriate", "“", "”", "(", ")", "The Lake Committee requested", "It also noted"),
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join), st.sampled_from(["operative", "report"]))
def test_whatever_is_read_stands_in_the_text(text, kind):
    for act in acts_of(document(text, kind=kind)):
        plain = " ".join(text.split())
        assert act.verb in plain
        assert act.deadline is None or act.deadline in plain
        for condition in (act.condition or "").split("; "):
            assert condition in plain
