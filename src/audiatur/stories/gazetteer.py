"""Countries, cities and a few bodies as they are written in several languages, so that tellings in two can meet.

Compiled by hand for this purpose. The first form is the key; a form of one script is found as a word, a Chinese or
Japanese one anywhere, since those are written without spaces.
"""

from __future__ import annotations

from types import MappingProxyType

_PLACES = [
    "",
    "germany deutschland alemania allemagne germania niemcy almanya германия німеччина 德国 ألمانيا",
    "france frankreich francia francja fransa франция франція 法国 فرنسا",
    "italy italien italia italie włochy italya италия італія 意大利 إيطاليا",
    "spain spanien españa espagne spagna hiszpania ispanya испания іспанія 西班牙 إسبانيا",
    "britain großbritannien uk reino royaume-uni britannien britania британия британія великобритания 英国 بريطانيا",
    "usa us america amerika états-unis eeuu stany abd сша 美国 أمريكا американ",
    "russia russland rusia russie rosja rusya россия росія 俄罗斯 روسيا",
    "ukraine ucrania ucraina ukraina ukrayna украина україна 乌克兰 أوكرانيا",
    "china chine cina chiny çin китай 中国 الصين",
    "japan japon japón giappone japonia japonya япония японія 日本 اليابان",
    "india indien inde indie hindistan индия індія 印度 الهند",
    "iran irán иран іран 伊朗 إيران",
    "iraq irak ирак ірак 伊拉克 العراق",
    "israel izrael israël israele i̇srail израиль ізраїль 以色列 إسرائيل",
    "syria syrien siria syrie syria suriye сирия сирія 叙利亚 سوريا",
    "turkey türkei turquía turquie turchia turcja türkiye турция туреччина 土耳其 تركيا",
    "greece griechenland grecia grèce grecja yunanistan греция греція 希腊 اليونان",
    "austria österreich autriche avusturya австрия австрія 奥地利 النمسا",
    "switzerland schweiz suiza suisse svizzera szwajcaria isviçre швейцария швейцарія 瑞士 سويسرا",
    "poland polen polonia pologne polska polonya польша польща 波兰 بولندا",
    "sweden schweden suecia suède svezia szwecja isveç швеция швеція 瑞典 السويد",
    "netherlands niederlande países-bajos holanda pays-bas olanda holandia hollanda нидерланды нідерланди 荷兰 هولندا",
    "belgium belgien bélgica belgique belgio belgia belçika бельгия бельгія 比利时 بلجيكا",
    "mexico mexiko méxico mexique messico meksyk meksika мексика 墨西哥 المكسيك",
    "brazil brasilien brasil brésil brasile brazylia brezilya бразилия бразилія 巴西 البرازيل",
    "argentina argentinien argentine arjantin аргентина 阿根廷 الأرجنتين",
    "canada kanada canadá канада 加拿大 كندا",
    "australia australien australie avustralya австралия австралія 澳大利亚 澳洲 أستراليا",
    "egypt ägypten egipto égypte egitto egipt mısır египет єгипет 埃及 مصر",
    "korea südkorea corea corée kore корея 韩国 كوريا",
    "pyongyang nordkorea 朝鲜",
    "vietnam việt wietnam вьетнам 越南 فيتنام",
    "thailand tailandia thaïlande tajlandia tayland таиланд таїланд 泰国 تايلاند",
    "indonesia indonesien indonésie indonezja endonezya индонезия індонезія 印尼 印度尼西亚 إندونيسيا",
    "pakistan pakistán пакистан 巴基斯坦 باكستان",
    "afghanistan afganistán afganistan афганистан афганістан 阿富汗 أفغانستان",
    "africa afrika áfrica afrique африка 非洲 أفريقيا",
    "europe europa европа європа 欧洲 أوروبا",
    "venezuela wenezuela венесуэла 委内瑞拉 فنزويلا",
    "colombia kolumbien colombie kolumbia колумбия колумбія 哥伦比亚 كولومبيا",
    "chile chili cile şili чили 智利 تشيلي",
    "peru perú pérou перу 秘鲁 بيرو",
    "malaysia malasia malezja malezya малайзия 马来西亚 ماليزيا",
    "singapore singapur singapour сингапур 新加坡 سنغافورة",
    "philippines philippinen filipinas filipinler филиппины 菲律宾 الفلبين",
    "taiwan taiwán тайвань 台湾 تايوان",
    "hongkong 香港",
    "beijing peking pekín pékin pechino pekin пекин пекін 北京 بكين",
    "shanghai schanghai шанхай 上海",
    "wuhan ухань 武汉",
    "moscow moskau moscú moscou mosca moskwa moskova москва 莫斯科 موسكو",
    "kyiv kiew kiev kijów киев київ 基辅 كييف",
    "london londres londra londyn лондон 伦敦 لندن",
    "paris parís parigi paryż париж 巴黎 باريس",
    "berlin berlín berlino берлин берлін 柏林 برلين",
    "rome rom roma rzym рим 罗马 روما",
    "brussels brüssel bruselas bruxelles bruksela брюссель 布鲁塞尔 بروكسل",
    "vienna wien viena vienne wiedeń viyana вена відень 维也纳 فيينا",
    "munich münchen múnich monaco monachium мюнхен 慕尼黑",
    "cologne köln colonia kolonia кёльн 科隆",
    "warsaw warschau varsovia varsovie warszawa varşova варшава 华沙 وارسو",
    "athens athen atenas athènes atene ateny atina афины афіни 雅典 أثينا",
    "tokyo tokio токио токіо 东京 طوكيو",
    "washington вашингтон 华盛顿 واشنطن",
    "york нью-йорк 纽约 نيويورك",
    "california kalifornien californie kalifornia калифорния 加州 加利福尼亚",
    "florida флорида 佛罗里达",
    "texas техас 得克萨斯 德州",
    "angeles 洛杉矶",
    "chicago чикаго 芝加哥",
    "hollywood голливуд 好莱坞",
    "tehran teheran teherán téhéran tahran тегеран 德黑兰 طهران",
    "jerusalem jerusalén jérusalem gerusalemme jerozolima kudüs иерусалим єрусалим 耶路撒冷 القدس",
    "istanbul estambul стамбул 伊斯坦布尔 إسطنبول",
    "sydney сидней 悉尼",
    "geneva genf ginebra genève ginevra genewa cenevre женева 日内瓦 جنيف",
    "nato otan нато 北约 الناتو",
    "un uno onu оон 联合国",
    "eu ue ес 欧盟",
    "who oms woz воз 世卫 世界卫生组织",
    "covid corona coronavirus koronavirus коронавирус коронавірус 新冠 病毒 疫情 كورونا",
    "google 谷歌",
    "apple 苹果",
    "huawei 华为",
    "facebook 脸书",
    "boeing боинг 波音",
    "tesla 特斯拉",
    "trump трамп 特朗普 ترامب",
    "biden байден 拜登 بايدن",
    "putin путин путін 普京 بوتين",
    "merkel меркель 默克尔 ميركل",
    "macron макрон 马克龙 ماكرون",
    "johnson джонсон 约翰逊",
    "xi си 习近平",
    "ronaldo 罗纳尔多 C罗",
    "messi месси 梅西",
    "",
]


def _forms() -> tuple[dict[str, str], dict[str, str]]:
    spaced: dict[str, str] = {}
    unspaced: dict[str, str] = {}
    for line in _PLACES:
        for form in line.split():
            table = unspaced if "\u3040" <= form[-1] <= "\u9fff" else spaced
            table.setdefault(form.casefold(), line.split()[0])
    return spaced, unspaced


_SPACED, _UNSPACED = (MappingProxyType(table) for table in _forms())


def place(word: str) -> str | None:
    """The key of the place or body that a word names in any of the languages; None for every other word."""
    return _SPACED.get(word)


def places_within(text: str) -> list[str]:
    """The keys of the places and bodies in a text written without spaces, each once, as the list has them."""
    lowered = text.casefold()
    return list(dict.fromkeys(key for form, key in _UNSPACED.items() if form in lowered))
