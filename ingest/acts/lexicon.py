"""The verbs with which United Nations texts act, and their forms in English.

The list follows the drafting manuals (United Nations Editorial Manual, resolutions;
UNITAR, glossary of operative and preambular phrases). Verbs that address someone stand
apart: only these can ask, so only these have an addressee.
"""

from __future__ import annotations

import re

from ingest.acts.words import words

#: Verbs that ask somebody to do something: ``<verb> <addressee> to <act>``.
ASKING = words(
    "ask advise appeal authorize call challenge charge command commission "
    "compel demand direct empower encourage enjoin entrust exhort implore instruct invite "
    "mandate oblige order press prompt remind request require summon task urge"
)

#: Verbs that state, decide or thank.
STATING = words(
    "accept acclaim acknowledge adhere adjourn admit admonish adopt affirm agree amend announce "
    "anticipate applaud appoint appreciate approve assert assign associate assume assure "
    "attach await "
    "believe bring build cancel caution censure clarify close commemorate commend commit conclude "
    "condemn confer confirm congratulate consider continue convene convey decide declare decline "
    "define estimate defer deplore denounce designate desire determine dissolve draw "
    "elect emphasize "
    "endorse establish examine expect express extend favour find fix "
    "focus forward give grant "
    "hail highlight honour hope initiate insist institute intend "
    "invoke join keep launch leave look maintain make name nominate note notice observe offer open "
    "pay place pledge postpone praise proclaim promulgate propose provide "
    "raise ratify readopt reaffirm "
    "realize reassert recall recognize recommend recommit reconfirm record reemphasize refer "
    "regret reinstate reiterate reject release renew reorder repeal replace report reproach "
    "resolve restate retain review revise revoke salute seek select set solicit "
    "state stress strengthen submit suggest support suspend sympathize take terminate "
    "thank transmit trust underline underscore understand undertake uphold view vote warn "
    "welcome wish withdraw witness"
)

#: Base forms that open a paragraph of two bodies at once ("Request the secretariat to");
#: a narrow list, since a sub-paragraph may open with any base form ("Develop a plan").
PLURAL = words(
    "acknowledge adopt affirm agree appreciate approve authorize call commend confirm "
    "congratulate decide emphasize encourage endorse express invite note reaffirm recall "
    "recognize recommend reiterate request stress take underline underscore urge "
    "welcome"
)

#: Verbs whose participle is an ordinary word at the head of a list's entry ("Providing …").
NOT_PREAMBULAR = words(
    "provide report strengthen establish support review continue undertake postpone maintain "
    "build make give bring set select examine determine extend focus forward join keep launch "
    "leave open pay place raise renew replace revise submit transmit terminate view close "
    "convene cancel define estimate draw elect fix grant initiate institute name nominate offer "
    "order press propose record refer release retain seek solicit suspend vote withdraw task "
    "summon charge command commission direct mandate prompt challenge empower assign associate "
    "attach conclude increase"
)

#: Verbs that act only together with further words; alone they are ordinary words.
PHRASAL = {
    "take": r"(?:due\s+|full\s+|careful\s+)?note(?:\s+of)?|into\s+(?:account|consideration)|"
    r"(?:full\s+)?account\s+of|(?:up|action|pride|cognizance|stock)",
    "call": r"(?:once\s+again\s+)?(?:upon|on|for|to|attention)|"
    r"(?:again|also|further|once\s+more)\s+(?:upon|on|for)",
    "look": r"forward(?:\s+to)?",
    "bring": r"to\s+the\s+attention",
    "draw": r"(?:the\s+)?attention|upon|on",
    "pay": r"(?:special\s+|particular\s+|sincere\s+|high\s+)?(?:tribute|attention)",
    "give": r"(?:due\s+)?(?:consideration|effect|notice)",
    "place": r"on\s+record",
    "set": r"up|out|forth|aside",
    "keep": r"under\s+(?:constant\s+|continuous\s+)?review|in\s+mind",
    "make": r"(?:an\s+)?(?:urgent\s+)?appeal|available|every\s+effort",
    "open": r"for\s+signature",
    "leave": r"it\s+to",
    "attach": r"(?:great\s+)?importance",
    "bear": r"in\s+mind",
}

#: Verbs that need what is expressed: ``expresses its appreciation``.
EXPRESSING = frozenset({"express", "extend", "convey", "voice"})

#: Verbs that may repeat something said before: ``reiterates its request``.
REPEATING = frozenset({"reiterate", "repeat", "renew", "restate"})

#: Openings of preambular paragraphs that are no participles of the verbs above.
PREAMBULAR = (
    r"(?:Having(?:\s+(?:also|further|carefully|thoroughly|duly|again))?\s+"
    r"(?:regard\s+to|taken\s+note(?:\s+of)?|taken\s+into\s+account|taken(?:\s+up)?|"
    r"met|held|heard|given|begun|seen|sought|set|made|in\s+mind|undertaken|chosen|[a-z]+ed)|"
    r"(?:Also\s+)?[Bb]earing(?:\s+\w+){0,2}?\s+in\s+mind|"
    r"Keeping\s+in\s+(?:mind|view)|Responding\s+to|Pursuant\s+to|Acting|Basing\s+itself|Remembering|"
    r"(?:(?:Being|Remaining)\s+)?(?:Also\s+|Further\s+)?(?:[A-Z]?[a-z]+ly\s+)?(?i:"
    r"mindful|aware|conscious|cognizant|concerned|convinced|determined|alarmed|inspired|guided|"
    r"encouraged|disturbed|distressed|dismayed|committed|confident|grateful|shocked|resolved|"
    r"pleased|gratified|saddened|anxious|desirous|hopeful|appalled)"
    r"(?:\s+(?:also|further|again|deeply|gravely)\b)?(?!-))\b"
)

_DOUBLED = {"admit", "commit", "submit", "transmit", "set", "refer", "defer", "confer", "let"}


def third_person(base: str) -> str:
    """``request`` -> ``requests``, ``stress`` -> ``stresses``, ``reply`` -> ``replies``."""
    if re.search(r"(?:s|x|z|ch|sh)$", base):
        return f"{base}es"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}s"


def participle(base: str) -> str:
    """``recognize`` -> ``recognizing``, ``refer`` -> ``referring``."""
    if base in _DOUBLED:
        return f"{base}{base[-1]}ing"
    if re.search(r"[^e]e$", base):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def past(base: str) -> str:
    """``request`` -> ``requested``; irregular verbs by name."""
    irregular = {
        "take": "took",
        "give": "gave",
        "draw": "drew",
        "pay": "paid",
        "set": "set",
        "make": "made",
        "seek": "sought",
        "find": "found",
        "keep": "kept",
        "bring": "brought",
        "leave": "left",
        "undertake": "undertook",
        "uphold": "upheld",
        "understand": "understood",
        "withdraw": "withdrew",
    }
    if base in irregular:
        return irregular[base]
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}ed"


def spellings(base: str) -> tuple[str, ...]:
    """A verb in both spellings: ``recognize``, ``recognise``; with a hyphen where usual."""
    forms = [base]
    if base.endswith("ize"):
        forms.append(f"{base[:-3]}ise")
    if base.startswith("ree"):
        forms.append(f"re-{base[2:]}")
    return tuple(forms)
