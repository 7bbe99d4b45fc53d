"""Transcripts of an invented news conference, in the forms in which sites write them. Own writing."""

from __future__ import annotations

INLINE = (
    "President of Borduria Ivo Salat: Friends, we have spoken for three hours today. The ferry line to Port Maren"
    " will open again in May, and the harbour dues will fall by 12 percent. President of Syldavia Mira Dorn Dorn "
    "MiraPresident of Syldavia: Thank you for the welcome. We have returned to a dead-end on the islands, and the"
    " talks about the cable are stuck with it. (Laughter) But nobody wants a quarrel about stones: the fishermen "
    "need peace. Question: Mr Salat, will the guards stay on the island? Ivo Salat: The guards will stay until "
    "the last survey is signed. That is my whole answer. Mira Dorn: I see it in another way. The survey is signed"
    " already."
)

LINES = """PRESS BRIEFING IN PORT MAREN

MS. ODELL: Good afternoon. The minister will take three questions.

Q    Has the survey been signed?

MINISTER VERNER HALE: It has been signed. We shall publish it on Friday.

Q    And the guards?

HALE: The guards are not my subject. Ask the president: he decides.

MS. ODELL: Thank you all."""

CYRILLIC = (
    "Президент Бордурии Иво Салат: Добрый день. Паромная линия откроется в мае, и портовые сборы снизятся.\n"
    "Вопрос: Останется ли охрана на острове?\n"
    "И.Салат: Охрана останется, пока не подписан последний протокол обмера.\n"
)

DASHES = "The interview in full.\n\n— Will the line open?\n— In May, if the sea is kind.\n— And the dues?\n— They fall."
