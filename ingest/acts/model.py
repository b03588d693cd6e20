"""One act of a decision: who asks whom to do what, by when, on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Act:
    """An act, in the text's own words.

    Attributes:
        paragraph: Id of the paragraph.
        label: Its label.
        actor: The body that acts, without article; None where nothing says who.
        verb: With its modifiers, as it stands: ``Also requests``, ``requests``.
        addressee: Who is asked, without article; None where nobody is.
        act: What is asked, decided or noted.
        deadline: By when or on what occasion; None where nothing is said.
        condition: On what condition; None where there is none.
    """

    paragraph: str
    label: str
    actor: str | None
    verb: str
    addressee: str | None
    act: str
    deadline: str | None = None
    condition: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "label": self.label,
            "actor": self.actor,
            "verb": self.verb,
            "addressee": self.addressee,
            "act": self.act,
            "deadline": self.deadline,
            "condition": self.condition,
        }
