"""English words that introduce what someone said, thinks or does in speaking; our own compilation.

Each table line lists base forms; inflected forms are made by rule, irregular ones are given. ``NOUN_LIKE`` are verbs
of which a form is also a common noun ("claims", "reports"): they need better company to count as a cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.statements.values import StatementClass
from audiatur.statements.wordlists import words

# A proposition or words follow.
_SPEECH = """
say tell add state note claim report announce explain argue suggest write tweet retweet post declare insist warn
admit confirm conclude recall reply respond predict assert contend maintain quip joke stress emphasize emphasise
underline underscore outline mention remark observe reveal disclose testify complain lament reiterate repeat
acknowledge concede continue allege ask answer inquire enquire wonder muse opine posit volunteer recount relate
narrate signal hint imply indicate inform notify brief advise assure remind reassure caution counter retort
rejoin shoot-back fire-back shout yell scream exclaim cry whisper murmur mutter mumble grumble gripe groan sigh
bark growl thunder bellow chant intone drawl deadpan gush enthuse rave boast brag crow gloat elaborate clarify
specify stipulate affirm aver avow attest certify swear proclaim pronounce preach lecture sum-up point-out
spell-out blurt ad-lib estimate forecast project calculate reckon theorize theorise speculate hypothesize
philosophize moralize generalize interject interrupt chime-in pipe-up chip-in weigh-in press query quiz object
protest dissent disagree agree concur rule find hold dictate summarize summarise paraphrase quote cite rebut
refute dispute contest divulge leak confide confess own-up fess-up allow grant stammer stutter snap sniff snarl
hiss huff scoff sneer snort laugh giggle chuckle smile wail moan whine plead beg tease taunt jeer heckle jibe
deplore rue summarise comment commentate editorialize blog broadcast telegraph email text message relay convey
communicate articulate voice vent express describe characterize characterise portray depict label brand call dub
term refer publicize publicise advertise circulate title head caption begin start finish close end open pen
expound contemplate venture proffer submit counsel instruct teach debunk overstate understate reaffirm restate
re-iterate rephrase recap reason surmise deduce infer extrapolate gather hear learn bemoan bewail fulminate rail
rant inveigh harangue sermonize prophesy foretell foresee tout"""

# Something is done in speaking; the content is what it is done about.
_ACTS = """
accuse thank condemn praise urge demand promise pledge vow apologize apologise criticize criticise denounce
blast slam blame rebuke chide scold reprimand admonish berate castigate lambast lambaste excoriate assail attack
ridicule mock deride disparage belittle insult vilify decry bash pan knock rap rip hammer hit-out lash-out
commend compliment laud applaud hail salute congratulate welcome endorse back extol celebrate honor honour
call-for call-on call-upon appeal point-to refer-to speak-of credit implore beseech entreat exhort encourage
invite request petition order command bid instruct direct threaten challenge dare defy forbid ban veto prohibit
authorize authorise permit propose recommend offer nominate advocate champion reject deny dismiss rebuff refuse
decline repudiate disavow retract withdraw renounce recant guarantee undertake oblige commit swear-off dedicate
bequeath forgive pardon absolve excuse defend justify vouch plug pitch lobby rule-out push-back hit-back
speak-out float-out tick-off single-out defer brush-off play-down talk-up characterise liken compare equate link
tie attribute ascribe impute protest-against object-to complain-of warn-against caution-against question
doubt-openly"""

# A state of mind without an utterance.
_ATTITUDES = """
believe think hope fear expect doubt suspect worry wish feel regret assume presume reckon envision foresee dread
resent trust"""

# What documents do when they speak.
_DOCUMENTS = """
read show"""

_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "found", "finding"),
    "hold": ("holds", "held", "held", "holding"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "know": ("knows", "knew", "known", "knowing"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "foretell": ("foretells", "foretold", "foretold", "foretelling"),
    "read": ("reads", "read", "read", "reading"),
    "show": ("shows", "showed", "shown", "showing"),
    "teach": ("teaches", "taught", "taught", "teaching"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "bid": ("bids", "bid", "bid", "bidding"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "begin": ("begins", "began", "begun", "beginning"),
    "spell": ("spells", "spelled", "spelled", "spelling"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "forgive": ("forgives", "forgave", "forgiven", "forgiving"),
    "learn": ("learns", "learned", "learned", "learning"),
    "broadcast": ("broadcasts", "broadcast", "broadcast", "broadcasting"),
}

_DOUBLING = words(
    """admit quip pen plan pan rap rip chip slam rebut submit commit dub blog brag beg chat plug tip brag"""
)

NOUN_LIKE = words(
    """reason worry state claim report note demand remark promise pledge vow project estimate forecast cry comment
    post tweet text message email request order command challenge dispute protest appeal threat attack hope fear
    plan wish view doubt aim desire support respect love like care figure guess title head term label brand rule
    offer question answer query object contest end start finish close open address point address voice vent
    laugh smile link tie bid quote leak whisper murmur sigh bark snap groan scream shout start press charge
    insult welcome back hit knock rap rip hammer pan hail ban veto pitch broadcast show read value trust regret
    hold guarantee advocate welcome mandate celebrate jeer tease taunt crow jibe rant whine moan chant chuckle
    giggle reason worry"""
)

# Words of speech that are cues only beside quotation marks: too many other uses.
QUOTE_ONLY = words(
    """offer refuse decline defend challenge defy dare order invite direct ban veto permit authorize authorise
    nominate guarantee commit oblige celebrate honor honour question instruct command encourage dedicate lobby
    withdraw undertake salute forgive pardon absolve excuse defer bid request swear begin start finish close end
    open hold laugh giggle chuckle smile wail moan whine groan sigh sniff snort press find rule hear learn
    gather allow grant head title caption continue dub term label brand characterize characterise portray depict
    refer express voice text message circulate object interrupt snap bark thunder cry submit venture project
    teach quote convey relay communicate articulate hit knock rap rip hammer pan plug pitch back see like love
    know read show link tie compare liken equate hold tout contest answer tease crow express rail lecture preach
    dispute"""
)

# Words that are cues only where the words in quotation marks follow at once: perception and ruling have other objects.
DIRECT_ONLY = words(
    """begin start finish close end open hold learn hear find rule gather know read see show like love back allow
    grant project contest teach head title caption link tie knock hit"""
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected form of a cue verb.

    ``form`` is ``base``, ``third``, ``past`` (past tense, and the participle where it looks the same),
    ``participle`` or ``ing``; ``particle`` is the word
    that must follow ("out" in "point out"), None for none.
    """

    lemma: str
    class_: StatementClass
    form: str
    particle: str | None = None

    @property
    def noun_like(self) -> bool:
        """Whether this very form is also a common noun."""
        return self.lemma in NOUN_LIKE and self.form in ("base", "third")


def _forms(base: str) -> tuple[str, str, str, str]:
    """Third person, past tense, past participle and -ing form of ``base``."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith(("s", "sh", "ch", "x", "z")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in _DOUBLING:
        return third, base + base[-1] + "ed", base + base[-1] + "ed", base + base[-1] + "ing"
    if base.endswith("e"):
        return third, base + "d", base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return third, base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    return third, base + "ed", base + "ed", base + "ing"


def _table() -> dict[str, tuple[Verb, ...]]:
    """Every inflected form with its readings, those with a particle first."""
    table: dict[str, list[Verb]] = {}
    for lines, class_ in (
        (_SPEECH, StatementClass.SPEECH),
        (_ACTS, StatementClass.SPEECH_ACT),
        (_ATTITUDES, StatementClass.ATTITUDE),
        (_DOCUMENTS, StatementClass.DOCUMENT),
    ):
        for entry in lines.split():
            base, _, particle = entry.partition("-")
            if base == "re":
                base, particle = entry.replace("-", ""), ""
            third, past, participle, ing = _forms(base)
            for form, name in (
                (base, "base"),
                (third, "third"),
                (past, "past"),
                (participle, "past" if participle == past else "participle"),
                (ing, "ing"),
            ):
                verb = Verb(base, class_, name, particle or None)
                readings = table.setdefault(form, [])
                if all((v.particle, v.form) != (verb.particle, verb.form) for v in readings):
                    readings.append(verb)
    return {form: tuple(sorted(vs, key=lambda v: v.particle is None)) for form, vs in table.items()}


VERBS: dict[str, tuple[Verb, ...]] = _table()
