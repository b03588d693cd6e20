"""Who is asked to do what: operative verbs, addressees, deadlines, conditions."""

from ingest.acts.model import Act
from ingest.acts.reading import acts_of

__all__ = ["Act", "acts_of"]
