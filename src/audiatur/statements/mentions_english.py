"""The words that name a source, taken apart: head, names in it, its kind, what to call a nameless one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from audiatur.statements.names import Name, find_names, is_body, is_place
from audiatur.statements.offices_english import is_head
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import COLLECTIVES, DOCUMENTS, ORGANISATIONS, ROLES
from audiatur.statements.sentences import Token
from audiatur.statements.values import SpeakerType
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import DETERMINERS, PREPOSITIONS, TIME_LEADS, TIME_WORDS

_OWNED = words("'s ’s")
_INSIDE = words("of by from for")  # belong to the name of a document: "a survey by Meinung Nord"
_PERSONS = words("man woman boy girl person veteran people somebody someone anyone nobody everyone")
_PARTICIPLES = words(
    "seen sent written taken drawn held given made found shown kept read put leaked known called named"
)
_CALLED = {
    ("name", "of"),
    ("nickname", "of"),
    ("known", "as"),
    ("only", "as"),
    ("name", "as"),
    ("nicknamed", "as"),
    ("himself", "as"),
    ("herself", "as"),
    ("themselves", "as"),
}
"""Words before what someone calls himself: "a man who gave his name only as"."""
_OF_ONESELF = words("itself himself herself themselves name nickname alias")
_MEASURES = words(
    "more less fewer than same latter very hundreds dozens thousands scores of at least only nearly almost"
)
_AFTER_NOUN = words("close familiar aware privy responsible present critical loyal opposed sympathetic")
_GROUPS = words("side delegation camp bloc people team group groups")
_UNITED = words("police army government opposition")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source's words: all tokens, those of the head, the names in them."""

    tokens: tuple[Token, ...]
    head: tuple[Token, ...]
    names: tuple[Name, ...]

    @property
    def opener(self) -> str:
        """The first word, in lower case."""
        return self.tokens[0].lower

    @property
    def plain(self) -> list[Token]:
        """The head without its determiners."""
        at = 0
        while at < len(self.head) - 1 and self.head[at].lower in DETERMINERS:
            at += 1
        return list(self.head[at:])


def take_apart(tokens: Sequence[Token]) -> Mention:
    """The mention that the tokens make."""
    while len(tokens) > 1 and tokens[-1].lower in _OWNED:
        tokens = tokens[:-1]  # "Orlova's" claim
    names = tuple(find_names(tokens))
    return Mention(tuple(tokens), tuple(head_of(tokens, names)), names)


def head_of(tokens: Sequence[Token], names: Sequence[Name] = ()) -> list[Token]:
    """The words of a mention that name its head: up to a comma, a bracket, a preposition or a relative.

    Prepositions inside one of ``names`` belong to it ("Front for the Delta").
    """
    head: list[Token] = []
    for number, token in enumerate(tokens):
        if head and (token.lower == "than" or any(n.name_first < number < n.last for n in names)):
            head.append(token)
            continue
        if token.kind != "w" and head and token.text not in "'’&":
            break
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        body = token.lower == "of" and following is not None and following.text[0].isupper()
        if body and head and (is_body(head[-1].text) or is_body(head[-1].lower)):
            head.append(token)
            continue
        if head and (token.lower in PREPOSITIONS or token.lower in ("who", "which", "that")):
            break
        if len(head) > 1 and token.lower in _AFTER_NOUN and following is not None and following.lower in PREPOSITIONS:
            break
        if len(head) > 1 and _participle(token) and (following is None or _follows_participle(following)):
            break
        if len(head) > 1 and _attends(head[-1], token) and following is not None and following.lower in DETERMINERS:
            break
        head.append(token)
    return head


def _participle(token: Token) -> bool:
    """Whether a word may begin what is told of a noun before it ("a letter seen by")."""
    return token.text.islower() and (token.lower.endswith("ed") or token.lower in _PARTICIPLES)


def _attends(noun: Token, token: Token) -> bool:
    """Whether a word tells what a body or a document does: "the statement accompanying the decision"."""
    known = noun.lower in DOCUMENTS or noun.lower in ORGANISATIONS
    return known and token.text.islower() and token.lower.endswith("ing")


def _follows_participle(token: Token) -> bool:
    return token.lower in PREPOSITIONS | TIME_WORDS | TIME_LEADS | {"out", "up"}


def speaking_name(mention: Mention) -> Name | None:
    """The name whose bearer speaks: the head, or what stands in apposition to it; no owner, no "of" and "in"."""
    tokens = mention.tokens
    joined = any(t.lower == "and" and not _within_name(mention, t) for t in mention.head)
    for name in mention.names:
        at = name.first - 1
        while (
            at > 0
            and tokens[at].lower in ("the", "a", "an", "its", "their", "his", "her")
            and tokens[at - 1].text == ","
        ):
            at -= 1
        before = tokens[at].lower if name.first else ""
        owner = name.last + 2 < len(tokens) and tokens[name.last + 1].lower in _OWNED
        apostrophe = (
            name.last + 1 < len(tokens) - 1
            and tokens[name.last + 1].text in "'’"
            and tokens[name.last].lower.endswith("s")
        )
        two = [t.lower for t in tokens[max(0, name.first - 2) : name.first]]
        called = (two and two[-1] in _OF_ONESELF) or tuple(two) in _CALLED or _has_post(tokens, name)
        if owner or apostrophe or (before in PREPOSITIONS and not called and before != "according"):
            continue
        within = mention.head and tokens[name.last].start <= mention.head[-1].start
        if within and (joined or tokens[name.last] is not mention.head[-1]):
            continue
        if within or called or before in (",", "–", "—", "called", "named") or name.role:
            return name
    return None


def _within_name(mention: Mention, token: Token) -> bool:
    return any(name.start < token.start < name.end for name in mention.names)


def _has_post(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a full name that ends the mention bears what stands before it: "head of quality Lena de la Vega"."""
    if " " not in name.text or not name.first or is_place(name.text) or is_body(name.text):
        return False
    before, last = tokens[name.first - 1], name.last == len(tokens) - 1 or tokens[name.last + 1].kind != "w"
    plain = before.kind == "w" and before.text.islower() and before.lower not in DETERMINERS | PREPOSITIONS
    return last and plain and before.lower not in ("and", "or", "who", "which", "that")


def kind_of(mention: Mention) -> SpeakerType | None:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """What kind of source a mention without a known name is, by its head noun."""
    head = mention.head
    plain = [t for t in head if t.lower not in DETERMINERS and t.kind == "w"]
    if not plain:
        return SpeakerType.COLLECTIVE if head and head[-1].lower in COLLECTIVES else None
    if any(t.lower == "and" and not _within_name(mention, t) for t in head):
        return SpeakerType.COLLECTIVE
    noun = plain[-1].lower
    if noun in DOCUMENTS or (noun[0].isdigit() and len(plain) > 1):
        return SpeakerType.DOCUMENT
    if noun in COLLECTIVES or noun in PLACES:
        return SpeakerType.COLLECTIVE
    if noun in ORGANISATIONS or noun in _UNITED:
        return SpeakerType.ORGANIZATION
    if (
        is_head(noun)
        or noun in _PERSONS
        or any(t.lower in ROLES for t in plain[:-1] if t.text.islower() and noun[0].isdigit())
    ):
        return SpeakerType.PERSON
    text = " ".join(t.text for t in plain)
    if head[-1].text[0].isupper() and is_body(text):
        return SpeakerType.ORGANIZATION
    if noun.endswith("s") and (is_head(noun.rstrip("s")) or noun[:-1] in ORGANISATIONS):
        return SpeakerType.COLLECTIVE
    return SpeakerType.COLLECTIVE if is_place(text) else None


def label_of(text: str, mention: Mention, kind: SpeakerType | None, sides: Collection[str] = ()) -> str | None:
    """What to call a source that is no known name: a body, a document, a side with its adjective; None for others.

    ``sides``: further words, in lower case, that name a country or come from one. What is only a noun is in lower case.
    """
    plain = _unmeasured(mention.plain)
    if not plain or kind in (None, SpeakerType.PERSON):
        return None
    if kind is SpeakerType.DOCUMENT:
        plain = _unowned(plain)
    words_ = text[plain[0].start : plain[-1].end]
    if kind is SpeakerType.COLLECTIVE:
        if is_place(words_):
            return PLACES[words_.lower()]
        named = any(t.lower in ADJECTIVES or t.lower in PLACES for t in plain[:-1])
        sided = plain[-1].lower in _GROUPS and plain[0].lower in sides
        staff = _staff_end(mention, plain[-1])
        if staff is not None:
            return text[plain[0].start : staff.end]
        return words_ if named or sided else None
    if kind is SpeakerType.ORGANIZATION:
        return words_.lower() if len(plain) == 1 and not words_.isupper() else words_
    return text[plain[0].start : _document_end(mention, plain[-1]).end]


def _unmeasured(plain: list[Token]) -> list[Token]:
    """The words without how many there are and without "same": "emails" for "more than 600 emails"."""
    at = 0
    while at < len(plain) - 1 and (plain[at].lower in _MEASURES or plain[at].text[0].isdigit()):
        at += 1
    return plain[at:]


def _staff_end(mention: Mention, last: Token) -> Token | None:
    """The last word of whose people they are: "geologists at the Tarn Institute"; None where no body is named so."""
    tokens = mention.tokens
    at = next(i for i, t in enumerate(tokens) if t.start == last.start) + 1
    if at >= len(tokens) or tokens[at].lower != "at":
        return None
    name = next((n for n in mention.names if at < n.first <= at + 2), None)
    return tokens[name.last] if name is not None and (is_body(name.text) or " " in name.text) else None


def _unowned(plain: list[Token]) -> list[Token]:
    """The words of a document without whose it is: "rulebook" for "the union's rulebook"."""
    owners = [i for i, t in enumerate(plain[:-1]) if t.lower in _OWNED or t.lower.endswith(("'s", "’s"))]
    left = plain[owners[-1] + 1 :] if owners else plain
    return left[1:] if len(left) > 1 and left[0].lower == "own" else left


def _document_end(mention: Mention, last: Token) -> Token:
    """The last word of a document's name: what it is "of", "by" or "from" belongs to it."""
    tokens = mention.tokens
    at = next(i for i, t in enumerate(tokens) if t.start == last.start)
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in _INSIDE:
        return last
    if tokens[at + 1].lower == "by" and tokens[at + 2].text.islower() and tokens[at + 2].lower not in DETERMINERS:
        return last  # "a reply by hand"
    end = at + 1
    while end + 1 < len(tokens) and tokens[end + 1].kind == "w" and not _ends_name(tokens, end + 1):
        end += 1
    return tokens[end] if end > at + 1 else last


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    return word in ("who", "which", "that", "seen", "obtained", "published", "in", "on") or (
        word.endswith("ed") and tokens[at].text.islower()
    )
