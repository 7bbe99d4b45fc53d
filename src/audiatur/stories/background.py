"""What grouping knows of a language before the first article: stop words, and words that any news is full of.

Both lists are of our own compiling, from the grammar of each language (articles, pronouns, prepositions, conjunctions,
auxiliaries) and from what headlines do (say, report, new, day), not from any corpus. Without them the first hours of a
new hub would tie articles together by "after" and "says".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from audiatur.stories.words import bare, stem

_STOP = {
    "en": """
        a about above after again against all also although am among an and any anyone are around as at away be
        became because become been before behind being below between both but by can cannot come could did
        do does doing done down during each either else even ever every few for from further get gets
        getting go goes going got had has have having he her here hers herself him himself his how however i
        if in into is isnt it its itself just least less let like made make makes making many may maybe me
        might more most much must my myself near neither never next no nor not now of off often on once one
        only onto or other others our ours out over own per perhaps put quite rather really same see seem
        seems seen she should since so some something soon still such take takes taking than that the their
        theirs them themselves then there these they thing things this those though through thus to together
        too toward towards two under until up upon us use used very via was way we well were what whatever
        when where whether which while who whom whose why will with within without would yet you your yours
        dont doesnt didnt wont cant ii im ive hes shes theyre weve youre thats whats lets amid
    """,
    "ru": """
        а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже два для до его ее
        ей ему если есть еще ещё же за здесь и из или им ими их к как какой ко когда кто который которая
        которое которые которых ли либо лишь между меня мне много может мог могут можно мой мы на над надо
        нам нас наш не него нее ней нет ни них но ну о об однако он она они оно от отношении очень перед по
        под пока после потом потому почти при про раз с сам своего своей свои свой своих себе себя сейчас со
        также так такой там тем теперь то того тоже той только том тот ту тут ты у уже хотя чего чем что
        чтобы чье эта эти этих это этого этой этом этот эту я является этому тех
    """,
    "uk": """
        а або адже але б без би більш більше був була були було бути в вам вас весь від він вона вони воно все всі
        всіх всього де для до дуже є ж же за з зі зараз його її їй йому їх із і й інші інших коли кого
        котрий крім ледь лише ми між може мій можна могли могти на над нам нас наш не нема нею ним них ні
        ніж ну о об однак ось окрім перед під по поки потім при про раз саме свій своє своєї свої своїх себе
        собі та так також такий там те ти тим тих то тобто того той тому тоді ту тут у уже усе усі хоча хто
        це цей ця ці цих цього цьому цю чи через що щоб як яка який яке які яких якого якої якщо я
    """,
    "be": """
        а або але без бы быў была былі было быць ў у в вас вы гэта гэты гэтая да для до дзе ж за з і із іх й ён яна
        яны яго яе як які якая якія каб калі ка к мы на над нам не ні па пад пры пра пасля са так таксама
        там то толькі ты тут хто што ці
    """,
    "bg": """
        а аз ако бе беше бил били в ваш все във всички вие ги го да дали докато до е един една едно за зад заради и
        из или им има как като кога когато които който която което кой ли м ме между ми много може му на над
        най нас не него нея ни ние но някои о обаче около освен от още по под поради пред през при са само
        се си сега след сме спрямо срещу със също т така такъв там тази те тези ти това този той тук тя у ще
        щом я
    """,
    "sr": """
        а али би био била били бити већ ви да до док е за и из или им има је јер ју како као када кад ко која које
        који ли ме међу ми много може на над након не него није но о од он она они оно по под после при са
        само се си смо су та тај тако те то у уз што ће ali bi bio bila bili biti već da do dok ga i iz ili
        ima je jer kako kao kada kad koja koje koji li među može na nad nakon ne nego nije od on ona oni po
        pod posle pri sa samo se smo su taj tako to u uz što šta će
    """,
    "de": """
        aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bisher
        da dabei dadurch dafür damit danach dann daran das dass davon dazu dem den denen denn der deren des
        dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
        eines einige er erst es etwa etwas euch für gegen gab gibt hat hatte hatten habe haben hier hin
        hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeden jeder jetzt
        kann kein keine keinen können könnte machen man mehr mein mich mir mit muss müssen nach neben nicht
        nichts noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit sich sie sind
        so sogar soll sollen sondern sowie über um und uns unser unter viel vom von vor war waren was weil
        weiter welche wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwei zwischen
    """,
    "fr": """
        à afin ai ainsi alors après au aucun aussi autre autres aux avaient avait avant avec avoir bien c car ce
        ceci cela celle celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des
        deux devant doit donc dont du elle elles en encore entre es est et étaient était été être eu eux
        fait faire fut il ils je jusqu l la là le les leur leurs lors lui ma mais me même mes moins mon n ne
        ni non nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi qu quand que
        quel quelle qui quoi s sa sans se selon sera ses si soit son sont sous sur ta te tel tous tout toute
        toutes très trop tu un une vers voir vos votre vous y
    """,
    "es": """
        a al algo algunos ante antes aquel aquí así aún aunque cada casi como con contra cual cuando de del desde
        donde dos durante e el él ella ellas ellos en entre era eran es esa ese eso esta está estaba están
        estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más me mi
        mientras mismo muy nada ni no nos nosotros o otra otro otros para pero poco por porque pues que qué
        quien se sea según ser será si sí sido sin sobre solo son su sus también tan tanto te tiene tienen
        toda todas todo todos tras tu un una unas uno unos y ya yo
    """,
    "it": """
        a ad ai al alla alle agli allo anche ancora avere aveva c che chi ci cioè come con contro cosa cui d da dal
        dalla dalle dai degli dei del della delle dello di dopo dove due e è ed era erano essere fa fino fra
        gli ha hanno i il in io l la le lei li lo loro lui ma me mentre mi molto ne nei nel nella nelle noi
        non nostro o ogni oltre per perché però più poi prima quale quando quanto quella quello questa
        queste questi questo qui se sei senza si sia sono sta su sua sue sui sul sulla suo suoi tra tutti
        tutto un una uno vi voi
    """,
    "pl": """
        a aby ale ani bardzo bez bo by była było były być co czy dla do gdy gdzie go i ich im innych iż ja jak jako
        jego jej jest jeszcze jeśli już każdy kiedy kto która które którego której który których którzy lub
        ma mają między mnie może można na nad nam nas nie nich nim niż no o od on ona one oni oraz pan po
        pod podczas przed przez przy są się sobie swoje swój ta tak także tam te tego tej ten teraz też to
        tu tych tylko tym u w we wszystko z za ze że żeby
    """,
    "tr": """
        acaba ama ancak arasında artık bazı bile bir biri biz bu buna bunu çok çünkü da daha de defa değil diye
        dolayı en gibi göre hem hep her hiç için ile ise kadar karşı ki kim mı mi mu mü nasıl ne neden o
        olan olarak oldu olduğu olduğunu olmak on ona onlar onu onun ortaya sen siz sonra şey şu tarafından
        tüm üzere ve veya ya yani yer yok zaten
    """,
}

_NEWS = {
    "en": """
        say said says tell told report reports reported reporting news new latest update updates live video photo
        photos watch read exclusive breaking day days today yesterday tomorrow week weeks month months year
        years time monday tuesday wednesday thursday friday saturday sunday january february march april
        june july august september october november december first last back top world people man woman
        official officials according call calls called ask asks asked show shows want wants need needs know
        think know find finds found plan plans may could big best amid million billion percent country state
        government president minister group part good high set open old three four five ten hundred thousand
        statement announce announced announces add added adds claim claims warn warns media agency press
    """,
    "ru": """
        сказал сказала заявил заявила заявили сообщил сообщила сообщили сообщает сообщается рассказал отметил
        подчеркнул добавил словам данным новости день дня дней сегодня вчера завтра неделя недели месяц год
        года лет году время понедельник вторник среду четверг пятницу субботу воскресенье января февраля
        марта апреля мая июня июля августа сентября октября ноября декабря человек люди людей страна страны
        президент глава министр правительство первый новый видео фото тысяч миллионов млн млрд один три
        стороны агентство пресс служба
    """,
    "uk": """
        сказав сказала заявив заявила заявили повідомив повідомила повідомили повідомляє розповів зазначив наголосив
        додав словами даними новини день дня днів сьогодні вчора завтра тиждень тижня місяць рік року років
        роки час понеділок вівторок середу четвер пятницю суботу неділю січня лютого березня квітня травня
        червня липня серпня вересня жовтня листопада грудня людина люди людей країна країни президент глава
        міністр уряд перший новий відео фото тисяч мільйонів млн млрд один три сторони агентство прес служба
    """,
    "de": """
        sagt sagte sagten erklärt erklärte berichtet berichten laut neue neuen neuer tag tage heute gestern morgen
        woche monat jahr jahre jahren zeit montag dienstag mittwoch donnerstag freitag samstag sonntag
        menschen land präsident minister regierung millionen milliarden prozent zahl drei erste ersten
    """,
    "fr": """
        dit déclaré annoncé selon affirmé jour jours hier demain semaine mois an ans année temps lundi mardi
        mercredi jeudi vendredi samedi dimanche nouveau nouvelle président ministre gouvernement pays
        millions milliards premier trois
    """,
    "es": """
        dijo dice declaró anunció afirmó aseguró día días hoy ayer mañana semana mes año años tiempo lunes martes
        miércoles jueves viernes sábado domingo nuevo nueva presidente ministro gobierno país millones
        primer primera tres
    """,
}

_UNKNOWN = {"latin": ("en",), "cyrillic": ("ru", "uk")}
"""Whose words are taken for a text whose language nobody named."""


def _terms(lists: Mapping[str, str], language: str) -> frozenset[str]:
    return frozenset(stem(bare(word).replace("'", "")) for word in lists.get(language, "").split())


_STOP_WORDS = MappingProxyType(
    {lang: frozenset(bare(w).replace("'", "") for w in text.split()) for lang, text in _STOP.items()}
)
_NEWS_TERMS = MappingProxyType({language: _terms(_NEWS, language) for language in _NEWS})


def stop_words(tongue: str) -> frozenset[str]:
    """Words of a language (of a script, where the language is unknown) that say nothing of an event; may be empty."""
    return _of(_STOP_WORDS, tongue)


def news_terms(tongue: str) -> frozenset[str]:
    """Terms that news in the language is full of whatever happened; may be empty."""
    return _of(_NEWS_TERMS, tongue)


def _of(table: Mapping[str, frozenset[str]], tongue: str) -> frozenset[str]:
    languages = _UNKNOWN.get(tongue, (tongue,))
    return frozenset().union(*(table.get(language, frozenset()) for language in languages))
