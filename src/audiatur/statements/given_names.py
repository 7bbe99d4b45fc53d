"""Given names with the gender they mostly go with, for resolving "he" and "she"; our own compilation.

Latin spellings of names common in English-language news, of many countries. A name in both tables, or in none, says
nothing; a pronoun or a title in the text always outweighs the table.
"""

from __future__ import annotations

from audiatur.statements.wordlists import words

_MALE = """
aaron abdoulaye abdul abdullah adam adrian ahmed ahmet aksel alan alastair albert albrecht aldo alec alejandro alejo
aleksandar aleksandr alessandro alexander alexei alexey alexis alfie alfred algernon ali alistair allan alvaro
amadou amara amit amos anatol anatoliy anatoly anders andre andrea andreas andrei andrew andrey andriy andrzej angus
anil ansel ansgar anthony antoine anton antonio anwar archibald archie ariel arjun armand arnaud arne arno arnold
artem arthur arun arvid asger ashton asif asim askar augustin aurelio austin avigdor axel azim babajide balazs
barack baraka barnaby barry bart bartosz bashar basil bastian batyr beau ben bence benjamin bernard bernie bert
bilal bill billy bjarne bjorn blaise bob bobby bogdan bohdan bohumil bola bongani boris borys brad bram brandon
branko brendan brian bruce bruno bryan bryce bukar burak byron caleb callum cameron carl carlo carlos carsten
casimir caspar cecil cedric cem cesar charles cheikh chester chidi chike chinedu chris christian christoph
christophe christopher christos chuck ciaran clarence claude clement clifford clint clive cole colin colm conor
conrad constantin corey cornelius cory cosmo craig curtis cuthbert cyril cyrus dag damian damien damir dan daniel
danilo danny dante daoud dario darius darko darren dastan dave david davor dawid dean declan denis dennis denys
denzel derek desmond diego dieter dietrich dimitar dimitri dinesh dirk djordje dmitri dmitry dmytro domenico dominic
dominik donald doug douglas dragan drew duarte dumisani duncan dustin dwayne dwight dylan eamon earl ed edgar edmund
edouard eduardo edvard edward edwin egil egon ehud einar eli elias elijah elliot elmer elvis emanuel emeka emil
emile emilio emir emmanuel emre enrico enrique enzo eoin ephraim eric erik ernest ernesto ernst ervin esteban ethan
etienne eugen eugene evan everett evo ezekiel ezra fabian fabio fabrice faisal farhad farid farouk faruk federico
felipe felix femi ferdinand ferenc fergus fernando finn florian floyd folke francesco francis francisco franco
francois frank franz fred frederic frederick fredrik friedrich fritz fumio gabriel gareth gary gaston gavin gavril
geert gene gennady geoffrey george geraint gerald gerard gerardo gerhard gianni gideon gil gilbert giles giorgio
giovanni giuseppe gleb glenn godfrey gonzalo goran gordon gottfried graham grant greg gregory grigory guido
guillaume guillermo gunnar gunter gus gustav gustavo guy habib hakan hakim hamad hamid hamza hank hannes hans harald
hari harish harold harry haruki harvey hassan hassane hector heiko heinz helge helmut hendrik henk henri henrik
henry henryk herbert herman hermann hideo hilary hiroshi holger horace horatio horst howard hu hubert hugh hugo
huseyin hussein huston iain ian iason iban ibrahim ibrahima idris ifeanyi ignacio igor ihor ike ilham ilya imran
imre ingmar ioannis irfan isaac isidore islam ismail istvan ivan ivar ivica ivo jaakko jabari jacek jack jacob
jacques jafar jaime jair jake jakob jakub jamal james jamie jan janos jared jarek jaromir jaroslaw jason jasper
javid javier jawad jay jean-luc jean-paul jeb jeff jeffrey jens jeremiah jeremy jerome jerry jerzy jesse jim jinping
jiri joachim joao joaquim joaquin jobst jochen joe joel johan johann johannes john johnny jon jonah jonas jonatan
jonathan jordan jorg jorge jorgen jose josef joseph josh joshua josip jovan juan juhani jules julian julio julius
juma junichiro juraj jurgen jussi justin kaarel kagiso kai kalle kamal kamau kamil karan karel karim karl karol
kaspar kasper kazuo keir keiran keith kelvin kemal ken kenan kenji kenneth kent kevan kevin khalid khalil kieran kim
kiprono kiran kirk kit kjell klaus knut kofi kojo konrad konstantin kostas kostyantyn krishna kristian kristof
krzysztof kunal kunle kurt kwaku kwame kwesi kyle kyriakos lajos lamar lambert lance larry lars laszlo laurent
lawrence leander lech lee leif len lennart lenny leo leon leonid leopold leroy lester levi li liam lindsey lionel
lloyd logan lorenz lorenzo lothar louis lubomir luc luca lucas lucian lucien ludwig ludwik luigi luis luiz lukas
lukasz luke lula luther maarten mads magnus magomed mahdi mahmoud maksym malcolm malik mamadou mandla manfred
manmohan manoj manuel marat marc marcel marcelo marcin marco marcus marek marian mariano marijn mario mark markku
marko markus marten martin marton marvin massimo mateusz mathias mathieu mats matt matteo matthew matthias matti
maurice maurizio mauro max maxim maximilian mehdi mehmet meinhard melchior melvin merlin micah michael michal michel
mick miguel mika mikael mikal mike mikhail mikkel mikko milan miles milo milos milosz milton miroslav mitch mitt
mladen modibo mohamed mohammad mohammed monty moon mordecai morgan moritz morten moses moshe motoki moussa muhamed
muhammad murad murat musa mustafa mwangi mykhailo mykhaylo mykola naeem naftali narendra nasir nasser nathan
nathanael nathaniel navid nawaz neal ned neil nels nelson nero nestor neville newt nicholas nick nicola nicolae
nicolas niels nigel nikita niko nikol nikolai nikolaj nikolaos nikolas nikos nils noah noel nolan norbert norman
nuno obi octavio ola olaf olav ole oleg oleh oleksandr oleksiy olivier olli olu omar omari ondrej orhan orlando
osama oscar oskar osman osvaldo otieno otis ottavio otto ousmane ove owain owen pablo paolo pascal pasquale patricio
patrick patrik paul pavel pavle pavlo pedrag pedro peer pelle per percy perez perry petar pete peter petr petras
petri petro petros phil philip philippe phillip pier pierce pierre piers piet pieter pietro piotr pradeep prakash
predrag preston pyotr quentin quincy radek radko radomir radovan radu rafael rafal rafiq ragnar rahul raimund rainer
rajesh ralf ralph ram raman ramon ramzan rand randy raoul rashid rasmus raul ravi ravindra ray raymond recep
reginald reinhard reinhold remi renato rene renzo reuben rex rhys ricardo richard richie rick rico rishi rob robbie
robert rocco roderick rodney rodrigo rodrigue roger roland rolf romain roman romeo ron ronald ronan ronnie rory ross
roy ruben rudi rudolf rudolph rudy rufus rune rupert ruprecht rurik ruslan russell rusty ryan ryszard sabir sacha
sadiq saeed said saleh salim salman salvador salvatore sam sami samir samuel sander sandor sani sanjay saul
scott sean sebastian segun selim sepp serge sergei sergey sergio serhiy serzh seth seydou shahid shamil shane
shankar shimon shinzo sid siegfried sigmund sigurd silas silvester silvio simeon simon sindre sipho sizwe slavko
slobodan solomon soren souleymane spencer spyros stan stanislas stanislav stanley stavros stefan stefano stelios
sten stephane stephen steve steven stig stuart sunil suresh svein sven sverre sylvester szymon tadeusz tancredi
taras tarek tariq taro tatsuo tayyip ted teemu temir tendai teodor terence terry teuvo thabo thaddeus themba theo
theodor theodore theodoros thibault thierry thomas thor thorsten tibor till tim timo timon timothee timothy timur
tio tobias tobin toby todd todor tom tomas tomasz tomi tommaso tommy tony tor torben tore torsten travis trevor
tristan troels troy tuncay tunde tuomas tyler tyrone ueli ugo uhuru ulf ulrich umar umberto urban urho uwe vaclav
vadim vadym valentin valentino valerian valeriy valery vasil vasile vasily vasyl venkat vernon victor victorien
vidar vijay vikram viktor viliam ville vinay vincent vinod viorel vitali vitalii vitaly vito vittorio vivek vlad
vladimir vladislav vojtech volkan volker volodymyr vuk vyacheslav waldemar wale walid wallace walt walter walther
ward warren warwick wayne wen wendell werner wesley wilbur wilfred wilfried wilhelm will willem william willie
willis wim wojciech wolf wolfgang xavier xi yair yakov yakub yan yann yannick yaroslav yash yasser yaw yevgeni
yevgeny yevhen yevhenii yitzhak yngve yohan yonas yorick yoshihide younes youssef yoweri yunus yuri yuriy yury yusuf
yves zach zachariah zachary zafar zahir zbigniew zdenek zeki zeljko zeno ziad zlatan zoltan zoran zygmunt"""

_FEMALE = """
abby abena abigail achieng ada adaeze adaora adela adelaide adele adriana agata agatha agathe agnes agneta agnieszka
aida aileen aimee ainhoa aino aisha aissatou akiko akua alba alberta aleksandra alena alessandra alessia alexandra
alexis alfreda alia alice alicia alida alina aline alisa alison alla alma alva ama amaia amaka amal amalia amanda
amani amber amelia amelie amina aminata amira amrita amy ana anais anastasia anastasiia anastazja anat andrea
andreea anette angela angelica angelika angelina angelique anita anja anke ann anna anna-maria annabel annabelle
annalena annamaria anne annegret anneke anneli annette annick annie annika anouk antje antonella antonia antonina
anu anya araceli ariadne ariana arlene arlette asa asha ashley asma asta astri astrid athena audrey augusta aune
aung aurelia aurora ava avril awa ayesha aylin ayse azadeh babette bahar barbara barbro bea beata beatrice beatrix
beatriz belen belinda benazir benedicte berenice berit bernadette bernice berta bertha beth betsy bettina betty
beverly bianca binta birgit birgitta blanca blandine blanka bogna bonnie bozena branka brenda bridget brigid
brigitta brigitte britt brittany bronwen bronwyn brooke bruna camila camilla camille candice cara carina carla
carlota carly carmen carol carole carolina caroline carolyn cassandra catalina catarina catherine cathy catrin
cecile cecilia celeste celia celine chantal charlene charlotte chelsea cheryl chiamaka chiara chioma chloe christa
christelle christiane christina christine chrystia ciara cilla cindy claire clara clare clarissa claudia claudine
clementine cleo clotilde cokie colette colleen condoleezza connie constance consuelo cora coralie cordelia corina
corinna corinne cornelia courtney cristina crystal cynthia dagmar dagny daisy dalia dalila dana daniela danielle
daphne daria dariya darya davina deanna debbie deborah debra deirdre delia delphine denisa denise desiree diana
diane dilma dina dinah dolores dominique donna dora doreen doris dorota dorothea dorothy dorte dragana dulce dunya
eda edda edith edna edwina effie efua eglantine eileen ekaterina ekaterini elaine eleanor eleanora elena eleni
eleonora elfriede elif elin elina elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen elodie eloise
elsa elsbeth else elspeth elvira emanuela emilia emilie emily emma emmanuelle enid erica erika erin erna ernestine
esi esme esmeralda esperanza estela estelle ester esther etta eugenia eugenie eunice eva eva-maria eve evelina
evelyn evelyne ewa ewelina fabienne fanny farah farida fatima fatou fatoumata faye federica felicia felicity
fernanda filippa fiona fleur flora florencia folake frances francesca franziska frederica frederique frida frieda
funke gabriela gabrielle gail galia galina gemma genevieve georgette georgina geraldine gerda germaine gertrude
ghislaine gillian gina giorgia giovanna gisela giselle gitte giulia gladys glenda gloria goldie gordana grace
graciela graziella greer greta gretchen grete gretel griselda guadalupe gudrun guinevere gulnara gulya gunilla gunn
gunnel gwen gwendolyn gwyneth hadiza hala halima halyna hana hanan hanna hannah hanne harriet hasina hatice hayat
hazel heather hedda hedwig heidi heike helen helene helga heloise hennie henrietta henrike herta hester hilda hilde
hildegard hillary hind holly honor hortense houda huma ida ilaria ildiko ilka ilona ilse imelda imogen ina indira
ines inez inga inge ingeborg inger ingrid inna inés ioana iolanda ira irena irene irina iris irma irmgard iryna isa
isabel isabella isabelle iseult isla isolde itziar ivana ivanka ivona ivy iwona izabela jacinda jacinta jackie
jacqueline jadwiga jamila jan jana jane jane-marie janet janice janina janine jasmin jasmina jasmine jayne jean
jeanette jeanne jeannette jelena jennie jennifer jenny jessica jette jill jitka joan joana joanna joanne jocelyn
jodi johanna jolanda jolanta jolene josefa josefina josephine josiane joy joyce juana juanita judit judita judith
judy julia juliana julianna julianne julie juliet juliette june justina justine justyna kaja kamala kamila karen
karin karina karine karla karolina karoline kasia katalin katarina katarzyna kate katerina kateryna katharina
katherina katherine kathleen kathryn kathy katie katinka katja katrin katrina kaye kayla keiko kelly kellyanne
kerstin ketevan khadija kim kimberly kinga kirsi kirsten kirsty klara klaudia klementyna kristen kristiina kristin
kristina krystyna laetitia laila lana lara larisa larissa latifa laura laure lauren laurence laurie lavinia layla
lea leah leana leanne leena leila lelia lena leni lenka lenore leona leonie leonor leonora leontine lesley leslie
leticia leyla lia lidia lidiya liesbeth liesl lieve lila lilian liliana lilith lilli lillian lilly lily lina linda
lindiwe linnea lisa lisbet lisbeth lise liselotte liv livia liz ljubica lois lola lore lorena loretta lori lorna
lorraine lotta lotte lou louisa louise luana luba lubna lucia luciana lucie lucila lucille lucinda lucja lucrezia
lucy ludivine ludmila ludmilla luisa luise lulu luz lydia lynda lynette lynn lynne lyudmila mabel macarena madeleine
madeline madison mae maeve magali magda magdalen magdalena magdolna maggie mai maike maire maisie maja malala
malgorzata malika malin malina mamie manon manuela mara marcela marcella marcelle marcia margaret margareta
margarethe margarita margaux marget margherita margit margo margot margret margrethe marguerite maria mariam mariama
mariana marianna marianne maribel maricel marie marie-claire marie-louise mariella marielle marietta marija marijke
marika marilena marilyn marina marine mariola marion marisa marisol marit marita mariya marjan marjorie marketa
marlena marlene marsha marta marte martha marthe martina martine martyna mary maryam matilda matilde maud maude
maureen mavis maxine maya mayumi mechthild meera meg megan mei melania melanie melina melinda melissa mercedes
meredith merete merle meryem meta mette mhairi mia michaela michal-ann michele michelle miki mila milada milagros
milena milica millicent millie mimi mina minna minnie mira miranda mireille mirela miriam mirjam mirka mitzi moira
molly mona monica monika monique morag morwenna muriel myra myriam myrna myrtle nada nadezhda nadia nadine nadiya
nadja nafisa naima najat nana nancy nanette naomi narges nastasia natacha natalia natalie nataliya natalya natascha
natasha nathalie nawal nazanin nell nelly neria nerys ngozi nicola-jane nicole nicolette nieves nika nikki nikolina
nilufer nina nina-maria ninette njeri nkechi noelia noelle noemi nomsa noor noora nora norma nour nuala nuria nurit
nushrat octavia odette odile ofelia oksana olena olga olimpia olive olivia olympia oonagh ophelia oriana orla
orsolya otilia ottilie oumou paige palmira paloma pam pamela pascale pat patience patricia patrizia patty paula
pauliina paulina pauline pearl peggy penelope penny perla perpetua petra petronella philippa phillipa philomena
phoebe phyllis pia pilar piroska polly portia priscilla priya prudence prunella queenie rachael rachel rachida rada
radhika radka rafaela ragna ragnhild raisa ramona rania raquel rasa rashida rebeca rebecca rebekah regan regina
regine reina reinhild remedios rena renata renate renee reyhan rhea rhiannon rhoda rhona rhonda ria ricarda rika
rikke rina rita rita-maria roberta robin rocio roma romana romina romy rona ronja rosa rosalia rosalie rosalind
rosalinda rosamund rosanna rosario roseanne rosemarie rosemary rosetta rosie rosina roslyn rowena roxana roxane
roxanne roya rukhsana rut ruta ruth ruthie sabina sabine sabrina sadie safiya saga sahar sally salma salome saltanat
samantha samia samira sandra sandrine sania sanna saoirse sara sara-jane sarah saskia savannah segolene selena
selina selma serafina serena shabnam shaheen shannon shanti sharifa sharlene sharon shauna sheikh sheila shelagh
shelley sherry sheryl shirin shirley shreya sian sibylle sidonie sidsel sieglinde signe sigrid sigrun silje silke
silvana silvia simona simone simonetta sina sinead siobhan siri sirkka sissel siv slavica sloane snezana sofia sofie
solange soledad soleil solveig sonia sonja sophia soraya stacey stacy stefania stefanie stella stephania stephanie
stine subira sue sulema sunita sunniva susan susana susanna susannah susanne suzana suzanne suzette svetlana sybil
sydney-ann sylvaine sylvia sylvie tabitha taina tamar tamara tammy tamsin tania tanja tanya tara tatiana tatjana
tatyana tea tekla telma teodora teodozja teresa terhi tess tessa tetiana thandi thandiwe thea thelma theodora
theresa therese thora thyra tiffany tiina tilda tilde tilly tina tina-marie toini tonia tora tove tracy trine trisha
trudie trudy tuija tulsi tuula tuva ulla ulrika ulrike una ursa ursel ursula urszula uta ute valentina valentyna
valeria valerie valeriya valeska vanda vanessa vasiliki velma venetia vera verena verity veronica veronika veronique
vesna vibeke vicki vicky victoria victorine vida vigdis vilma viola violet violeta violetta viorica virginia
virginie vita viveca vivian viviana vivien vivienne vlasta wafa wambui wanda wanjiru wendy wiebke wiesława
wilhelmina wilma winifred winnie xenia ximena yael yana yasemin yasmin yasmine yelena yesenia yetunde ylva yoko
yolanda yolande ysabel yuki yulia yuliya yvette yvonne zahra zainab zanele zara zdenka zehra zelda zelma zenobia
zhanna zinaida zita zlata zoe zofia zohra zoja zora zoya zsofia zuleika zuzana zuzanna"""

_BOTH = words(
    """alexis amara andrea ariel ashley bola chris cokie dana hilary jamie jan jean jo jocelyn joe jordan kai kelly
    kim kit laurence lee leslie lindsey lou mara marian michal milo morgan nicola nikita noor nour ola pat
    rafael robin sacha sheikh sydney taylor vivian"""
)

MALE_NAMES = frozenset(_MALE.split()) - _BOTH
FEMALE_NAMES = frozenset(_FEMALE.split()) - _BOTH
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES | _BOTH
