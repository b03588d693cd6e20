"""Decision codes in every spelling, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.codes import find_codes, parse_code
from ingest.roman import from_roman, to_roman

DASHES = "-‐‑‒–—−"

CANONICAL = [
    ("BC-14/21", "Basel", "BC-14"),
    ("OEWG-11/5", "Basel", "OEWG-11"),
    ("RC-9/11", "Rotterdam", "RC-9"),
    ("CRC-14/2", "Rotterdam", "CRC-14"),
    ("SC-9/19", "Stockholm", "SC-9"),
    ("POPRC-15/3", "Stockholm", "POPRC-15"),
    ("MC-4/3", "Minamata", "MC-4"),
    ("12/CP.24", "UNFCCC", "CP.24"),
    ("3/CMP.14", "UNFCCC", "CMP.14"),
    ("1/CMA.4", "UNFCCC", "CMA.4"),
    ("Resolution 1/CP.23", "UNFCCC", "CP.23"),
    ("XXX/1", "Montreal", "MOP-30"),
    ("XIV.1", "Ramsar", "Ramsar-14"),
    ("Res. 12.1", "CMS", "CMS-12"),
    ("Conf. 9.24", "CITES", "CITES-9"),
    ("BC.Ex-1/1", "Basel", "BC.Ex-1"),
]


@pytest.mark.parametrize(("code", "convention", "meeting"), CANONICAL)
def test_a_canonical_code_is_read_as_it_stands(code: str, convention: str, meeting: str) -> None:
    read = parse_code(code)
    assert read is not None
    assert (read.code, read.convention, read.meeting) == (code, convention, meeting)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("BC 14/21", "BC-14/21"),
        ("bc-14/21", "BC-14/21"),
        ("BC14/21", "BC-14/21"),
        ("BC–14/21", "BC-14/21"),
        ("BC—14 / 21", "BC-14/21"),
        ("BC−14/21", "BC-14/21"),
        ("BC‑14/21.", "BC-14/21"),
        ("decision BC-14/21", "BC-14/21"),
        ("BC-VIII/5", "VIII/5"),
        ("12/cp 24", "12/CP.24"),
        ("12/CP24", "12/CP.24"),
        ("12/CP-24", "12/CP.24"),
        ("12 / CP. 24", "12/CP.24"),
        ("decision 12 CP.24", "12/CP.24"),
        ("12/COP.24", "12/CP.24"),
        ("resolution 1/CP.23", "Resolution 1/CP.23"),
        ("Decision 1/CP.23", "1/CP.23"),
        ("UNEP/EA.5/Res.14", "5/14"),
        ("A/RES/70/1", "70/1"),
        ("a/res/70/1", "70/1"),
        ("UNEP/CBD/COP/DEC/XIII/5", "XIII/5"),
        ("CBD/COP/DEC/15/4", "15/4"),
        ("Resolution Conf. 9.24", "Conf. 9.24"),
        ("Resolution 12.1", "Res. 12.1"),
        ("Resolution XIV.1", "XIV.1"),
    ],
)
def test_a_loose_spelling_becomes_canonical(written: str, code: str) -> None:
    read = parse_code(written)
    assert read is not None
    assert read.code == code


@pytest.mark.parametrize(
    ("written", "context", "convention", "symbol"),
    [
        ("4/8", "Environment Assembly", "UNEA", "UNEP/EA.4/Res.8"),
        ("70/1", "General Assembly", "UNGA", "A/RES/70/1"),
        ("15/4", "Convention on Biological Diversity", "CBD", "CBD/COP/DEC/15/4"),
        ("XIII/5", "CBD", "CBD", "CBD/COP/DEC/XIII/5"),
        ("VIII/5", "BC-14/21", "Basel", None),
        ("VIII/5", "Meeting of the Parties to the Montreal Protocol", "Montreal", None),
    ],
)
def test_words_around_tell_an_ambiguous_code_apart(
    written: str, context: str, convention: str, symbol: str | None
) -> None:
    read = parse_code(written, context)
    assert read is not None
    assert (read.convention, read.symbol, read.candidates) == (convention, symbol, ())


@pytest.mark.parametrize("written", ["15/4", "XIII/5", "4/8", "VIII/5", "decision 15/4"])
def test_what_stays_ambiguous_keeps_its_candidates(written: str) -> None:
    read = parse_code(written)
    assert read is not None
    assert read.convention is None
    assert len(read.candidates) > 1


@pytest.mark.parametrize(
    "text",
    ["", "hello", "14/21/3", "13/12/2018", "CP.24", "BC-14", "12/CP.", "1/2/CP.3", "IIII/5", "0.5"],
)
def test_no_code(text: str) -> None:
    assert parse_code(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "in 2019/20 and 24/7, half (1/2) of 3/4",
        "between 1 January 2017 and 31/12/2018",
        "chapter IV.1 and section I/3",
        "a ratio of 4/8, or 70/1",
        "2 CP 20 members",
        "maps at a resolution 2.5 times as fine",
        "https://example.org/12/CP.24",
    ],
)
def test_numbers_in_running_text_are_no_codes(text: str) -> None:
    assert find_codes(text) == ()


def test_a_list_of_bare_codes_after_its_word() -> None:
    text = (
        "Recalling United Nations Environment Assembly resolutions 1/6, 2/11, 3/7, 4/6, 4/7 and "
        "4/9, decisions VIII/5, paragraph 3, and IX/2, and General Assembly resolution 70/1"
    )
    found = find_codes(text, "BC-14/21")
    codes = [one.code.code for one in found]
    assert codes == ["1/6", "2/11", "3/7", "4/6", "4/7", "4/9", "VIII/5", "IX/2", "70/1"]
    assert [text[one.start : one.end] for one in found] == codes
    assert {one.code.convention for one in found[:6]} == {"UNEA"}
    assert {one.code.convention for one in found[6:8]} == {"Basel"}


def test_a_resolution_is_not_the_decision_of_the_same_number() -> None:
    found = find_codes("decision 1/CP.23 and resolutions 1/CP.23 and 2/CP.23")
    assert [one.code.code for one in found] == [
        "1/CP.23",
        "Resolution 1/CP.23",
        "Resolution 2/CP.23",
    ]


@given(
    st.sampled_from(["BC", "RC", "SC", "OEWG", "POPRC", "CRC", "MC"]),
    st.integers(1, 40),
    st.integers(1, 99),
    st.sampled_from([*DASHES, " "]),
    st.booleans(),
    st.sampled_from(["", " ", "("]),
    st.sampled_from(["", " ", ".", ",", ";", ")", " on waste"]),
)
def test_any_spelling_is_found_where_it_stands(
    body: str, session: int, number: int, dash: str, lower: bool, before: str, after: str
) -> None:
    written = f"{body}{dash}{session}/{number}"
    written = written.lower() if lower else written
    text = f"see {before}{written}{after}"
    (found,) = find_codes(text)
    assert found.code.code == f"{body}-{session}/{number}"
    assert text[found.start : found.end] == written


@given(st.integers(1, 399))
def test_roman_numerals_return(number: int) -> None:
    assert from_roman(to_roman(number)) == number
    assert from_roman(to_roman(number).lower()) == number


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    for found in find_codes(text):
        assert 0 <= found.start < found.end <= len(text)


def test_who_writes_cop_is_told_by_the_words_around() -> None:
    read = parse_code("3/COP.14", "United Nations Convention to Combat Desertification")
    assert read is not None
    assert (read.code, read.convention, read.meeting) == ("3/COP.14", "UNCCD", "COP.14")
