"""Where the preamble ends: enacting lines above it, below it, and in two halves."""

from __future__ import annotations

from ingest.check import check
from tests.ingest.structure.made import decision, parse, texts


def kinds(document):
    return [(p.kind, p.pinpoint.label) for p in document.paragraphs]


def test_reasons_before_the_line_that_decides() -> None:
    """A meeting of parties to a protocol states its reasons first and decides below them."""
    (document,) = parse(
        "Decision XLIX/1: Replenishment of the lantern fund\n\n"
        "Recalling its decisions on the lantern fund,\n\n"
        "Recalling also its decisions on lamps,\n\n"
        "The Forty-Ninth Meeting of the Parties decides:\n\n"
        "1. To request the Panel to report on lanterns;\n\n2. To rest."
    ).documents
    assert document.title == "Replenishment of the lantern fund"
    assert kinds(document) == [
        ("preambular", "preamble, para. 1"),
        ("preambular", "preamble, para. 2"),
        ("operative", "para. 1"),
        ("operative", "para. 2"),
    ]
    assert "The Forty-Ninth Meeting of the Parties decides:" in [m.text for m in document.matter]


def test_the_verb_stands_alone_below_the_reasons() -> None:
    (document,) = parse(
        "Decision XLIX/2: Lantern emissions\n\nThe Forty-Ninth Meeting of the Parties,\n\n"
        "Noting the findings of the lamp panel,\n\nDecides:\n\n"
        "1. To request the Panel to count lanterns;\n\n2. To rest."
    ).documents
    assert kinds(document) == [
        ("preambular", "preamble, para. 1"),
        ("operative", "para. 1"),
        ("operative", "para. 2"),
    ]


def test_what_is_decided_in_one_paragraph_without_a_number() -> None:
    for enacting, words in (
        ("The Forty-Ninth Meeting of the Parties decides:", "To note the work of the lamp panel."),
        ("The Conference of the Parties", "Decides that it will meet in the lantern hall."),
        ("La Conférence des Parties", "Décide de se réunir dans la salle des lanternes."),
        ("La Conferencia de las Partes", "Aprueba la sala de las linternas."),
    ):
        (document,) = parse(f"Decision XLIX/3: Lamps\n\n{enacting}\n\n{words}").documents
        assert [(p.kind, p.text) for p in document.paragraphs] == [("operative", words)]


def test_reasons_with_numbers_that_go_on_below() -> None:
    (document,) = parse(
        "Resolution XXXIX.4\n\nLantern wetlands\n\n"
        "1. RECALLING Resolution XXXVIII.2 on lanterns; and\n\n2. AWARE of the need to act;\n\n"
        "THE CONFERENCE OF THE CONTRACTING PARTIES\n\n"
        "3. URGES Contracting Parties to protect lanterns;\n\n4. INSTRUCTS the Secretariat:\n\n"
        "a) to prepare a report; and\n\nb) to publish it."
    ).documents
    assert document.title == "Lantern wetlands"
    assert kinds(document) == [
        ("preambular", "para. 1"),
        ("preambular", "para. 2"),
        ("operative", "para. 3"),
        ("operative", "para. 4"),
        ("operative", "para. 4 (a)"),
        ("operative", "para. 4 (b)"),
    ]
    assert check(document) == ()


def test_reasons_in_capitals() -> None:
    (document,) = parse(
        "Conf. 29.4 Trade in lantern fish\n\n"
        "RECALLING Resolution Conf. 28.3, adopted at its 28th meeting;\n\n"
        "CONSIDERING that lantern fish are few;\n\n"
        "THE CONFERENCE OF THE PARTIES TO THE CONVENTION\n\n"
        "1. URGES:\n\na) all Parties to adopt laws that:\n\ni) prohibit lanterns; and\n\n"
        "ii) define lamps; and\n\nb) range States to cooperate; and\n\n2. REPEALS Conf. 28.3."
    ).documents
    assert document.title == "Trade in lantern fish"
    assert [p.number for p in document.paragraphs] == [
        "1", "2", "1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2",
    ]  # fmt: skip


NOTE = """
UNEP/CHW.99/14

Lantern programme

Note by the Secretariat

I. Introduction

1. The lantern programme was established by a decision of the Conference of the Parties.

II. Proposed action

2. The Conference of the Parties may wish to adopt a decision along the following lines:

The Conference of the Parties,

Recalling its earlier work on lanterns,

1. Takes note of the lantern report;

2. Requests the Secretariat:

(a) To light the lanterns;

(b) To put them out.
"""


def test_a_note_proposes_a_decision() -> None:
    """The proposal counts from one again, and is none of the note's own paragraphs."""
    (document,) = parse(NOTE).documents
    assert [p.pinpoint.label for p in document.paragraphs] == [
        "para. 1",
        "para. 2",
        "attachment, preamble, para. 1",
        "attachment, para. 1",
        "attachment, para. 2",
        "attachment, para. 2 (a)",
        "attachment, para. 2 (b)",
    ]


DRAFT = """
UNEP/CHW.99/CRP.3

Distr.: Limited

Draft decision BC-99/[ ]: Lantern waste

Submitted by the contact group

The Conference of the Parties,

Recalling its earlier work on lanterns,

1. [Welcomes the work [undertaken][led] by the group;]

2. Requests the Secretariat [, subject to the availability of resources]:

(a) [To prepare a draft of the lantern guidelines;]

(b) To circulate [it][the draft].
"""


def test_a_document_that_is_one_draft_decision() -> None:
    (document,) = parse(DRAFT).documents
    assert (document.code, document.title, document.form) == (
        "UNEP/CHW.99/CRP.3",
        "Draft decision BC-99/[ ]: Lantern waste",
        "report",
    )
    assert kinds(document) == [
        ("preambular", "preamble, para. 1"),
        ("operative", "para. 1"),
        ("operative", "para. 2"),
        ("operative", "para. 2 (a)"),
        ("operative", "para. 2 (b)"),
    ]


def test_several_drafts_stand_side_by_side() -> None:
    second = DRAFT[DRAFT.index("Draft decision") :].replace("Lantern waste", "Lantern oil")
    (document,) = parse(DRAFT + second).documents
    labels = [p.pinpoint.label for p in document.paragraphs if p.parent is None]
    assert labels == [
        "attachment, preamble, para. 1",
        "attachment, para. 1",
        "attachment, para. 2",
        "attachment 2, preamble, para. 1",
        "attachment 2, para. 1",
        "attachment 2, para. 2",
    ]


def test_text_after_an_inner_list_belongs_to_its_paragraph() -> None:
    (document,) = parse(
        "POPRC-99/1: Lantern acid\n\nThe Persistent Organic Pollutants Review Committee,\n\n"
        "1. Finds that:\n\n(a) Lantern acid is known:\n\n(i) It was described;\n\n"
        "(ii) It was drawn;\n\nThe acid is clearly established;\n\n(b) It persists;\n\n"
        "and that it spreads;\n\n2. Decides to rest."
    ).documents
    found = texts(document)
    assert found["para. 1 (a)"] == "Lantern acid is known: The acid is clearly established;"
    assert found["para. 1"] == "Finds that: and that it spreads;"


def test_verbs_in_capitals_end_the_preamble() -> None:
    document = decision(
        "RECALLING the lamps,", "DECIDES to light them;", "REQUESTS a report.", preamble=()
    )
    assert [p.kind for p in document.paragraphs] == ["preambular", "operative", "operative"]


def test_who_decides_without_a_comma_and_when_it_was_adopted() -> None:
    (document,) = parse(
        "RESOLUTION 29.5 LANTERN GUIDELINES\n\n"
        "Adopted by the Conference of the Parties at its 29th Meeting (Luna City, 2030)\n\n"
        "Recognizing that darkness has a value,\n\n"
        "The Conference of the Parties to the Convention on Lanterns\n\n"
        "1. Adopts the guidelines;\n\n2. Urges Parties to use them."
    ).documents
    assert document.title == "LANTERN GUIDELINES"
    assert [(p.kind, p.number, p.heading) for p in document.paragraphs] == [
        ("preambular", "1", None),
        ("operative", "1", None),
        ("operative", "2", None),
    ]


def test_what_a_body_does_is_no_enacting_line() -> None:
    """*Elects* begins with a Spanish article, and *There* with an English one."""
    (document,) = parse(
        "BC-88/3: Keepers of lanterns\n\nThe Conference of the Parties\n\n"
        "Elects the following members to serve on the Committee until its next meeting:\n\n"
        "Ms. A. Wick and Mr. B. Lum."
    ).documents
    assert kinds(document)[0] == ("operative", "unnumbered para. 1")
    assert document.paragraphs[0].text.startswith("Elects the following members")


def test_reasons_in_french_and_spanish() -> None:
    for reasons in (
        ("Rappelant sa décision,", "Consciente des lanternes,", "Ayant examiné le rapport,"),
        ("Recordando su decisión,", "Consciente de las linternas,", "Habiendo examinado el plan,"),
    ):
        body = "\n\n".join(("BC-99/1: L", "La Conférence des Parties,", *reasons, "1. Décide."))
        (document,) = parse(body).documents
        assert [p.kind for p in document.paragraphs] == ["preambular"] * 3 + ["operative"]
