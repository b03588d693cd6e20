"""What a question can be about: the documents of the library and who is asked in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.sessions import Session, session

if TYPE_CHECKING:
    from ingest.acts.model import Act
    from ingest.library import Library


@dataclass(frozen=True)
class Held:
    """A document of the library, as far as questions can name it."""

    code: str
    title: str
    meeting: str | None
    body: str | None
    language: str
    session: Session | None = field(repr=False, default=None)


@dataclass(frozen=True)
class Shelf:
    """The documents of a library by code, read once for each state of it."""

    library: Library

    @cached_property
    def held(self) -> Mapping[str, Held]:
        """Every document, by its code."""
        return {
            one.code: Held(
                one.code,
                one.title,
                one.meeting,
                one.body,
                one.language,
                session(one.meeting) if one.meeting else None,
            )
            for one in self.library.documents()
        }

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every act of every document, in order."""
        return tuple(self.library.acts({}))

    @cached_property
    def addressees(self) -> tuple[str, ...]:
        """Everybody who is asked to act somewhere, as the texts name them."""
        names = (act.addressee for act in self.acts)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def only(self) -> str | None:
        """The code of the one document, where there is just one."""
        return next(iter(self.held)) if len(self.held) == 1 else None

    def find(self, code: str) -> str | None:
        """The library's code of a document that is named by its code or a symbol."""
        if code in self.held:
            return code
        document = self.library.document(code)
        return document.code if document else None
