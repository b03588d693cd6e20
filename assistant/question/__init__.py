"""What a question asks for: places, filters, the form of the answer, the words to search."""

from assistant.question.model import Intent, Named, Seek, Understood
from assistant.question.understand import understand

__all__ = ["Intent", "Named", "Seek", "Understood", "understand"]
