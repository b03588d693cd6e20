"""Square brackets around options of a draft; fictional."""

from __future__ import annotations

from tests.ingest.structure.made import decision, parse, texts


def test_a_bracket_in_front_of_a_number_is_text() -> None:
    found = texts(
        decision(
            "1. [Welcomes] [Takes note of] the report on lamps;",
            "[2. Requests the Secretariat:",
            "[(a) To light the lamps;]",
            "(b) To report;]",
            "[2 bis. Invites Parties to light theirs;]",
            "3. Decides to return to the matter.",
        )
    )
    assert found["para. 1"] == "[Welcomes] [Takes note of] the report on lamps;"
    assert found["para. 2"] == "[Requests the Secretariat:"
    assert found["para. 2 (a)"] == "[To light the lamps;]"
    assert found["para. 2 (b)"] == "To report;]"
    assert found["para. 2bis"] == "[Invites Parties to light theirs;]"
    assert found["para. 3"] == "Decides to return to the matter."


def test_bracketed_numbers_and_words_are_no_such_numbers() -> None:
    found = texts(decision("1. Decides on lamps,", "[in accordance with rule 2. Yes];", "2. Ends."))
    assert found["para. 1"] == "Decides on lamps, [in accordance with rule 2. Yes];"


def test_a_colon_of_full_width_behind_a_code() -> None:
    (document,) = parse(
        "BC-99/7：灯笼的管理\n\n缔约方大会，\n\n1. 欢迎关于灯笼的报告；\n\n2. 请秘书处报告。"
    ).documents
    assert (document.code, document.title) == ("BC-99/7", "灯笼的管理")
