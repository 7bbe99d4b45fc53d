"""The wordings of page furniture, as regular expressions, by kind and language.

Collected from what pages and feeds of news outlets carry in the languages named; each must match a *whole* line (see
``furniture``), without regard to case. A wording belongs here only if no sentence of an article is likely to be it.
"""

from __future__ import annotations

_NETWORK = (
    r"(?:facebook|twitter|x|instagram|telegram|whatsapp|viber|youtube|tiktok|linkedin|reddit|pinterest|threads"
    r"|bluesky|mastodon|vk|"
    r"вконтакте|вк|фейсбук\w*|фейсбуц\w*|твиттер\w*|твіттер\w*|телеграм\w*|инстаграм\w*|інстаграм\w*|вайбер\w*"
    r"|дзен\w*|e-?mail)"
)
_NETWORKS = (
    rf"{_NETWORK}(?:\s*(?:,|и|і|та|й|and|or|oder|und|et|ou|y|o|&|/)+\s*(?:on\s+|auf\s+|sur\s+|en\s+)?{_NETWORK})*"
)
_HERE = (
    r"(?:[ ,:]+(?:here|now|today|free|for free|below|and [^.!?]{3,80}|to (?:get|receive|read|stay) [^.!?]{3,80}|"
    r"at [^.!?]{3,60}|by [^.!?]{3,60}))*[.!»\"”]*"
)
_TAIL = r"[^.!?\n]{0,120}[.!»\"”]*"

_CALLS_EN = (
    r"(?:click (?:here )?to )?(?:read|see|view|show|learn|find out|hear) more(?: here| stories| news| articles)?",
    r"(?:continue|keep|start) reading(?: here)?",
    r"(?:read|view|see) (?:the )?(?:full|original|whole|rest of (?:the|this)) (?:story|article|post|text"
    r"|report)(?: here)?",
    r"view (?:photo |video )?news",
    r"advertisements?(?: ?[-–—] ?(?:scroll to continue|story continues below))?|advert|ads?",
    r"sponsored(?: content)?|promoted|paid content",
    r"(?:story|article|text|content) continues (?:below|after)(?: (?:this |the )?(?:advertisements?|ad|video"
    r"|promotion))?",
    r"(?:scroll|continue reading) (?:down )?(?:to continue|below|for more)(?: with content)?",
    r"skip (?:advertisement|ad|to (?:main )?content|to end)|back to top|go to (?:the )?top",
    r"share|share (?:this|the|via|on|with) (?:article|story|post|page|link|news)(?: (?:on|via|with) .{0,60})?",
    rf"(?:click to )?(?:share|tweet|follow|like|find)(?: (?:this|it|us))? (?:on|via"
    rf"|in) {_NETWORKS}(?: \(opens in new window\))?",
    r"tweet|retweet|copy (?:the )?link|link copied|print(?: this(?: article| page)?)?|e-?mail this(?: article)?",
    r"save(?: for later| article)?",
    r"share this|share",
    r"subscribe(?: now| today| here| for free)?|sign (?:up|in)(?: now| here| for free)?|log in",
    r"register(?: now| for free)?",
    r"newsletters?|newsletter sign-?up",
    r"\d* ?comments?(?: \(\d+\))?|(?:leave|post|add|write|view|show|read) (?:a |all )?(?:comments?|reply)",
    r"join the conversation",
    r"related(?: (?:articles?|stories|story|topics|content|news|posts|coverage|links|reading|video))?",
    r"more (?:on this(?: story| topic)?|stories|news)",
    # Only before a name of few words in capitals, and never as a sentence: "More from the talks came at noon."
    r"more (?:stories |news |articles )?(?:from|by) (?:us|this (?:author|section|series|reporter)"
    r"|(?:around|across) the web|(?-i:(?:[Tt]he )?[A-Z][\w&’'-]*(?: (?:of |and |& )?[A-Z0-9][\w&’'-]*){0,4}))(?!\s*\.)",
    r"(?:most (?:read|popular|viewed)|trending(?: now)?|top stories|latest news|editor'?s'? picks?"
    r"|recommended(?: for you| stories| reading)?)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)(?: to read)?|what to read next|read next|up next",
    r"don[’']t miss|must[- ]reads?",
    r"(?:watch|play)(?: the| this)?(?: full)? video|watch live|listen to (?:this|the) (?:article|story)",
    r"your browser does not support .{0,60}",
    r"accept (?:all )?cookies|manage cookies|cookie (?:settings|policy)",
    r"(?:loading|please wait)",
)
_CALLS_RU = (
    r"чита(?:ть|йте) (?:далее|дальше|полностью|ещё|еще|также|больше|по теме)",
    r"подробнее(?: здесь| по ссылке| об этом)?|узнать больше",
    r"смотр(?:еть|ите) (?:далее|также|видео|ещё|еще|все)|показать (?:ещё|еще|все|больше)|загрузить ещё|загрузка",
    r"(?:материалы |новости |статьи |ещё |еще |другие )?по (?:этой )?теме|похожие (?:новости|материалы|статьи)",
    r"самое (?:читаемое|интересное)",
    r"реклама|на правах рекламы|продолжение (?:после|под) рекламы|партн[её]рский материал",
    rf"поделиться(?: (?:в|на|ссылкой|новостью|статьей|статьёй)(?: {_NETWORKS})?)?|скопировать ссылку|распечатать",
    r"версия для печати",
    r"подписаться|подписывайтесь|подпишитесь|войти|комментарии(?: \(?\d+\)?)?",
    r"(?:оставить|добавить|написать) комментарий|наверх",
)
_CALLS_UK = (
    r"чита(?:ти|йте) (?:далі|також|ще|повністю|більше|за темою)|(?:детальніше|докладніше)(?: тут| за посиланням)?",
    r"дізнатися більше",
    r"диві(?:ться|тися) (?:також|відео|ще)|показати (?:ще|все|більше)|завантаж(?:ити ще|ення)",
    r"(?:матеріали |новини |статті |ще |більше )?(?:за|по) (?:цією )?тем(?:ою|і)",
    r"схожі (?:новини|матеріали|статті)|найпопулярніше",
    r"на правах реклами|продовження після реклами|партнерський матеріал",
    rf"поділитис[яь](?: (?:в|у|на|посиланням)(?: {_NETWORKS})?)?|скопіювати посилання|роздрукувати|версія для друку",
    r"підписатис[яь]|підписуйтес[яь]|підпишіться|увійти|коментарі(?: \(?\d+\)?)?",
    r"(?:залишити|додати|написати) коментар|догори|нагору",
)
_CALLS_DE = (
    r"weiterlesen(?: nach der anzeige)?|(?:jetzt |hier )?weiter lesen",
    r"mehr (?:lesen|erfahren|anzeigen|dazu|zum thema|laden)|zum thema|lesen sie (?:auch|hier)(?: mehr)?",
    r"anzeige|werbung|sponsored|artikel (?:teilen|drucken|merken)|teilen|drucken|merken|link kopieren|nach oben",
    r"kommentare?(?: \(?\d+\)?)?",
    rf"(?:auf|per|via) {_NETWORKS} teilen|newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|anmelden)",
    r"anmelden|kommentar (?:schreiben|verfassen)",
    r"das könnte sie auch interessieren|meistgelesen|ähnliche artikel|verwandte (?:artikel|themen)",
)
_CALLS_FR = (
    r"lire (?:la suite|plus|aussi|également|l[’']article(?: complet)?)|(?:à|a) lire (?:aussi|également)",
    r"en savoir plus|voir (?:plus|aussi|la vidéo)",
    r"publicité|la suite (?:après|de votre (?:article|contenu) après) (?:la |cette )?publicité|imprimer",
    r"copier le lien|haut de page|(?:\d+ )?commentaires?",
    rf"partager(?: (?:sur|via|par) {_NETWORKS}| cet article| l[’']article)?|s[’']abonner|s[’']inscrire",
    r"se connecter|(?:laisser|ajouter) un commentaire",
    r"(?:sur le même (?:sujet|thème)|articles? (?:liés?|similaires?)|les plus lus)",
)
_CALLS_ES = (
    r"(?:leer|ver|saber) más|(?:seguir|continuar|sigue) leyendo|(?:lea|lee|leer|vea|ver) también|más información",
    r"publicidad|anuncio|imprimir|copiar enlace|(?:\d+ )?comentarios?|(?:dejar|deja|escribir) un comentario",
    r"(?:te|le) puede interesar|lo más (?:leído|visto)",
    rf"compartir(?: (?:en|por|vía) {_NETWORKS}| (?:esta noticia|este artículo))?|suscribirse|suscríb(?:ase|ete)",
    r"iniciar sesión|noticias relacionadas",
)
CALLS: tuple[str, ...] = (*_CALLS_EN, *_CALLS_RU, *_CALLS_UK, *_CALLS_DE, *_CALLS_FR, *_CALLS_ES)
"""Lines that call on the reader to do something on the page, or that mark a part of the page."""

LABELS: tuple[str, ...] = (
    r"read (?:more|also|next|this|on|now)|also read|see also|more (?:on this(?: story| topic)?|from us)",
    r"related(?: (?:article|story|coverage|reading|news|content|video))?",
    r"don[’']t miss|must[- ](?:read|watch|see)|recommended(?: reading)?|you may also like|you might also like",
    r"чита(?:йте|ть)(?: также| ещё| еще| далее| по теме)?|смотрите также|подробнее(?: по теме)?|по теме",
    r"материал(?:ы)? по теме|вам (?:может быть|будет) интересно",
    r"чита(?:йте|ти)(?: також| ще| далі| за темою)?|дивіться також|(?:детальніше|докладніше)(?: за темою)?",
    r"(?:до|за) тем(?:и|ою)|матеріали за темою|вас може зацікавити",
    r"lesen sie (?:auch|mehr|hier|dazu)(?: (?:auch|mehr|dazu))?|mehr (?:dazu|zum thema|lesen)|zum thema",
    r"auch interessant|das könnte sie (?:auch )?interessieren",
    r"lire (?:aussi|également|la suite)|(?:à|a) (?:lire|voir|écouter)(?: aussi| également)?",
    r"sur le même (?:sujet|thème)",
    r"(?:lea|lee|leer|vea|ver|mira|mire) (?:también|además|más)|(?:te|le) puede interesar|más información",
    r"noticia relacionada",
)
"""Labels that a colon and the headline of another article follow."""

UPPER_LABELS: tuple[str, ...] = (
    r"READ MORE|READ ALSO|READ NEXT|ALSO READ|SEE ALSO|SEE MORE|RELATED|WATCH|LISTEN",
    r"ЧИТАЙТЕ ТАКЖЕ|ЧИТАТЬ ТАКЖЕ|СМОТРИТЕ ТАКЖЕ|ПО ТЕМЕ|ЧИТАЙТЕ ТАКОЖ|ДИВІТЬСЯ ТАКОЖ|ЗА ТЕМОЮ",
    r"LESEN SIE AUCH|MEHR ZUM THEMA|LIRE AUSSI|À LIRE AUSSI|LEA TAMBIÉN|LEE TAMBIÉN",
)
"""Labels so plain in capitals that outlets leave the colon out. Matched with regard to case."""

PLEAS: tuple[str, ...] = (
    r"(?:to (?:get|receive|read) .{3,80}, )?(?:please )?(?:subscribe|sign[- ]up)(?: here| now| today"
    r"| for free)? (?:to|for) (?:our|the|this|my|free|\w+[’']s) .{0,80}"
    r"(?:newsletters?|channel|bulletin|briefing|podcast|alerts?)" + _HERE,
    r"(?:get|receive|want) .{3,120}(?:in|to|straight to|delivered to) your inbox"
    r"(?: (?:every|each|daily|weekly|by)[^.!?]{0,80})?[.!?]?(?:\s*(?:sign up|subscribe)" + _HERE + ")?",
    r"\(?want to get this newsletter in your inbox\? here[’']s the sign-?up\.?\)?",
    r"(?:if you don[’']t already receive .{3,60}, )sign up here\.?",
    rf"(?:you can (?:also )?)?(?:follow|find|like|join) (?:us|him|her|them|me|[A-Z][\w&.' -]{{1,60}}) (?:on|at"
    rf"|in) (?:our )?{_NETWORKS}(?:[ ,:(@]{_TAIL}|[.!]*)",
    r"(?:please )?send (?:us )?your (?:story ideas?|tips|comments|feedback) (?:to|at|here)[: ].{3,80}",
    r"if you have a story suggestion,? (?:please )?e-?mail .{3,80}",
    r"(?:the |this )?[\w. -]{2,40} is not responsible for the content of external (?:inter\w*-?\w* )?sites\.?",
    r"read about our approach to external linking\.?",
    r"this (?:video|content|item) (?:is not available|(?:can ?not|can[’']t) be played).{0,80}",
    r"the post .{1,200} (?:appeared first|first appeared) on .{2,80}",
    r"we use cookies .{3,200}|this (?:site|website|page) uses cookies.{0,200}",
    r"(?:tm and )?(?:\(c\)|©|copyright)(?: copyright)?(?: ?©)? ?\d{4}.{0,100}(?:all rights reserved\.?)?.{0,60}",
    r"all rights reserved\.?",
    r"this material may not be published, broadcast, rewritten,? or redistributed.{0,80}",
    rf"(?:подпис(?:ывайтесь|ывайся|аться)|подпишитесь|присоединяйтесь|следите за нами|читайте нас|мы в)(?: (?:на|в"
    rf"|за|к) .{{0,80}}|:? ?{_NETWORKS}[\s\S]{{0,60}})" + r"[.!»]*",
    rf"(?:підпис(?:уйтес[ья]|атис[ья])|підпишіться|приєднуйтес[ья]|долучайтес[ья]|слідкуйте за нами"
    rf"|стежте за (?:нами|нашими)|читайте нас|ми (?:в|у))(?: (?:на|в|у|за|до) .{{0,80}}|:? ?{_NETWORKS}[\s\S]{{0,60}})"
    + r"[.!»]*",
    rf"(?:folgen|besuchen) sie uns (?:auch )?(?:auf|bei|in) {_NETWORKS}{_TAIL}",
    rf"(?:abonnieren|bestellen) sie (?:unseren|den|jetzt unseren|hier unseren) .{{0,40}}(?:newsletter|kanal){_TAIL}",
    rf"(?:suivez|rejoignez|retrouvez)-?(?:nous|-nous| nous) (?:aussi )?sur {_NETWORKS}{_TAIL}",
    rf"(?:abonnez|inscrivez)-vous (?:à|a) (?:notre|nos|la) .{{0,40}}(?:newsletters?|chaîne|lettre){_TAIL}",
    rf"(?:síguenos|síganos|únete|únase)(?: a nuestro canal)? (?:en|de) (?:nuestro canal de )?{_NETWORKS}{_TAIL}",
    rf"suscríb(?:ase|ete) (?:a|al) (?:nuestro|nuestra|la|el)? ?.{{0,40}}(?:newsletter|boletín|canal){_TAIL}",
)
"""Sentences that ask the reader to subscribe or to follow, that state copyright, or that disclaim links."""
