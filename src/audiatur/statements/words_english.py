"""Closed classes of English words by which phrases and clauses are told apart; our own compilation."""

from __future__ import annotations

from audiatur.statements.wordlists import words

PRONOUNS = words("he she they it we i you who one")
MALE = words("he him his himself")
FEMALE = words("she her hers herself")

DETERMINERS = words(
    """the a an this that these those his her its their our my your some many several most few all both another
    other each every any no one two three four five six seven eight nine ten dozens hundreds thousands such"""
)
AUXILIARIES = words("has have had is are was were be been being do does did 's 've 'd ’s ’ve ’d ’s having")
BE = words("is are was were be been being am 's ’s")
MODALS = words("will would can could shall should may might must 'll ’ll 'd ’d")
NEGATIONS = words("not never n't hardly")
ADVERBS = words(
    """also later then once again repeatedly previously recently already now still even just simply first further
    earlier often always sometimes long only too instead otherwise nonetheless nevertheless rather quite indeed
    ever since all both each almost soon thus therefore however likewise"""
)
TIME_WORDS = words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year
    morning afternoon evening night weekend january february march april may june july august september october
    november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon tue wed thu fri sat sun ago"""
)
TIME_LEADS = words("last this next earlier late early on in since over during the that same two three several")
PREPOSITIONS = words(
    """of in on at to for from by with about against between into through during before after under over above
    below near behind beyond within without across along among amid amidst around as despite toward towards upon
    until till than via per versus regarding concerning following including like since outside inside throughout"""
)
SUBORDINATORS = words(
    """that because although though while whereas when whenever if unless as until once since where wherever
    whether after before lest why how what which who whom whose"""
)
COORDINATORS = words("and but or nor yet so")
RELATIVES = words("which who whom that where what whose")
# Words that open an adverbial at the head of a sentence, before the subject.
LEADING_ADVERBS = words(
    """meanwhile however still now then today yesterday later earlier instead indeed moreover furthermore
    additionally also afterward afterwards finally first second third recently again perhaps maybe nevertheless
    nonetheless thus therefore so and but or yet even only just once soon here there why how when after before"""
)
# Verbs at which a leftward walk for a subject must stop: they belong to another clause.
FINITE = words(
    """is are was were has have had will would can could shall should may might must do does did isn't aren't
    wasn't weren't won't wouldn't can't cannot couldn't doesn't don't didn't hasn't haven't hadn't went came got
    made took gave became began left ran won lost met kept let put"""
)
CONTRACTED_NOT = frozenset(
    word.replace("'", mark)
    for word in [
        "didn't",
        "doesn't",
        "don't",
        "hasn't",
        "haven't",
        "hadn't",
        "won't",
        "wouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "couldn't",
        "can't",
        "shouldn't",
    ]
    for mark in "'’"
)
