"""Contents that are objects, in Russian and Ukrainian: whom one accuses, what one asks for, what one calls
something."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.cues_slavic import Cue, Reading, Said, cue_at, said_by
from audiatur.statements.ends_slavic import clause_end
from audiatur.statements.phrases_slavic import is_adverbial
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_slavic import Frame, Verb
from audiatur.statements.views_slavic import View

_FORMS = {"s": ("ает", "ює"), "t": ("ают", "ють"), "f": ("ла",), "p": ("ли",)}
_BANNED = ("запре", "разреш", "забор", "дозвол")
_IT = ("его", "ее", "их", "його", "її", "їх")


_ASKED = (
    "потребов", "треб", "прос", "попрос", "предлож", "предлаг", "пообещ", "обещ", "пригроз", "угрож", "грозит",
    "призв", "призыв", "заклик", "вимаг", "зажад", "запропон", "пропон", "пообіц", "обіц", "погрож", "запрос",
)  # fmt: skip


_THIS = ("это", "этого", "це", "цього", "ці", "эти", "цю", "эту", "такие", "такі")


_MAX_OBJECT = 30


_INFINITIVES = ("ть", "ти", "чь", "ться", "тися", "тись", "чься")


_NO_INFINITIVE = frozenset(
    [
        "часть",
        "область",
        "власть",
        "мать",
        "новость",
        "безопасность",
        "помощь",
        "ночь",
        "очередь",
        "речь",
        "мощь",
        "деятельность",
        "ответственность",
        "смерть",
        "память",
        "готовность",
        "возможность",
        "стоимость",
        "общественность",
        "отрасль",
        "шесть",
        "пять",
        "сеть",
        "путь",
        "гости",
        "сети",
        "части",
        "власти",
        "области",
        "дети",
        "цели",
        "пути",
        "речи",
        "новости",
        "возможности",
        "діти",
        "часті",
        "сіті",
        "гості",
        "області",
        "владі",
        "участь",
        "участі",
        "освіти",
        "статті",
    ]
)


_INSTRUMENTAL = ("ой", "ою", "ей", "ею", "ым", "им", "ім", "їм", "ом", "ем", "єм", "ью", "ами", "ями", "ыми", "ими")


_PAIR_ENDS = {
    "вину",
    "ответственность",
    "відповідальність",
    "провину",
    "прощения",
    "вибачення",
    "извинения",
    "соболезнования",
}


_PAIR_STEMS = ("возлож", "возлаг", "покла", "поклад", "попрос", "прос", "принес", "перекла", "перелож")


def is_pair(view: View, at: int) -> bool:
    """Whether a verb and its noun are the cue together: "возложил вину"."""
    return view.word(at).startswith(_PAIR_STEMS) and view.word(at + 1) in _PAIR_ENDS


def _has_comma(view: View, first: int, last: int) -> bool:
    """Whether a comma stands between two tokens."""
    return any(view.is_comma(k) for k in range(first, last + 1))


def _is_for(view: View, at: int) -> bool:
    """Whether "for" stands there, which is no part of what is asked forgiveness for."""
    return view.word(at) in ("за", "перед")


def is_infinitive(view: View, at: int) -> bool:
    """Whether a word ends as infinitives do and is none of the nouns that do."""
    word = view.word(at)
    return (
        view.is_word(at)
        and len(word) > 3
        and word.endswith(_INFINITIVES)
        and word not in _NO_INFINITIVE
        and not view.capital(at)
    )


def object_of(reading: Reading, cue: Cue) -> Said | None:
    """ "S осудил C", "S сообщил о C", "S попросил A сделать C", "S назвал C ложью"; None for none of these."""
    frame = cue.verb.frame
    impersonal = reading.nested and frame is Frame.DO
    if frame in (Frame.ONLY, Frame.THINK) or (cue.source is None and cue.verb.form != "g" and not impersonal):
        return None
    if frame is Frame.SAY:
        return _about(reading, cue)
    if cue.subject is None and cue.verb.form != "g" and (cue.right is None or cue.right.phrase is None):
        return None
    thanked = frame is Frame.OBJECT and cue.subject is not None and cue.told is not None
    at = cue.told[0] if thanked and cue.told else cue.after
    while at <= reading.last and is_adverbial(reading.view, at, reading.language) and frame is not Frame.DO:
        at += 1
    if at > reading.last or reading.view.kind(at) in "p.":
        return _object_before(reading, cue) if frame is Frame.OBJECT else None
    banned = cue.inside and reading.view.word(cue.at).startswith(_BANNED)  # "в стране запретили" says no one
    if banned:
        return None
    return _asked(reading, cue, at) if frame is Frame.DO else _object_after(reading, cue, at)


def _about(reading: Reading, cue: Cue) -> Said | None:
    """ "S сообщил о C", also past "в своём канале"."""
    view, language = reading.view, reading.language
    at = cue.after
    while at <= reading.last and is_adverbial(view, at, language):
        at += 1
    if view.word(at) in language.in_:
        later = (k for k in range(at + 2, min(at + 7, reading.last)) if view.word(k) in language.about)
        at = next((k for k in later if all(view.kind(n) in "wq" for n in range(at, k))), at)
    if view.word(at) not in language.about or at >= reading.last or view.word(at + 1) in language.about_this:
        return None
    end = clause_end(view, at, reading.last, cue, language, plain=True)
    return said_by(cue, [(at, _within(reading, cue, at, end))])


def _object_after(reading: Reading, cue: Cue, at: int) -> Said | None:
    """ "S осудил C", "S назвал C ложью"."""
    view, frame = reading.view, cue.verb.frame
    end = _within(reading, cue, at, clause_end(view, at, reading.last, cue, reading.language, plain=True))
    sentence = frame is Frame.OBJECT and view.word(at) in ("до", "к", "на")  # "осудил к пяти годам"
    passive = cue.verb.plural and view.word(at) in ("в", "у", "во", "за")  # "компании обвинили в обмане"
    sentence = sentence and view.word(cue.at).startswith(("осуд", "засуд"))
    if (
        end - at > _MAX_OBJECT
        or view.word(at) in reading.language.joins
        or sentence
        or (passive and frame is Frame.OBJECT)
    ):
        return None
    if frame is Frame.CALL and (view.word(at) in _IT or not _calls(reading, at, end)):
        return None
    return said_by(cue, [(at, end)])


def _within(reading: Reading, cue: Cue, start: int, end: int) -> int:
    """The end of a content in a relative clause or at a gerund that opens the sentence: the next comma."""
    relative = cue.subject is not None and cue.relative
    opening = cue.verb.form == "g" and cue.first == reading.floor
    if not (relative or opening):
        return end
    return next((k - 1 for k in range(start + 1, end) if reading.view.is_comma(k)), end)


def _calls(reading: Reading, at: int, end: int) -> bool:
    """Whether something is called something: two parts, the second in marks or in the instrumental."""
    words = range(at, end + 1)
    if end == at or _has_comma(reading.view, at, end):
        end = next((k - 1 for k in words if reading.view.is_comma(k)), end)
    return end > at and any(
        reading.view.kind(k) == "q"
        or (reading.view.is_word(k) and not reading.view.capital(k) and reading.view.word(k).endswith(_INSTRUMENTAL))
        for k in range(at + 1, end + 1)
    )


def _object_before(reading: Reading, cue: Cue) -> Said | None:
    """ "Он это отрицает", "Министр вину не признаёт": subject, object, verb."""
    view = reading.view
    if cue.subject is None or cue.subject.phrase is None:
        return None
    first, last = cue.subject.phrase
    cut = next((k for k in range(first + 1, last + 1) if view.word(k) in _THIS), None)
    if cut is None and view.capital(first) and view.capital(last) is False and last > first:
        names = [k for k in range(first, last + 1) if view.capital(k)]
        cut = names[-1] + 1 if len(names) > 1 else None
    if cut is None and cue.subject.last > last:
        cut = last + 1
        last = cue.subject.last
    if cut is None or cut > last or is_adverbial(view, cut, reading.language):
        return None
    said = said_by(cue, [(cut, last)])
    return replace(said, source=(first, cut - 1))


def _asked(reading: Reading, cue: Cue, at: int) -> Said | None:
    """ "S попросил A сделать C", "S потребовал от A C"."""
    view, language = reading.view, reading.language
    start: int | None = None
    for k in range(at, min(at + 9, reading.last + 1)):
        word = view.word(k)
        if view.kind(k) == "q":
            start = k
            break
        if not view.is_word(k) or (word in language.stops and word != "не"):
            break
        if is_infinitive(view, k):
            start = k
            while start > at and (is_adverbial(view, start - 1, language) or view.word(start - 1) in ("не", "и", "й")):
                start -= 1
            break
    if start is None and not reading.nested and view.word(cue.at).startswith(_ASKED):
        start = _noun_asked(reading, at)
    if start is None or start > reading.last:
        return None
    told = view.trimmed(at, start - 1) if start > at else None
    if told and view.word(told[0]) in ("от", "від", "у", "к", "до", "перед"):
        told = (told[0] + 1, told[1]) if told[1] > told[0] else None
    end = _within(reading, cue, start, clause_end(view, start, reading.last, cue, language, plain=True))
    said = said_by(cue, [(start, end)])
    return replace(said, told=told or said.told)


def _noun_asked(reading: Reading, at: int) -> int | None:
    """Where the noun that is asked for begins, past whom it is asked of; None where nothing follows."""
    view, language = reading.view, reading.language
    if view.word(at) in ("от", "від"):
        return at + 2 if at + 2 <= reading.last else None
    word = view.word(at)
    if (
        word.endswith(("ам", "ям", "им", "ым", "ім"))
        and at + 1 <= reading.last
        and view.is_word(at + 1)
        and view.word(at + 1) not in language.prepositions
    ):
        return at + 1
    if is_adverbial(view, at, language):
        return _noun_asked(reading, at + 1) if at + 1 <= reading.last else None
    return at


def pair(reading: Reading, at: int) -> Said | None:
    """A verb and its noun that together are the cue: "возложил вину на", "попросил прощения за"."""
    word = reading.view.word(at)
    form = "f" if word.endswith("ла") else "p" if word.endswith("ли") else "n" if word.endswith("ло") else "m"
    cue = cue_at(reading, at, Verb(StatementClass.SPEECH_ACT, Frame.OBJECT, form), at, at + 1)
    if cue.source is None:
        return None
    start = at + 2
    while start <= reading.last and _is_for(reading.view, start):
        start += 1
    if start > reading.last or reading.view.kind(start) not in "wq":
        return None
    end = clause_end(reading.view, start, reading.last, cue, reading.language, plain=True)
    return replace(said_by(cue, [(start, end)], StatementClass.SPEECH_ACT))


def express(reading: Reading, at: int) -> Said | None:
    """ "S выразил надежду, что C", "S высловив співчуття A"."""
    view, language = reading.view, reading.language
    if view.word(at - 1) == "не":
        return None
    form = next((f for f, ends in _FORMS.items() if view.word(at).endswith(ends)), "m")
    noun = next((k for k in range(at + 1, min(at + 5, reading.last + 1)) if view.word(k) in language.feelings), None)
    if noun is None and language.code == "ru":
        return None
    class_ = language.feelings[view.word(noun)] if noun is not None else StatementClass.SPEECH_ACT
    cue = cue_at(reading, at, Verb(class_, Frame.ONLY, form), at, at if noun is None else noun)
    if cue.source is None:
        return None
    start = cue.after if noun is None else noun + 1
    comma = next((k for k in range(start, min(start + 6, reading.last)) if view.is_comma(k)), None)
    if noun is not None and comma is not None and view.word(comma + 1) in language.that and comma + 2 <= reading.last:
        return said_by(
            cue, [(comma + 2, clause_end(view, comma + 2, reading.last, cue, language, plain=False))], class_
        )
    if start > reading.last or view.kind(start) not in "wq":
        return None
    return said_by(cue, [(start, clause_end(view, start, reading.last, cue, language, plain=True))], class_)
