"""Reading what several commands take."""

from __future__ import annotations

import pytest
import typer

from ingest.fields import FIELDS
from ui.cli.docs import manual
from ui.cli.options import read_where


def test_conditions_are_read() -> None:
    assert read_where(["year=2019", " Verb = Also requests", "document=a=b"]) == {
        "year": "2019",
        "verb": "Also requests",
        "document": "a=b",
    }
    assert read_where(None) == {}


@pytest.mark.parametrize("condition", ["year", "=x", "year=", "colour=red", ""])
def test_other_words_are_wrong_usage(condition: str) -> None:
    with pytest.raises(typer.BadParameter):
        read_where([condition])


def test_the_help_names_every_field() -> None:
    help_of_search = " ".join(manual().split("## decisions search")[1].split("##")[0].split())
    assert f"Fields: {', '.join(FIELDS)}." in help_of_search
