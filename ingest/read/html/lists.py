"""The numbers that a browser shows before the items of lists."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.read.html.look import list_form
from ingest.read.numerals import numeral


@dataclass(slots=True)
class HtmlList:
    """An open ``ol`` or ``ul``.

    Attributes:
        form: Its number format.
        next: The number of the next item.
        step: 1, or -1 where it counts down.
    """

    form: str
    next: int = 1
    step: int = 1

    def label(self, attributes: dict[str, str | None]) -> str | None:
        """Count one item (``li``) and give its label.

        A small letter or small roman numeral comes as ``(a)``: HTML can only show ``a.``,
        and what such lists are made from, and cited by, is ``(a)``.
        """
        self.next = _whole(attributes.get("value"), self.next)
        count, self.next = self.next, self.next + self.step
        form = list_form("", attributes, inherited=self.form)
        if form == "none":
            return None
        if form == "bullet":
            return "•"
        number = numeral(count, form)
        return f"({number})" if form in ("lowerLetter", "lowerRoman") else f"{number}."


def open_list(tag: str, attributes: dict[str, str | None], items: int) -> HtmlList:
    """Begin a list.

    Args:
        tag: ``ol`` or ``ul``.
        attributes: Its attributes.
        items: How many it has, for one that counts down.
    """
    form = list_form(tag, attributes)
    if tag == "ol" and "reversed" in attributes:
        return HtmlList(form, _whole(attributes.get("start"), items), -1)
    return HtmlList(form, _whole(attributes.get("start"), 1))


def _whole(text: str | None, otherwise: int) -> int:
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if abs(number) < 1_000_000 else otherwise
