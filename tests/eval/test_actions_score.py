from eval.actions_score import Labelled, Score, load_labels, same, score_paragraph
from ingest.acts.model import Act


def test_phrases_are_the_same_without_articles_case_and_points():
    assert same("the Lake Board", "Lake board.")
    assert same(None, None)
    assert not same(None, "Parties")
    assert not same("Lake Board", "Reed Board")


def test_a_missed_and_an_invented_act_both_count():
    gold = {"verb": "Requests", "addressee": "Lake Board", "deadline": None, "condition": None}
    labelled = Labelled("lakes.txt", "LK-1/1, para. 1", "Requests", "tune", (gold,))
    score = Score()
    read = [Act("i", "l", None, "Requests", "Lake Board", "to meet", "by 2030"),
            Act("i", "l", None, "urges", "Parties", "to pay")]  # fmt: skip
    score_paragraph(labelled, read, score)
    addressee, deadline = score.fields["addressee"], score.fields["deadline"]
    assert (addressee.right, addressee.read, addressee.stated) == (1, 2, 1)
    assert (deadline.right, deadline.read, deadline.stated) == (0, 1, 0)
    assert len(score.differences) == 3


def test_the_shipped_labels_are_whole():
    labels = load_labels()
    assert len(labels) >= 300
    assert len({(one.source, one.label, one.opening) for one in labels}) == len(labels)
    held = [one for one in labels if one.split != "tune"]
    assert len(labels) / 5 < len(held)
    assert all({"verb", "addressee", "deadline", "condition"} == set(act)
               for one in labels for act in one.acts)  # fmt: skip
