import csv
import io

import openpyxl
import pytest

from assistant.actions import COLUMNS, CannotSave, find_actions, to_csv, write_csv, write_xlsx
from ingest.acts.model import Act


def act(label, words="to report"):
    return Act(label, label, "Council of Lakes", "Requests", "Secretariat", words, "by 2030", None)


class Shelf:
    def __init__(self, *labels):
        self.labels = labels

    def acts(self, where):
        self.where = where
        return [act(label) for label in self.labels]


def labels(acts):
    return [one.label for one in acts]


def test_a_place_holds_itself_and_what_is_inside_it_and_nothing_else():
    shelf = Shelf("LK-1/1, para. 1", "LK-1/1, para. 1 (a)", "LK-1/1, para. 16", "LK-1/10, para. 1")
    assert labels(find_actions(shelf, ["LK-1/1, para. 1"])) == [
        "LK-1/1, para. 1",
        "LK-1/1, para. 1 (a)",
    ]
    assert len(find_actions(shelf, ["LK-1/1"])) == 3
    assert len(find_actions(shelf)) == 4


def test_filters_go_to_the_library():
    shelf = Shelf("LK-1/1, para. 1")
    find_actions(shelf, (), {"addressee": "Secretariat"})
    assert shelf.where == {"addressee": "Secretariat"}


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_no_cell_of_a_csv_is_a_formula(words):
    rows = list(csv.reader(io.StringIO(to_csv([act("LK-1/1, para. 1", words)]), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][4] == f"'{words}"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_every_cell_of_a_workbook_is_text_as_it_stands(tmp_path, words):
    path = tmp_path / "actions.xlsx"
    write_xlsx([act("LK-1/1, para. 1", words)], path)
    cell = openpyxl.load_workbook(path).active["E2"]
    assert (cell.value, cell.data_type) == (words, "s")


def test_control_characters_do_not_break_a_workbook(tmp_path):
    path = tmp_path / "actions.xlsx"
    write_xlsx([act("LK-1/1, para. 1", "to\x07 report")], path)
    assert openpyxl.load_workbook(path).active["E2"].value == "to report"


def test_a_csv_opens_with_its_letters(tmp_path):
    path = tmp_path / "actions.csv"
    write_csv([act("LK-1/1, para. 1", "to réport")], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_place_that_cannot_be_written_is_said(tmp_path, write):
    with pytest.raises(CannotSave, match="cannot write"):
        write([act("LK-1/1, para. 1")], tmp_path / "absent" / "table")
