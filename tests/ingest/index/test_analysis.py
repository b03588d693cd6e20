from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.index.analysis import PAIR, pairs, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Parties' reports", ["parti", "report"]),
        ("e-waste", ["e-waste", "wast"]),
        ("the period 2018–2020", ["period", "2018-2020", "2018", "2020"]),
        ("target 12.4", ["target", "12.4"]),
        ("USD 1,000,000", ["usd", "1000000"]),
        ("decision 12/CP.24.", ["decis", "12/cp.24"]),
        ("BC-14/21", ["bc-14/21"]),
        ("UNEP/CHW.14/INF/36", ["unep/chw.14/inf/36", "chw.14/inf/36", "inf/36"]),
        ("A/RES/70/1", ["a/res/70/1", "res/70/1", "70/1"]),
        ("Parties/stakeholders", ["parti", "stakehold"]),
    ],
)
def test_terms_of_english(text, expected):
    assert terms(text) == expected


def test_a_joint_symbol_is_found_by_each_of_its_symbols():
    found = terms("UNEP/CHW.14/INF/36–UNEP/FAO/RC/COP.9/INF/29")
    assert {"unep/chw.14/inf/36", "inf/36", "unep/fao/rc/cop.9/inf/29", "inf/29"} <= set(found)


def test_other_languages_are_stemmed_by_their_own_rules_and_lose_their_accents():
    assert terms("las secretarías solicitarán", "es") == terms("secretaria solicitar", "es")
    assert terms("附属机构", "zh") == ["附属", "属机", "机构"]


def test_words_keep_their_endings():
    assert words("The Parties' e-waste") == ["parties", "e-waste"]


def test_pairs_join_neighbours():
    assert pairs(["marin", "plastic", "litter"]) == [f"marin{PAIR}plastic", f"plastic{PAIR}litter"]
    assert pairs(["one"]) == []


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "xx"]))
def test_any_text_gives_clean_terms(text, language):
    for term in terms(text, language):
        assert term
        assert PAIR not in term
