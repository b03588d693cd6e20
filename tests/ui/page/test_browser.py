"""The page as its readers use it: real answers over BC-14/21 in a real browser."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.models]

LITTER = "What was the Secretariat asked to do about marine plastic litter?"
CHIP = "#log .chip:has-text('BC-14/21, para. 6 (d)')"
RIGHT_WORDS = "work closely with other international organizations"


def ask(page: Any, question: str) -> str:
    """Type a question, wait for the whole answer, give its text."""
    before = page.locator("#log article").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('#log article').length > n"
        " && document.querySelector('#log').getAttribute('aria-busy') === 'false'",
        arg=before,
    )
    return str(page.locator("#log article").last.inner_text())


def test_ask_click_the_citation_read_the_right_words(page: Any) -> None:
    answer = ask(page, LITTER)
    assert RIGHT_WORDS in answer
    page.click(CHIP)
    page.wait_for_selector("#place mark")
    assert RIGHT_WORDS in page.inner_text("#place mark")
    panel = page.inner_text("#place")
    assert "BC-14/21, para. 6 (d)" in panel
    assert "Requests the Secretariat:" in panel, "the chapeau"
    assert "subject to the availability of resources" in panel, "the neighbour 6 (c)"


def test_a_footnote_shows_its_document_and_that_it_is_missing(page: Any) -> None:
    ask(page, "Quote BC-14/21, para. 5")
    page.click("#log .chip:has-text('BC-14/21, para. 5')")
    page.wait_for_selector("#place .notes")
    panel = page.inner_text("#place")
    assert "UNEP/CHW.14/INF/36" in panel
    assert "not in the corpus yet" in panel


def test_copy_citation_copies_quote_and_label(page: Any) -> None:
    ask(page, LITTER)
    page.click(CHIP)
    page.click("#place .copy")
    page.wait_for_selector("#place .copied:has-text('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"(?s).*marine plastic litter.* \(BC-14/21, para\. 6 \(d\)\)", copied)


def test_not_found_is_plain_and_offers_related_paragraphs(page: Any) -> None:
    ask(page, "What is the annual salary of the Executive Director in Swiss francs?")
    last = page.locator("#log article").last
    assert last.locator(".not_found").count() == 1
    assert last.locator(".statement").count() == 0


def test_markup_in_a_question_is_text(open_page: Any) -> None:
    page = open_page()
    errors: list[Any] = []
    page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: errors.append(error.message))
    question = "<script>alert(1)</script><img src=x onerror=alert(2)> ${alert(3)} {{value}} litter?"
    ask(page, question)
    assert page.locator("#log article.user").inner_text().strip() == question
    assert page.locator("#log img, #log script").count() == 0
    page.wait_for_timeout(200)
    assert errors == []


@pytest.mark.parametrize(("question", "said"), [("  ", "type a question"), ("x" * 9000, "at most")])
def test_an_empty_or_endless_question_is_answered_plainly(
    page: Any, question: str, said: str
) -> None:
    assert said in ask(page, question)


def test_on_a_phone_the_paragraph_is_a_sheet_and_nothing_is_cut_off(open_page: Any) -> None:
    page = open_page(390, 844)
    assert not page.locator("#beside").is_visible()
    ask(page, LITTER)
    page.click(CHIP)
    page.wait_for_selector("#place mark")
    assert page.locator("#place mark").is_visible()
    assert page.get_attribute("#place", "role") == "dialog"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("#place .close").bounding_box()
    assert box["height"] >= 40, "large enough for a thumb"
    page.click("#place .close")
    assert not page.locator("#beside").is_visible()


def test_by_keyboard_alone(page: Any) -> None:
    for _ in range(12):  # from the top of the page to the first example
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('example')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#log article.assistant .chip, #log article .not_found")
    page.fill("#question textarea", "")
    page.focus("#question textarea")
    page.keyboard.type(LITTER)
    page.keyboard.press("Enter")
    page.wait_for_selector(CHIP)
    for _ in range(40):  # back from the question to the answer above it
        page.keyboard.press("Shift+Tab")
        if "6 (d)" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#place mark")
    assert page.evaluate("document.activeElement.tagName") == "H2", "focus is in the paragraph"
    page.keyboard.press("Escape")
    assert "6 (d)" in page.evaluate("document.activeElement.textContent"), "and back again"


def test_two_readers_do_not_see_each_other(open_page: Any) -> None:
    one, other = open_page(), open_page()
    ask(one, LITTER)
    ask(other, "Quote BC-14/21, para. 11")
    assert "litter" not in other.inner_text("#log")
    assert "para. 11" not in one.inner_text("#log")


def test_a_follow_up_knows_what_was_said(page: Any) -> None:
    ask(page, "Quote BC-14/21, para. 6 (c)")
    assert "para. 7" in ask(page, "And paragraph 7?")


def test_a_new_chat_starts_empty(page: Any) -> None:
    ask(page, LITTER)
    page.click("#again")
    page.wait_for_selector(".example", state="visible")
    assert page.locator("#log article").count() == 0


def test_every_example_is_answered(page: Any) -> None:
    examples = page.locator(".example").all_inner_texts()
    assert len(examples) >= 3
    for example in examples:
        ask(page, example)
        assert page.locator("#log article").last.locator(".chip").count() >= 1, example


def test_right_to_left_questions_stand_right_to_left(page: Any) -> None:
    ask(page, "ما الذي طُلب من الأمانة بشأن القمامة البلاستيكية البحرية؟")
    style = "e => getComputedStyle(e).direction"
    assert page.locator("#log article.user p").evaluate(style) == "rtl"
    style = "e => getComputedStyle(e).unicodeBidi"
    assert page.locator("#question textarea").evaluate(style) == "plaintext"


def test_answers_are_announced(page: Any) -> None:
    assert page.get_attribute("#log", "aria-live") == "polite"
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_for_tired_eyes(open_page: Any, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    ask(page, LITTER)
    page.click(CHIP)
    page.wait_for_selector("#place mark")
    for selector in (".chip", "#log .words", "#place mark", "#place .context", "#place .of"):
        assert page.evaluate(_CONTRAST, selector) >= 4.5, selector


def test_nothing_is_asked_of_the_outside(page: Any, served: Any) -> None:
    ask(page, LITTER)
    page.click(CHIP)
    page.wait_for_selector("#place mark")
    page.wait_for_timeout(300)
    assert served.outside == []
    assert served.left_this_machine == ""


_CONTRAST = """selector => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  let element = document.querySelector(selector);
  const ink = rgb(getComputedStyle(element).color);
  let paper = [0, 0, 0, 0];
  for (; element && !(paper.length === 3 || paper[3] === 1); element = element.parentElement)
    paper = rgb(getComputedStyle(element).backgroundColor);
  const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""
