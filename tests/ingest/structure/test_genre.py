"""Texts of another kind are refused; what is of the genre is read, with whatever it lacks."""

from __future__ import annotations

import pytest

from ingest.errors import NothingCitable
from ingest.parse import parse_file

OTHERS = {
    "list": "Milk, eggs, bread and two lemons\n",
    "lines": "Shopping\n\n- milk\n- eggs\n- bread\n",
    "lorem": (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.\n\n"
        "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris.\n\n"
        "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum.\n"
    ),
    "recipe": (
        "Plum cake\n\nIngredients\n\n- 500 g plums\n- 3 eggs\n\nMethod\n\n"
        "1. Heat the oven to 180 °C and butter a tin with high sides.\n"
        "2. Mix the flour, the eggs and the sugar, and stir until the dough is smooth.\n"
        "3. Note that plums give juice: dust the dough with crumbs.\n"
        "4. Bake for 50 minutes.\n\n(a) With cream\n\n(b) Without\n"
    ),
    "mail": (
        "From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: Thursday\n\n"
        "Dear Ben,\n\nwould you have time to talk about the convention on Thursday at 2 p.m.?"
        " I could come to your office, or we meet at the station.\n\nBest wishes,\n\nAda\n"
    ),
    "novel": (
        "CHAPTER ONE\n\nIt was the last evening of the fair, and nobody had seen the juggler"
        " since noon.\n\nConsidering the hour, she thought, the street was far too quiet.\n\n"
        "“You will find him,” said the old man, “where the road forks.”\n\n12\n\n"
        "Recalling his words years later, she would smile.\n"
    ),
    "program": "import os\n\n\ndef main():\n    print(os.getcwd())\n\n\nmain()\n",
    "numbers": "1\n2\n3\n\n17.4 18.9 20.1\n\n4711\n",
}

OURS = {
    "decision": "Decision XX-1/2: Moons\n\n1. Requests the secretariat to count them.\n",
    "headless": "Recalling the moons,\n\n1. Requests the Secretariat to count them.\n",
    "spanish": "Recordando las lunas,\n\n1. Pide a la secretaría que las cuente.\n",
    "symbol": "UNEP/CHW.98/INF/7\n\nNote on moons\n\nMoons are many and hard to count.\n",
    "report": (
        "Report on moons\n\n1. The meeting was held in Atlantis.\n\n"
        "2. Forty Parties took part, and the secretariat counted the moons.\n"
    ),
    "regulation": "\n\n".join(
        f"{n}. A keeper of moons must write down each evening which of them were seen, by whom,"
        " from which window, and for how many minutes they could be counted."
        for n in range(1, 10)
    ),
    "headings": (
        "# Report of the expert group on moons\n\n## Introduction\n\n"
        "The Secretariat of the Convention convened the group in Atlantis.\n\n"
        "## Findings\n\nThe group advised the Conference of the Parties to look upwards.\n"
    ),
    "pages": ("Moons\n\nThey were counted from a tower.\n\fThose who counted are thanked.\n"),
}


def _parsed(folder, text):
    path = folder / "given.txt"
    path.write_text(text, encoding="utf-8")
    return parse_file(path)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_text_of_another_kind_is_refused(tmp_path, text):
    with pytest.raises(NothingCitable):
        _parsed(tmp_path, text)


@pytest.mark.parametrize("text", OURS.values(), ids=OURS)
def test_what_is_of_the_genre_is_read(tmp_path, text):
    [document] = _parsed(tmp_path, text).documents
    assert document.paragraphs


def test_the_reason_says_what_was_looked_for(tmp_path):
    with pytest.raises(NothingCitable, match=r"no decision, document symbol.*: give"):
        _parsed(tmp_path, OTHERS["list"])
