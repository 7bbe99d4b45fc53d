"""Names of zones and months that stand in feeds' dates."""

from __future__ import annotations

# Minutes ahead of UTC. RFC 822 zones and letters, and the abbreviations in wide use; where one abbreviation is used
# for several zones (IST, CST, BST) the reading is that of the country with most feeds. AST is Atlantic time.
OFFSETS = {
    "Z": 0, "GMT": 0, "UT": 0, "UTC": 0, "WET": 0,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AST": -240, "ADT": -180, "NST": -210, "NDT": -150, "AKST": -540, "AKDT": -480, "HST": -600, "HAST": -600,
    "ET": -300, "CT": -360, "MT": -420, "PT": -480, "BRT": -180, "ART": -180, "CLT": -240,
    "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "SAST": 120, "CAT": 120,
    "EEST": 180, "MSK": 180, "MSD": 240, "TRT": 180, "EAT": 180, "AZT": 240, "GST": 240, "PKT": 300, "UZT": 300,
    "YEKT": 300, "IST": 330, "NPT": 345, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "AWST": 480, "PHT": 480,
    "JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "A": -60, "M": -720, "N": 60, "Y": 720,
}  # fmt: skip

_NAMES = (
    # month by month: English, then Greek, Hungarian, German, Dutch, French, Spanish, Italian, Portuguese, Russian,
    # Ukrainian, Polish, Czech, Turkish, Swedish; the first three letters of a name are looked up too.
    "jan january ιαν január januar jänner janvier janv enero ene gennaio gen janeiro янв января січ січня stycznia "
    "sty ledna leden led ocak oca januari januára",
    "feb february φεβ február februar février févr fév fevrier febrero febbraio fevereiro fev фев февраля лют лютого "
    "lutego lut února únor úno şubat şub februari febr februára",
    "mar march μάρ μαρ március märz mär mrz maart mrt mars marzo março марта мар березня бер marca březen března bře "
    "mart márc",
    "apr april απρ április avril avr abril abr aprile апр апреля квітня кві kwietnia kwi dubna duben dub nisan nis ápr",
    "may μάϊ μαϊ μάι μαι május mai mei mayo maggio mag maio май мая травня тра maja maj května květen kvě mayıs máj",
    "jun june ιούν ιον június juni juin junio giugno giu junho июн июня червня чер czerwca cze června červen haziran "
    "haz jún",
    "jul july ιούλ ιολ július juli juillet juil julio luglio lug julho июл июля липня лип lipca lip července "
    "červenec temmuz tem júl",
    "aug august αύγ αυγ augusztus augustus août aout agosto ago авг августа серпня сер sierpnia sie srpna srpen srp "
    "ağustos ağu augusti augusta",
    "sep sept september σεπ szeptember septembre septiembre settembre set setembro сен сентября сент вересня вер "
    "września wrz září zář eylül eyl szept",
    "oct october οκτ október oktober okt octobre octubre ottobre ott outubro out окт октября жовтня жов października "
    "paź pa října říjen říj ekim eki",
    "nov november νοέ νοε november novembre noviembre novembro ноя ноября нояб листопада лис listopada lis listopadu "
    "listopad kasım kas",
    "dec december δεκ december dezember dez décembre déc diciembre dic dicembre dezembro дек декабря грудня гру "
    "grudnia gru prosince prosinec pro aralık ara",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
