"""Every error a person can meet, each with its remedy.

DecisionsError                 anything explained in one line; exit status 1
├── UnreadableFile             a file gave no text; the reason says why
│   ├── UnsupportedFormat      not PDF, DOCX, HTML, Markdown or text
│   ├── EncryptedFile          needs a password
│   ├── NoTextLayer            a scan: pictures of pages without text
│   ├── FileTooLarge           over the limit in the settings
│   └── ReadTimedOut           over the time limit in the settings
├── NothingCitable             readable text, but no decision or numbered text in it
├── UnknownReference           a decision, document or paragraph that is not there
├── IndexMissing               nothing has been ingested under this folder
├── IndexBusy                  another process is writing
├── IndexMismatch              built with another model or version
├── IndexDamaged               index and library disagree
├── IndexUnwritable            no space, no permission
├── ModelMissing               weights that are not on this machine
├── ModelAltered               weights whose checksum is not the known one
├── ServerUnavailable          a Chroma server that does not answer
├── FetchFailed                a download that did not succeed
├── QuestionRefused            empty or far too long
├── SuiteInvalid               a question set with a broken line
└── SettingsInvalid            unknown or unusable settings
"""

from __future__ import annotations


class DecisionsError(Exception):
    """A failure that is explained in one line.

    Args:
        message: What is wrong, without a full stop.
        remedy: What the reader can do about it; may be empty.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = " ".join(message.split())
        self.remedy = " ".join(remedy.split())
        super().__init__(str(self))

    def __str__(self) -> str:
        return f"{self.message}: {self.remedy}" if self.remedy else self.message

    def __reduce__(self) -> tuple[type[DecisionsError], tuple[str, str]]:
        # Errors cross process borders (files are read in workers).
        return (type(self), (self.message, self.remedy))


class UnreadableFile(DecisionsError):
    """A file gave no text."""


class UnsupportedFormat(UnreadableFile):
    """The content is none of the formats that are read."""


class EncryptedFile(UnreadableFile):
    """The file needs a password."""


class NoTextLayer(UnreadableFile):
    """The pages are pictures without text."""


class FileTooLarge(UnreadableFile):
    """The file, or what it unpacks to, is over the limit."""


class ReadTimedOut(UnreadableFile):
    """Reading took longer than the limit."""


class NothingCitable(DecisionsError):
    """The text has no paragraph that can be cited, or is of another kind."""


class UnknownReference(DecisionsError):
    """The decision, document or paragraph does not exist in the library."""


class IndexMissing(DecisionsError):
    """Nothing has been ingested yet."""


class IndexBusy(DecisionsError):
    """Another process is writing to this index."""


class IndexMismatch(DecisionsError):
    """The index was built with another model or version."""


class IndexDamaged(DecisionsError):
    """Index and library disagree."""


class IndexUnwritable(DecisionsError):
    """The index cannot be written: no space, or no permission."""


class ModelMissing(DecisionsError):
    """Model weights are not on this machine."""


class ModelAltered(DecisionsError):
    """Model weights do not have the known checksum."""


class ServerUnavailable(DecisionsError):
    """A Chroma server does not answer."""


class FetchFailed(DecisionsError):
    """A document could not be downloaded."""


class QuestionRefused(DecisionsError):
    """The question is empty or far too long."""


class SuiteInvalid(DecisionsError):
    """A question set has a broken line."""


class SettingsInvalid(DecisionsError):
    """Unknown or unusable settings."""
