from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.glossary import load_glossary
from assistant.retrieve.defined import defined_names
from assistant.retrieve.fusion import fused, standardised
from assistant.retrieve.late import max_sim
from assistant.retrieve.query import build_query
from assistant.retrieve.ranking import Ranking
from assistant.retrieve.spelling import repaired

LEG = "Least Developed Countries Expert Group"
floats = st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=20)


@given(floats)
def test_standardising_keeps_the_order(values):
    scores = np.array(values, dtype=np.float32)
    after = standardised(scores)
    assert np.isfinite(after).all()
    order = np.argsort(scores, kind="stable")
    assert (np.diff(after[order]) >= -1e-4).all()


def test_a_heavier_part_decides():
    one, other = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    assert np.argmax(fused([(1.0, one), (2.0, other)])) == 1


def test_nothing_to_fuse():
    assert len(fused([])) == 0


def test_each_word_of_the_question_takes_its_best_match():
    query = np.eye(2, 3, dtype=np.float32)
    both, one = np.eye(2, 3, dtype=np.float32), np.eye(1, 3, dtype=np.float32)
    none = np.empty((0, 3), np.float32)
    assert max_sim(query, [both, none, one]).tolist() == [1.0, 0.0, 0.5]


def test_a_reader_orders_the_first_and_leaves_the_others_below():
    ranking = Ranking(list("abcd"), np.array([4, 3, 2, 1], np.float32))
    ranking.promote(np.array([0, 9], np.float32), 2.0)
    assert ranking.ids == ["b", "a", "c", "d"]
    assert (np.diff(ranking.scores) <= 0).all()


def test_a_link_takes_a_place_unless_the_paragraph_stands_above():
    ranking = Ranking(list("abcd"), np.array([4, 3, 2, 1], np.float32))
    ranking.insert("d", "referred to in X", 1)
    ranking.insert("a", "referred to in X", 1)
    assert ranking.ids == ["a", "d", "b", "c"]
    assert ranking.links == {"d": "referred to in X"}


@pytest.mark.parametrize(
    ("short", "text", "name"),
    [
        ("LEG", "the Least Developed Countries Expert Group (LEG) and", LEG),
        ("LDCEG", "the Least Developed Countries Expert Group (LDCEG)", LEG),
        ("TCCB", "the Tin Committee on Capacity (TCCB) and", None),
        ("TCB", "the Tin Capacity-building (TCB)", "Tin Capacity-building"),
        ("NDC", "their determined contributions (the “NDC”)", None),
        ("DC", "their determined contributions (the “DC”)", "determined contributions"),
        ("GEF", "nothing is defined here", None),
    ],
)
def test_documents_define_their_own_abbreviations(short, text, name):
    assert defined_names(short, text) == ((name,) if name else ())


FREQUENCY = {"workshop": 4, "litter": 9, "letter": 2, "inventori": 1}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("the worksop", "the workshop"),
        ("marine liter", "marine litter"),
        ("Inventroies", "inventories"),
        ("workshop", "workshop"),
        ("GRULAC", "GRULAC"),
        ("xylophone", "xylophone"),
        ("decision 12/CP.24", "decision 12/CP.24"),
    ],
)
def test_spelling(typed, meant):
    known = {"marine", "decision"}
    assert repaired(typed, lambda t: FREQUENCY.get(t, 0), known.__contains__) == meant


def query(text, language="en"):
    return build_query(text, language, load_glossary(), lambda short: (), 0.4, 0.4)


def test_abbreviations_are_spelt_out_for_the_models_and_searched_both_ways():
    asked = query("What does IOMC do?")
    assert "Inter-Organization Programme" in asked.english
    assert asked.terms["iomc"] == 1.0
    assert asked.terms["programm"] == 0.4
    assert "saicm" in query("the Strategic Approach to International Chemicals Management").terms


def test_other_languages_are_put_into_english_as_far_as_it_goes():
    french = query("Que demande-t-on au Secrétariat sur les déchets plastiques marins ?", "fr")
    assert "secretariat" in french.english
    assert "marine plastic litter" in french.english
    assert french.terms["litter"] == 1.0
    russian = query("морской пластиковый мусор", "ru")
    assert russian.english == "marine plastic litter"
    assert query("海洋塑料垃圾", "zh").english == "marine plastic litter"
