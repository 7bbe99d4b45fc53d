"""Where the words of a quotation end whose closing mark is missing: before the clause that reports it.

"«Это трагедия, сказала она." and "“It is a tragedy, she said." have their end told by the comma and the reporter. Only
plain verbs of saying count, and only where who speaks stands beside the verb; else nothing is known of the end.
"""

from __future__ import annotations

import re

_ENGLISH = r"(?:said|says|added|adds|told|replied|asked|wrote|writes|explained|insisted|warned|argued|noted|recalled)"
_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){0,3}"
_WHO = rf"(?:he|she|they|(?:the|a|an)\s+(?:[\w’'-]+\s+){{0,3}}[\w’'-]+|{_NAME})"
_AFTER = r"(?=\s*(?:[.,;:]|$)|\s+(?:on|in|at|to|after|during|late|early|reporters)\b)"
_SLAVIC = (
    r"(?:(?:сказал|заявил|сообщил|отметил|добавил|подчеркнул|ответил|рассказал|пояснил|объяснил|написал)[аи]?"
    r"|(?:сказа|заяви|повідоми|зазначи|дода|підкресли|наголоси|відпові|розпові|поясни|написа)(?:в|ла|ли)"
    r"|говорит|говорить|каже|пишет|пише)"
)
_CLAUSE = re.compile(
    rf"[,!?…]\s+(?:(?:{_WHO}\s+{_ENGLISH}{_AFTER}|{_ENGLISH}\s+(?:he|she|they|the|a|an|[A-Z][\w’'-]+)\b)"
    rf"|(?:[—–-]\s+)?(?:{_SLAVIC}\s+[^\W\d_]|(?:он|она|они|він|вона|вони)\s+{_SLAVIC}\b))"
)


def end_of_words(text: str, start: int, end: int) -> int | None:
    """The end, without its comma, of the words that the first reporting clause of ``text[start:end]`` follows.

    None where there is no such clause, or nothing before it.
    """
    found = _CLAUSE.search(text, start, end)
    if found is None or found.start() <= start:
        return None
    return found.start() + (text[found.start()] != ",")
