"""Given names with the gender they mostly go with, for resolving "he" and "she"; our own compilation.

Latin spellings of names common in English-language news, of many countries. A name in both tables, or in none, says
nothing; a pronoun or a title in the text always outweighs the table.
"""

from __future__ import annotations

from audiatur.statements.wordlists import words

_MALE = """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
mark donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey
ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory alexander frank
patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan
jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe
jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah
louis bobby philip phillip johnny bill jim bob tom mike steve dan dave chris matt tony ken tim ron ed greg
jeff rob rick ted ben sam nick jon pete barack bernie mitt newt rudy marco rand jeb lindsey mitch chuck
harry hugh ian simon nigel boris keir rishi emmanuel francois nicolas olaf gerhard helmut klaus jens hans
karl heinz wolfgang jurgen stefan markus matthias lars anders sven bjorn erik magnus vladimir dmitry dmitri
dmytro sergey sergei serhiy aleksandr oleksandr alexei alexey oleksiy mikhail mykhailo nikolai mykola ivan
igor ihor oleg oleh yuri yuriy yury viktor victor volodymyr vitali vitaly vitalii konstantin kostyantyn
andrei andrey andriy anatoly anatoliy boris bohdan denis denys vadim vadym maxim maksym roman ruslan
stanislav pavel pavlo petro pyotr grigory leonid valery valeriy vyacheslav yevgeny yevhen gennady artem
timur ramzan ilham nikol serzh recep mehmet mustafa ahmet ali hassan hussein mohammed muhammad mohamed ahmed
abdul abdullah ibrahim ismail khalid omar osama yusuf yasser mahmoud bashar hamid karim salman faisal tariq
imran nawaz narendra manmohan rahul amit ravi rajesh sanjay arun vijay xi jinping hu wen li kim moon shinzo
fumio yoshihide junichiro taro antonio carlos luis jorge manuel francisco pedro miguel rafael fernando
alejandro javier diego pablo ricardo eduardo enrique felipe nicolas hugo evo gustavo jair luiz lula giuseppe
matteo mario silvio sergio giorgio paolo marco luca andrea viktor janos laszlo zoltan andrzej jaroslaw lech
mateusz donald milos vaclav tomas petr jan zoran aleksandar slobodan ivica alexis kyriakos nikos tayyip
benjamin yair naftali ehud shimon ariel avigdor isaac moshe yitzhak cyril jacob thabo nelson robert paul
uhuru william yoweri ashton brad clint dwight earl edgar floyd fred glenn herbert howard jay kirk lance lee
leon marvin maurice melvin neil norman oscar preston ray reginald rex stuart stanley todd troy vernon warren
wesley corey cory craig curtis derek doug drew duncan dustin evan gavin geoffrey graham grant jared jake
joel josh kurt liam luke marcus max miles mohammad morgan nathaniel neal owen perry ross seth shane spencer
toby travis trevor zach anton leonid mykhaylo yevhenii borys emil karel otto ulf gunnar henrik niels"""

_FEMALE = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura
cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra
rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly
christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice
ann anne kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn
beverly charlotte natalie theresa diana brittany doris kayla alexis lori hillary ivanka melania chelsea huma
kellyanne carly condoleezza nikki sally jill kamala tulsi ursula theresa angela annegret annalena marine
segolene christine yulia yuliya iryna irina olena elena oksana natalia nataliya svetlana tatiana tetiana
maria mariya marina ekaterina kateryna anastasia daria darya galina halyna ludmila lyudmila nadia nadiya
vera valentina zhanna aisha fatima khadija leila layla mariam maryam zainab amina benazir malala indira
sonia sheikh hasina aung jacinda julia penny gillian cristina dilma michelle isabel rosa carmen lucia ana
paula claudia gabriela veronica monica alicia giorgia ingrid astrid greta sanna mette erna magdalena ewa
beata zuzana katarzyna agnieszka simone sofia tetiana anastasiia beth betsy cathy cindy cokie connie debbie
donna dana eileen ellen erin eva gail gwen heidi holly ivy jane jan jenny joanna jodi josephine joy june
kate kathy katie kim kirsten kristen laurie leslie liz loretta lucy lynn maggie marcia margo marie marjorie
marsha maureen meg melanie meredith mia michele molly naomi nina nora norma pam pat paula peggy phyllis rita
roberta robin rosemary sabrina sheila shannon sherry sheryl stacy sue sylvia tammy tara tina tracy valerie
vanessa wanda wendy yvonne zoe"""

_BOTH = words("""kim pat robin kelly jan jordan leslie dana andrea alexis jean taylor morgan ashley paula lee""")

MALE_NAMES = frozenset(_MALE.split()) - _BOTH
FEMALE_NAMES = frozenset(_FEMALE.split()) - _BOTH
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _BOTH
