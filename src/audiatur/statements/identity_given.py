"""Given names that are one name in Russian, Ukrainian and Belarusian, with the spellings of the press.

Only forms that the same person bears in passports and papers of different languages: no diminutives, and no English
counterparts that nobody writes for them (Paul for Pavel).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from audiatur.statements.identity_folding import block, folded

_ROWS = """
Vladimir Владимир Volodymyr Володимир Uladzimir Уладзімір
Aleksandr Александр Alexander Alexandr Oleksandr Олександр Olexandr Aliaksandr Аляксандр Alyaksandr
Aleksei Алексей Alexei Alexey Aleksey Oleksii Олексій Oleksiy Olexiy Aliaksei Аляксей
Sergei Сергей Sergey Serhii Сергій Serhiy Sergiy Siarhei Сяргей
Andrei Андрей Andrey Andrii Андрій Andriy Andrij
Dmitri Дмитрий Dmitry Dmitriy Dmytro Дмитро Dzmitry Дзмітрый
Nikolai Николай Nikolay Mykola Микола Mikalai Мікалай
Mikhail Михаил Mykhailo Михайло Mykhaylo Mikhailo Mihail Mikhal Міхаіл
Pavel Павел Pavlo Павло
Yevgeny Евгений Evgeny Yevgeniy Evgeni Evgenii Yevhen Євген Evgen Yevhenii Євгеній Yauhen
Konstantin Константин Kostiantyn Костянтин Kostyantyn
Anatoly Анатолий Anatoliy Anatoli Anatolii Анатолій Anatol
Vitaly Виталий Vitali Vitaliy Vitalii Віталій
Valery Валерий Valeri Valeriy Valerii Валерій
Vasily Василий Vasiliy Vasili Vasyl Василь
Grigory Григорий Grigoriy Grigori Hryhorii Григорій Hryhoriy
Igor Игорь Ihor Ігор
Oleg Олег Oleh Олег
Kirill Кирилл Kyrylo Кирило Kiril
Denis Денис Denys
Maxim Максим Maksim Maksym
Bogdan Богдан Bohdan
Gennady Геннадий Gennadiy Gennadi Hennadii Геннадій Hennadiy
Viktor Виктор Victor Віктор
Yuri Юрий Yury Yuriy Yurii Юрій Iurii
Pyotr Пётр Петр Petr Petro Петро Piotr
Filipp Филипп Pylyp Пилип
Fyodor Фёдор Федор Fedor Fedir Федір
Semyon Семён Семен Semen
Timofei Тимофей Timofey Tymofii Тимофій Tymofiy
Daniil Даниил Danylo Данило
Nikita Никита Mykyta Микита
Ilya Илья Illia Ілля Illya
Matvei Матвей Matvey Matvii Матвій Matviy
Artyom Артём Артем Artem
Svyatoslav Святослав Sviatoslav
Rostislav Ростислав Rostyslav
Vyacheslav Вячеслав Viacheslav Вʼячеслав Vjacheslav
Vladislav Владислав Vladyslav Uladzislau
Stanislav Станислав Станіслав
Georgy Георгий Georgiy Georgi Heorhii Георгій Heorhiy
Yegor Егор Egor Yehor Єгор
Yakov Яков Yakiv Яків
Iosif Иосиф Yosyp Йосип
Ivan Иван Іван
Leonid Леонид Леонід
Eduard Эдуард Едуард
Arseny Арсений Arseniy Arsenii Арсеній
Zakhar Захар
Vadim Вадим Vadym
Boris Борис Borys
Taras Тарас
Roman Роман
Ruslan Руслан
Yaroslav Ярослав
Oles Олесь
Stepan Степан
Elena Елена Yelena Olena Олена Alena
Natalya Наталья Natalia Nataliya Nataliia Наталія
Irina Ирина Iryna Ірина
Yekaterina Екатерина Ekaterina Kateryna Катерина Katsiaryna
Tatyana Татьяна Tatiana Tetiana Тетяна Tetyana
Oksana Оксана Aksana
Svetlana Светлана Svitlana Світлана Sviatlana Святлана
Galina Галина Halyna
Lyudmila Людмила Liudmila Liudmyla Lyudmyla Ludmila
Olga Ольга Olha
Anna Анна Hanna Ганна Ganna
Darya Дарья Daria Dariia Дарія
Viktoria Виктория Victoria Viktoriya Вікторія
Alexandra Александра Aleksandra Oleksandra Олександра
Nadezhda Надежда Nadiya Надія Nadiia
Vera Вера Vira Віра
Lyubov Любовь Liubov Любов
Ksenia Ксения Kseniya Kseniia Ксенія Xenia
Larisa Лариса Larysa
Valentina Валентина Valentyna
Zinaida Зинаида Zinayida Зінаїда
Marina Марина Maryna
Raisa Раиса Raisa Раїса
Maria Мария Mariya Mariia Марія
Yulia Юлия Yuliya Yuliia Юлія Julia
Anastasia Анастасия Anastasiya Анастасія
Yevgenia Евгения Evgenia Yevheniia Євгенія Yevheniya
Sofia Софья София Sofiya Софія Sofya
"""


def _spelt() -> Iterator[tuple[str, str]]:
    for row in _ROWS.strip().splitlines():
        names = row.split()
        for name in names:
            yield block(folded(name)), block(folded(names[0]))


_NAMES: Mapping[str, str] = MappingProxyType(dict(_spelt()))
_LETTERS: dict[str, frozenset[str]] = {}
for _form, _head in _NAMES.items():
    _LETTERS[_head] = _LETTERS.get(_head, frozenset()) | {_form[0]}


def given_name(form: str) -> str:
    """The head of the row of a folded given name; the form for ``block`` itself where the table has none."""
    return _NAMES.get(block(form), block(form))


def is_given(form: str) -> bool:
    """Whether a folded form is in the table."""
    return block(form) in _NAMES


def initials(form: str) -> frozenset[str]:
    """The first letters, folded, that stand for a given name in any of its languages: A and O for Aleksandr."""
    head = given_name(form)
    return _LETTERS.get(head, frozenset(head[:1]))
