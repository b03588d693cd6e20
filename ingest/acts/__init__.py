"""Who is asked to do what: operative verbs, addressees, deadlines, conditions."""
