"""The cues of a republisher's notice, as regular expressions, by kind.

A *self* cue speaks of this very item being here ("we republish", "is included here", "this article originally
appeared"); the others speak of a source as a source ("is funded by", "RSS feed", "not an endorsement") and also occur
in ordinary reporting about the media. ``notice`` requires kinds of both. Languages: en, ru, uk, de, fr, es.
"""

from __future__ import annotations

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_OUTLET = (
    r"(?:news|media|broadcaster|agency|outlet|newspaper|channel|station|website|network|source|organi[sz]ation"
    r"|publication|portal|magazine|service)"
)
_WORK_EN = (
    r"(?:article|story|report|piece|item|post|text|content|column|essay|op-ed|commentary|material|information|feed"
    r"|entry)"
)
_WORK_RU = r"(?:стать\w+|материал\w*|новост\w+|текст\w*|заметк\w+|публикаци\w+|лент\w+|информаци\w+)"
_WORK_UK = r"(?:статт\w+|матеріал\w*|новин\w*|текст\w*|допис\w*|публікаці\w+|стрічк\w+|інформаці\w+)"
_WORK_DE = r"(?:artikel|beitrag|text|bericht|meldung|inhalte?|informationen|feed)"
_WORK_FR = r"(?:article|texte|contenu|reportage|dépêche|informations?|flux)"
_WORK_ES = r"(?:artículo|texto|contenido|nota|noticia|reportaje|información|canal rss)"

OWNERSHIP = _any(
    rf"\b(?:state|government|publicly|party|kremlin|privately)[- ](?:owned|funded|controlled|run|backed|affiliated"
    rf"|managed)\b[^.]{{0,40}}\b{_OUTLET}",
    rf"\b{_OUTLET}\b[^.]{{0,60}}\b(?:owned|funded|financed|controlled|run|operated) (?:and \w+ )?by\b",
    r"\bis (?:owned|funded|financed|controlled) (?:and \w+ )?by (?:the )?(?:\w+ )?(?:government|state|ministry)\b",
    r"(?:принадлежит|финансируется|контролируется)\b[^.]{0,50}(?:государств|правительств|министерств)",
    r"государственн\w+ (?:сми|информагентств|информационн\w+ агентств|телеканал|издани|медиа)",
    r"(?:належить|фінансується|контролюється)\b[^.]{0,50}(?:держав|уряд|міністерств)",
    r"державн\w+ (?:змі|інформагентств|інформаційн\w+ агентств|телеканал|видання|медіа)",
    r"\b(?:staatlich\w*|vom staat|von der regierung)\b[^.]{0,40}(?:finanziert|kontrolliert|betrieben|sender"
    r"|medium|agentur)",
    r"\b(?:média|agence|chaîne|organe)\b[^.]{0,50}(?:d[’']état|public|financée? par|détenue? par|contrôlée? par)",
    r"\b(?:medio|agencia|canal|cadena)\b[^.]{0,50}(?:estatal|público|financiad[oa] por|propiedad de|controlad[oa] por)",
)

REPUBLISH = _any(
    r"\b(?:we|we are|we have|will|hub|site|is|are|was|has been|have been"
    r"|being)\b(?: \w+ly)? (?:also )?(?:re-?publish(?:es|ed|ing)?|reprint(?:ed|ing)?|syndicated|reposted"
    r"|cross-?posted|reproduced)\b"
    rf"[^.]{{0,60}}\b(?:here|from|with permission|{_WORK_EN}|under|verbatim|in full|unaltered|unedited|as delivered)\b",
    r"\bre-?published (?:here )?(?:from|with (?:the )?(?:kind )?permission|under|courtesy)\b",
    r"(?:мы )?(?:перепечатан\w*|перепечатыва\w+|републик\w+|воспроизвод\w+)[^.]{0,60}(?:с разрешения|из|от"
    r"|с сайта|без изменений|здесь|лент)",
    r"(?:ми )?(?:передрук\w+|републік\w+|відтворю\w+)[^.]{0,60}(?:з дозволу|з|від|із сайту|без змін|тут|стрічк)",
    r"\b(?:wird|werden|wurde|wir)\b[^.]{0,60}(?:übernommen|nachgedruckt|weiterverbreitet|wiederveröffentlicht"
    r"|übernehmen|veröffentlichen)\b",
    r"\b(?:est|sont|a été|nous)\b[^.]{0,40}(?:republi|repris|reprodui|rediffus)\w*[^.]{0,40}(?:ici|depuis|de"
    r"|avec l[’']autorisation|sous)",
    r"\b(?:se|fue|ha sido|es|reproducimos|republicamos)\b[^.]{0,40}(?:republica|reproduc|reproducimos|republicamos)\w*",
)

ORIGINALLY = _any(
    rf"\bthis {_WORK_EN} (?:was |has been |is |had been )?(?:originally|first|previously) (?:published|appeared"
    rf"|posted|written|produced|run|ran)\b",
    r"^(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at) ",
    rf"\b(?:это\w*|эт[аи]|данн\w+|настоящ\w+)? ?{_WORK_RU} (?:был\w* )?(?:впервые|первоначально"
    rf"|изначально) (?:опубликован|появил|вышл)\w*",
    rf"\b(?:ц[яеі]\w*|дан\w+)? ?{_WORK_UK} (?:бу\w+ )?(?:вперше|спочатку|первісно) (?:опублікован|з[’']явил|вийш)\w*",
    rf"\bdieser? {_WORK_DE} (?:ist |wurde |erschien )?(?:zuerst|ursprünglich)\b",
    rf"\b(?:cet|ce|cette) {_WORK_FR} (?:a été |est )?(?:initialement|d[’']abord|originellement) (?:publié|paru)\w*",
    rf"\best[ea] {_WORK_ES} (?:fue |ha sido |se )?(?:originalmente |primero )?(?:publicad[oa]|apareció"
    rf"|publicó) (?:originalmente|por primera vez|inicialmente)",
)

INCLUDED = _any(
    r"\b(?:is|are|was|were) (?:being )?(?:included|carried|shown|listed|offered|made available|presented) (?:here"
    r"|by (?:the |this )?[\w ]{2,40}(?:hub|site|project|page|archive|reader)|on this|in this (?:hub|site|list))",
    r"\bwe (?:include|carry|show|provide|offer|list)\b[^.]{0,60}\b(?:so that|because|here|source|feed)",
    r"\b(?:this|the) (?:hub|site|page|archive|aggregator)\b[^.]{0,40}\b(?:includes|carries|shows|aggregates"
    r"|republishes)\b",
    r"\bwhy (?:is )?(?:this|it)(?: source| item)? (?:is )?(?:here|included)\b",
    r"(?:размещ|включ|публику)\w+ (?:здесь|на этом сайте|в этой ленте|нами)|мы (?:размещаем|включаем|публикуем)",
    r"(?:розмі|включ|публіку)\w+ (?:тут|на цьому сайті|у цій стрічці|нами)|ми (?:розміщуємо|включаємо|публікуємо)",
    r"\b(?:wird|werden) (?:hier|auf dieser seite) (?:gezeigt|aufgenommen|angeboten|verbreitet)",
    r"\b(?:est|sont) (?:inclus|présenté|proposé|diffusé)\w* (?:ici|sur ce site)",
    r"\bse (?:incluye|ofrece|muestra|publica)n? (?:aquí|en este sitio)",
)

THIS_SOURCE = _any(
    r"\b(?:information|content|material|views?|opinions?) (?:provided|supplied|expressed|published"
    r"|contained)(?: (?:by|in) )(?:this|the above) (?:news )?(?:source|outlet|article|feed|item)",
    r"\bthis (?:news )?(?:source|outlet|feed)\b",
    r"\bэт\w+ источник\w*|данн\w+ источник\w*|\bц\w+ джерел\w*|\bdiese[rs]? quelle\b|\bcette source\b|\besta fuente\b",
)

ENDORSEMENT = _any(
    r"\b(?:not|no|neither|never)\b[^.]{0,40}\bendors(?:e|es|ed|ement|ing)\b|\bendorse[sd]? (?:neither|none)\b",
    r"\b(?:do|does) not (?:necessarily )?(?:reflect|represent)\b[^.]{0,40}\b(?:views?|opinions?|position)",
    r"\b(?:views?|opinions?)\b[^.]{0,60}\b(?:do|does) not (?:necessarily )?(?:reflect|represent)",
    r"не (?:означает|является|выражает)[^.]{0,40}(?:одобрени|поддержк|согласи)",
    r"не (?:обязательно )?(?:отража|совпада)\w+[^.]{0,40}(?:мнени|позици|точк)",
    r"мнени\w+[^.]{0,60}не (?:отража|совпада)\w+",
    r"не (?:означає|є|виражає)[^.]{0,40}(?:схвален|підтримк|згод)",
    r"не (?:обов[’']язково )?(?:відобража|збіга)\w+[^.]{0,40}(?:думк|позиці|погляд)",
    r"\bkeine (?:zustimmung|billigung|empfehlung|unterstützung)\b|\bnicht (?:unbedingt )?die (?:meinung|ansicht)",
    r"\bne (?:constitue|vaut|signifie|reflète)\w*\b[^.]{0,40}(?:approbation|caution|adhésion|opinion|position|pas)",
    r"\bno (?:implica|constituye|significa|supone|refleja)\b[^.]{0,40}(?:respaldo|aprobación|apoyo|opini|posici)",
)

FEED = _any(
    r"\b(?:rss|atom|news) ?-?feeds?\b",
    r"\brss[- ](?:лент\w*|стрічк\w*|flux|canal)|(?:лент|стрічк)\w+ rss|flux rss|canal rss|rss-feed",
)

BOTH_SIDES = _any(
    r"\b(?:both|all|every|the other) sides?\b[^.]{0,60}\b(?:story|conflict|heard|opinions?|judge)\b",
    r"\b(?:access|listen) to (?:both|all) sides\b",
    r"\b(?:you|we|readers?|everyone)\b[^.]{0,30}\b(?:form|make up|judge|reach)\b[^.]{0,20}\b(?:own|minds?"
    r"|themselves|yoursel)",
    r"(?:обе|обеих|все|всех) сторон\w*|собственн\w+ мнени\w+|(?:обидв|усіх|всі)\w* сторон\w*|власн\w+ думк\w+",
    r"\b(?:beide|alle) seiten\b|\beigene meinung\b|\b(?:deux|toutes les) parties\b|\bpropre opinion\b",
    r"\b(?:ambas|todas las) partes\b|\bpropia opinión\b",
)

ORIGINAL_LINK = _any(
    r"\b(?:read|see|view|visit|find) (?:the )?original\b",
    r"\boriginal (?:article|story|source|post|version|text)(?: here| at| on)?\b\s*[:.(]",
    r"\bvisit (?:them at |the (?:site|source) at )?(?:https?://|www\.)|\bcreative commons\b|\bcc[ -]by\b",
    r"\bthe conversation\b",
    r"оригинал\w*(?: \w+)? (?:доступ|по ссылке|здесь|статьи|:)",
    r"оригінал\w*(?: \w+)? (?:доступ|за посиланням|тут|статті|:)",
    r"\b(?:zum|den) original(?:artikel|beitrag|text)?\b|\b(?:lire|voir) l[’'](?:article )?original\b",
    r"\b(?:leer|ver|lea) el (?:artículo )?original\b",
)

DISCLAIMER = _any(
    r"\bnot (?:been )?(?:verified|edited|reviewed|checked)\b[^.]{0,30}\b(?:by (?:us|this|the hub|our)|here)\b",
    r"\b(?:has|have) not been edited\b",
    r"\b(?:not|no) responsib(?:le|ility)\b[^.]{0,60}\b(?:content|accuracy|views|information|material)",
    r"^(?:disclaimer|editor[’']?s? note|publisher[’']?s? note|hub note|about (?:this|the) source)\b",
    r"не несут? ответственност|не несе відповідальн|^(?:от редакции|примечание|від редакції|примітка)\b",
    r"\bkeine (?:verantwortung|haftung)\b|\bdécline toute responsabilité\b|\bno se hace responsable\b",
)

KINDS: dict[str, re.Pattern[str]] = {
    "ownership": OWNERSHIP,
    "republish": REPUBLISH,
    "originally": ORIGINALLY,
    "included": INCLUDED,
    "this-source": THIS_SOURCE,
    "endorsement": ENDORSEMENT,
    "feed": FEED,
    "both-sides": BOTH_SIDES,
    "original-link": ORIGINAL_LINK,
    "disclaimer": DISCLAIMER,
}

SELF = frozenset({"republish", "originally", "included", "this-source"})
"""The kinds that speak of this item being here."""

REPORTED = _any(
    r"[”\"»,]\s*(?:\w+ ){0,4}(?:said|says|told|added|announced|argued|wrote|stressed|insisted|claimed|explained)\b",
    r"\b(?:said|told|added|announced|argued|stressed|insisted|claimed|according to|ruled|accused)\b",
    r"\b(?:сказал|заявил|сообщил|добавил|отметил|подчеркнул|обвинил)[аи]?\b|\bпо словам\b",
    r"\b(?:сказа|заяви|повідоми|дода|зазначи|наголоси|звинувати)(?:в|ла|ли)\b|\bза словами\b",
    r"\b(?:sagte|erklärte|teilte|betonte|kritisierte)\b|\ba (?:dit|déclaré|affirmé|ajouté|annoncé)\b",
    r"\b(?:dijo|declaró|afirmó|añadió|anunció)\b",
)
"""Reporting of what someone said: such a paragraph is news *about* republishing more often than a notice."""
