"""Names of one thing: abbreviations, and the terms of the UN in its languages."""

from assistant.glossary.glossary import Concept, Glossary, Segment
from assistant.glossary.load import load_glossary

__all__ = ["Concept", "Glossary", "Segment", "load_glossary"]
