import pytest

from ingest.acts.verb import leading_verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Requests the Secretariat:", "Requests"),
        ("Also requests the Secretariat to report", "Also requests"),
        ("Further invites Parties to submit", "Further invites"),
        ("Takes note with appreciation of the report", "Takes note with appreciation"),
        ("Takes note of the report", "Takes note of"),
        ("Takes note also of the report", "Takes note also of"),
        ("Strongly urges Parties", "Strongly urges"),
        ("Also strongly urges Parties", "Also strongly urges"),
        ("Decides, in this regard, that", "Decides"),
        ("Decides on the following steps", "Decides"),
        ("Requests Parties to report", "Requests"),
        ("Calls upon all Parties", "Calls upon"),
        ("Calls again upon Parties", "Calls again upon"),
        ("Looks forward to the outcome", "Looks forward to"),
        (
            "Expresses its appreciation and gratitude to the host",
            "Expresses its appreciation and gratitude",
        ),
        ("Expresses its deep concern about losses", "Expresses its deep concern"),
        ("Reiterates its request to the secretariat to report", "Reiterates its request"),
        ("Reiterates the importance of reports", "Reiterates"),
        ("Recognizes and welcomes the work", "Recognizes and welcomes"),
        ("Notes and welcomes the work", "Notes and welcomes"),
        ("Re-emphasizes with serious concern that", "Re-emphasizes with serious concern"),
        ("Recalling decision 1/CP.1,", "Recalling"),
        ("Recognizing also the work,", "Recognizing also"),
        ("Noting with concern that", "Noting with concern"),
        ("Having also considered the report,", "Having also considered"),
        ("Deeply concerned that", "Deeply concerned"),
        ("Bearing in mind the rules,", "Bearing in mind"),
        ("Request the secretariat to report;", "Request"),
        ("[Decides][Clarifies] that", "Decides"),
        ("Prie également le secrétariat de", "Prie également"),
        ("Note avec satisfaction les progrès", "Note avec satisfaction"),
        ("Exprime sa gratitude au Gouvernement", "Exprime sa gratitude"),
        ("Rappelant la décision", "Rappelant"),
        ("Pide también a la secretaría que", "Pide también"),
        ("Toma nota con reconocimiento del informe", "Toma nota con reconocimiento"),
        ("Recordando la decisión", "Recordando"),
        ("Expresa su agradecimiento a", "Expresa su agradecimiento"),
    ],
)
def test_the_verb_stands_with_its_modifiers(text, verb):
    assert leading_verb(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "",
        "To continue to assist Parties;",
        "The SBI noted the report.",
        "Requests for assistance shall be sent",
        "Notes by the secretariat",
        "Relevant information from Parties",
        "Providing technical support to Parties;",
        "UNDRR shall host the meeting",
        "requests the Secretariat",
        "“Requests the Secretariat to report”;",
        "In accordance with Article 4,",
    ],
)
def test_what_opens_with_no_verb_has_none(text):
    assert leading_verb(text) is None
