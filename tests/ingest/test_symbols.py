"""Document symbols: normal form, joint symbols, series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.symbols import find_symbols, normalise_symbol, split_joint

JOINT = ("UNEP/CHW.77/INF/36", "UNEP/FAO/RC/COP.66/INF/29", "UNEP/POPS/COP.66/INF/38")


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("unep/chw.14/inf/36", "UNEP/CHW.14/INF/36"),
        ("UNEP/CHW.14/7/add.6/REV.1", "UNEP/CHW.14/7/Add.6/Rev.1"),
        ("FCCC/SBI/2018/INF. 5", "FCCC/SBI/2018/INF.5"),
        ("FCCC / CP / 2018 / 10 / Add.2.", "FCCC/CP/2018/10/Add.2"),
        ("unep/ea.5/res.14", "UNEP/EA.5/Res.14"),
        ("a/res/70/1", "A/RES/70/1"),
        ("UNEP/OzL.Pro.30/11", "UNEP/OzL.Pro.30/11"),
    ],
)
def test_normal_form(written: str, symbol: str) -> None:
    assert normalise_symbol(written) == symbol


@pytest.mark.parametrize("dash", ["-", "–", "—", "−", "‑", " – ", "- "])
def test_joint_symbols_are_aliases_of_one_document(dash: str) -> None:
    text = dash.join(JOINT)
    assert split_joint(text) == JOINT
    (found,) = find_symbols(f"See {text}, annex.")
    assert found.documents == (JOINT,)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("UNEP/CHW.14/INF/36–38", [f"UNEP/CHW.14/INF/{n}" for n in (36, 37, 38)]),
        (
            "FCCC/SBI/2014/MISC.3 and Add.1",
            ["FCCC/SBI/2014/MISC.3", "FCCC/SBI/2014/MISC.3/Add.1"],
        ),
        (
            "FCCC/CP/2018/10/Add.1, Add.2 and Add.3",
            [f"FCCC/CP/2018/10/Add.{n}" for n in (1, 2, 3)],
        ),
        ("FCCC/CP/2018/10/Add.1–3", [f"FCCC/CP/2018/10/Add.{n}" for n in (1, 2, 3)]),
    ],
)
def test_series_are_several_documents(text: str, documents: list[str]) -> None:
    (found,) = find_symbols(text)
    assert [names[0] for names in found.documents] == documents
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("UNEP/EA.3/HLS.1.", "UNEP/EA.3/HLS.1"),
        ("(FCCC/SBI/2018/9);", "FCCC/SBI/2018/9"),
        ("UNEP/CHW.14/INF/36³", "UNEP/CHW.14/INF/36"),
        ("UNEP/CHW.14/INF/36*", "UNEP/CHW.14/INF/36"),
        ("“A/72/L.51”,", "A/72/L.51"),
    ],
)
def test_punctuation_and_raised_marks_are_not_part_of_it(text: str, symbol: str) -> None:
    (found,) = find_symbols(text)
    assert found.documents == ((symbol,),)
    assert text[found.start : found.end] == symbol


@pytest.mark.parametrize(
    "text",
    [
        "and/or", "WHO/UNEP", "2012/2013", "communication1/", "https://example.org/A/B/3",
        "he/she", "CO2/GDP", "km/h", "A/B", "SBI/SBSTA", "1/CP.24", "",
    ],
)  # fmt: skip
def test_no_symbols(text: str) -> None:
    assert find_symbols(text) == ()


def test_people_write_in_lower_case() -> None:
    (found,) = find_symbols("what is unep/chw.14/inf/36 about?", loose=True)
    assert found.documents == (("UNEP/CHW.14/INF/36",),)


@given(st.text(alphabet="ABCEFNPU/.0123456789–- andAdd", max_size=60))
def test_what_is_found_is_canonical_and_in_order(text: str) -> None:
    end = 0
    for found in find_symbols(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for names in found.documents:
            for name in names:
                assert normalise_symbol(name) == name
