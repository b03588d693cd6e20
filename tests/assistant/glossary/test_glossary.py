from __future__ import annotations

import pytest

from assistant.glossary import load_glossary
from ingest.errors import SettingsInvalid


def english(text, language="en", glossary=None):
    segments = (glossary or load_glossary()).segments(text, language)
    return [s.concepts[0].english[0] if s.concepts else s.text for s in segments]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "renforcement des capacités", ["capacity-building"]),
        ("fr", "le Fonds continue-t-il ?", ["fund", "continue"]),
        ("es", "los países en desarrollo", ["developing countries"]),
        ("es", "los países desarrollados", ["developed countries"]),
        ("es", "contaminantes orgánicos persistentes", ["persistent organic pollutants"]),
        ("ru", "изменения климата", ["climate change"]),
        ("ar", "تغير المناخ", ["climate change"]),
        ("zh", "秘书处在海洋塑料垃圾方面", ["secretariat", "marine plastic litter"]),
        ("en", "global environment facilities", ["Global Environment Facility"]),
    ],
)  # fmt: skip
def test_names_are_found_longest_first_in_any_inflection(language, text, expected):
    assert english(text, language) == expected


def test_an_abbreviation_is_no_word_and_a_word_no_abbreviation():
    assert english("WHO members") == ["World Health Organization", "member"]
    assert english("the leg") == ["leg"]


def test_the_settings_add_terms(tmp_path):
    more = tmp_path / "more.toml"
    more.write_text('terms = [{ en = "Tin Whisker Forum|TWF", fr = "Forum des moustaches" }]')
    glossary = load_glossary((more,))
    assert english("forum des moustaches", "fr", glossary) == ["Tin Whisker Forum"]
    assert english("TWF", "en", glossary) == ["Tin Whisker Forum"]
    assert english("GEF", "en", glossary) == ["Global Environment Facility"]


@pytest.mark.parametrize("content", ["terms = 3", "no toml", 'terms = [{ en = ["a"] }]', ""])
def test_a_broken_glossary_is_refused_in_one_line(tmp_path, content):
    broken = tmp_path / "broken.toml"
    broken.write_text(content)
    with pytest.raises(SettingsInvalid, match="glossary"):
        load_glossary((broken,))


def test_a_missing_glossary_is_refused(tmp_path):
    with pytest.raises(SettingsInvalid, match="glossary"):
        load_glossary((tmp_path / "nowhere.toml",))
