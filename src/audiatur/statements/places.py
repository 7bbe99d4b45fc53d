"""Countries, their capitals and the adjectives of them, by which a capital speaks for a state; our own compilation.

Each line: country; capitals and other names that stand for its government; adjectives. An editor's view of who holds
what place is no matter of this table: it only says which words a newsroom uses for whom.
"""

from __future__ import annotations

_TABLE = """Russia;Moscow;Russian
Ukraine;Kiev,Kyiv;Ukrainian
Belarus;Minsk;Belarusian,Belarussian
United States;Washington,US,U.S.,USA,U.S.A.,America,United States of America;American
United Kingdom;London,UK,U.K.,Britain,Great Britain;British
France;Paris;French
Germany;Berlin;German
Italy;Rome;Italian
Spain;Madrid;Spanish
Portugal;Lisbon;Portuguese
Poland;Warsaw;Polish
Hungary;Budapest;Hungarian
Czech Republic;Prague,Czechia;Czech
Slovakia;Bratislava;Slovak
Austria;Vienna;Austrian
Switzerland;Bern;Swiss
Netherlands;The Hague;Dutch
Belgium;;Belgian
Denmark;Copenhagen;Danish
Norway;Oslo;Norwegian
Sweden;Stockholm;Swedish
Finland;Helsinki;Finnish
Estonia;Tallinn;Estonian
Latvia;Riga;Latvian
Lithuania;Vilnius;Lithuanian
Moldova;Chisinau;Moldovan
Romania;Bucharest;Romanian
Bulgaria;Sofia;Bulgarian
Serbia;Belgrade;Serbian
Croatia;Zagreb;Croatian
Bosnia;Sarajevo;Bosnian
Kosovo;Pristina;Kosovar
Albania;Tirana;Albanian
Greece;Athens;Greek
Cyprus;Nicosia;Cypriot
Turkey;Ankara,Türkiye;Turkish
Armenia;Yerevan;Armenian
Azerbaijan;Baku;Azerbaijani
Georgia;Tbilisi;Georgian
Kazakhstan;Astana,Nur-Sultan;Kazakh
Uzbekistan;Tashkent;Uzbek
Iran;Tehran;Iranian
Iraq;Baghdad;Iraqi
Syria;Damascus;Syrian
Lebanon;Beirut;Lebanese
Israel;Jerusalem,Tel Aviv;Israeli
Palestine;Ramallah;Palestinian
Jordan;Amman;Jordanian
Egypt;Cairo;Egyptian
Saudi Arabia;Riyadh;Saudi
Qatar;Doha;Qatari
Kuwait;;Kuwaiti
Yemen;Sanaa;Yemeni
United Arab Emirates;Abu Dhabi,UAE;Emirati
Afghanistan;Kabul;Afghan
Pakistan;Islamabad;Pakistani
India;New Delhi,Delhi;Indian
Bangladesh;Dhaka;Bangladeshi
China;Beijing;Chinese
Taiwan;Taipei;Taiwanese
Japan;Tokyo;Japanese
South Korea;Seoul;South Korean
North Korea;Pyongyang;North Korean
Vietnam;Hanoi;Vietnamese
Thailand;Bangkok;Thai
Philippines;Manila;Philippine,Filipino
Indonesia;Jakarta;Indonesian
Malaysia;Kuala Lumpur;Malaysian
Australia;Canberra;Australian
New Zealand;Wellington;New Zealander
Canada;Ottawa;Canadian
Mexico;Mexico City;Mexican
Cuba;Havana;Cuban
Venezuela;Caracas;Venezuelan
Colombia;Bogota,Bogotá;Colombian
Brazil;Brasilia;Brazilian
Argentina;Buenos Aires;Argentine,Argentinian
Chile;Santiago;Chilean
Peru;Lima;Peruvian
Bolivia;La Paz;Bolivian
South Africa;Pretoria;South African
Nigeria;Abuja;Nigerian
Kenya;Nairobi;Kenyan
Ethiopia;Addis Ababa;Ethiopian
Sudan;Khartoum;Sudanese
Libya;Tripoli;Libyan
Tunisia;Tunis;Tunisian
Algeria;Algiers;Algerian
Morocco;Rabat;Moroccan
Mali;Bamako;Malian
European Union;Brussels,EU,E.U.;European"""


def _read() -> tuple[dict[str, str], dict[str, str]]:
    places: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in _TABLE.split("\n"):
        country, others, words = line.split(";")
        places[country.lower()] = country
        places.update({other.lower(): country for other in others.split(",") if other})
        adjectives.update({word.lower(): country for word in words.split(",") if word})
    return places, adjectives


PLACES, ADJECTIVES = _read()
"""Lower-case name or capital -> country; lower-case adjective -> country."""
