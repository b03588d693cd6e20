"""What is measured, one measure a file.

A measure is a name and a function from one outcome to a number, or to None where the
question does not bear on it. A system's figure is the mean over the numbers; a question
without an answer is scored as the measure says, never dropped.
"""
