"""English nouns for who can speak: roles of persons, organisations, documents, groups; our own compilation."""

from __future__ import annotations

from audiatur.statements.wordlists import words

TITLES_MALE = words(
    "mr mr. sir lord king prince father brother señor signor monsieur herr tuan alhaji maulana mullah shri haji fr fr."
)
TITLES_FEMALE = words(
    "mrs mrs. ms ms. miss lady queen princess sister dame señora signora madame mme frau datin begum hajia hajjah doña"
    " smt smt."
)
TITLES = TITLES_MALE | TITLES_FEMALE | words(
    """dr dr. prof prof. rev rev. sen sen. rep rep. gov gov. gen gen. lt lt. col col. sgt sgt. capt capt. maj maj.
    cmdr. adm adm. brig brig.
    reverend honourable honorable tengku tunku raja ustad ustaz swami pandit sayyid sheikh datuk
    hon. pres. pope cllr cllr. coun coun. supt supt. insp insp. det det. cpl cpl."""
)  # fmt: skip

ROLES = TITLES | words(
    """hero heroine sprinter hurdler batsman bowler winger forward fullback lifeguard lifeboatman lifeboatwoman
    meteorologist botanist zoologist ecologist oceanographer volcanologist glaciologist cartographer toxicologist
    cardiologist oncologist paediatrician pediatrician psychiatrist pathologist anaesthetist radiographer obstetrician
    headteacher caretaker councillor alderwoman provost convener whip backbencher peeress
    president premier chancellor minister secretary ambassador envoy spokesman spokeswoman spokesperson senator
    representative congressman congresswoman governor mayor lawmaker legislator deputy speaker leader chief head
    chairman chairwoman chair director manager officer commander general admiral colonel major captain
    lieutenant sergeant marshal king queen prince princess emperor pope patriarch archbishop bishop cardinal
    rabbi imam ayatollah professor doctor lecturer researcher scientist economist historian analyst expert
    strategist consultant adviser advisor aide counselor counsel lawyer attorney prosecutor judge justice
    solicitor barrister sheriff detective inspector investigator editor reporter journalist correspondent
    columnist commentator anchor host author writer novelist poet blogger critic activist organizer organiser
    campaigner founder co-founder owner executive ceo president-elect nominee candidate contender hopeful
    frontrunner veteran soldier pilot teacher student engineer physician nurse farmer worker resident voter
    delegate delegation negotiator mediator coordinator commissioner councilman councilwoman councilor
    councillor alderman treasurer comptroller auditor administrator superintendent principal dean provost rector
    fellow scholar pollster operative lobbyist donor supporter opponent rival billionaire businessman
    businesswoman entrepreneur investor banker trader developer mogul tycoon actor actress singer musician
    comedian producer star coach player striker athlete champion boss counterpart predecessor successor diplomat
    official politician statesman mp chaplain pastor priest minister-president vice-president ombudsman
    ombudswoman witness survivor victim neighbor neighbour father mother son daughter brother sister wife
    husband widow friend colleague butcher baker mechanic welder fisherman ferryman boatman shopkeeper pensioner
    archivist librarian prefect peer baron baroness defendant suspect claimant applicant plaintiff goalkeeper
    midfielder defender footballer swimmer cyclist boxer runner referee umpire surgeon paramedic medic
    firefighter midwife pharmacist vet psychologist sociologist biologist physicist chemist climatologist
    meteorologist seismologist hydrologist virologist epidemiologist archaeologist anthropologist astronomer
    mathematician statistician demographer linguist philosopher theologian academic politologist architect
    designer painter sculptor composer conductor pianist violinist dancer choreographer filmmaker photographer
    cameraman presenter broadcaster curator translator interpreter publisher printer bookseller driver courier
    trucker sailor mariner docker miner electrician plumber carpenter builder bricklayer farmhand shepherd
    beekeeper winemaker brewer chef waiter waitress bartender barber hairdresser tailor weaver blacksmith
    watchmaker janitor cleaner guard warden gardener hunter forester ranger landlord landlady tenant homeowner
    motorist commuter passenger tourist holidaymaker camper hiker rower jockey gymnast skater skier wrestler
    golfer policeman policewoman constable trooper lawman bodyguard gunner lieutenant-general lieutenant-colonel
    brigadier cadet recruit paratrooper conscript veterinarian dentist optician therapist counsellor clerk
    cashier accountant bookkeeper registrar notary bailiff coroner juror magistrate stenographer usher porter
    butler monk nun abbot abbess deacon vicar curate missionary preacher mufti sheikh emir sultan shah tsar duke
    duchess earl countess viscount viscountess marquess heir heiress monarch ruler caliph comrade citizen mum
    dad mother-in-law father-in-law aunt uncle niece nephew cousin grandmother grandfather grandson
    granddaughter stepmother stepfather fiancé fiancée girlfriend boyfriend ex-wife ex-husband classmate
    roommate teenager pupil undergraduate apprentice trainee intern volunteer rescuer helper passer-by bystander
    onlooker eyewitness source informant whistleblower participant attendee guest caller listener viewer reader
    subscriber customer shopper client carer caregiver orphan refugee migrant evacuee hostage prisoner detainee
    inmate fugitive gunman attacker hacker thief burglar smuggler trafficker warlord guerrilla insurgent rebel
    militant militiaman dissident defector spy operator controller dispatcher engineer-in-chief technician
    programmer inventor explorer navigator cosmonaut astronaut harbourmaster stationmaster headmaster
    headmistress schoolteacher tutor examiner planner surveyor appraiser auctioneer collector dealer merchant
    retailer wholesaler importer exporter manufacturer industrialist financier shareholder stakeholder
    philanthropist benefactor organiser-in-chief steward stewardess supervisor foreman forewoman overseer
    signalman signalwoman lighthouse-keeper commodore skipper coxswain keeper helmsman harbormaster hydrographer
    geologist mom metropolitan archimandrite archdeacon archpriest protodeacon igumen hegumen primate undersecretary
    under-secretary holiness majesty excellency highness eminence frontman frontwoman vocalist guitarist drummer foe
    fiance fiancee"""
)
"""Nouns that name what a person is."""

ROLE_MODIFIERS = words(
    """former ex acting interim deputy vice prime foreign defense defence interior finance senior chief top first
    assistant associate under co current outgoing incoming presidential press campaign communications national
    security state permanent special general executive managing political military public affairs relations real
    estate republican democratic conservative liberal party house senate white media policy research legal
    economic science sports opinion veteran longtime long-time then newly elected attorney and of the"""
)

SAME_ROLE = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "sen.": "senator",
    "sen": "senator",
    "rep.": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov.": "governor",
    "gov": "governor",
    "gen.": "general",
    "gen": "general",
    "chairwoman": "chairman",
    "chair": "chairman",
    "advisor": "adviser",
    "dr.": "doctor",
    "prof.": "professor",
    "prof": "professor",
    "dr": "doctor",
    "hon.": "lawmaker",
    "pres.": "president",
    "cllr": "councillor",
    "coun": "councillor",
    "coun.": "councillor",
    "cllr.": "councillor",
    "supt": "superintendent",
    "supt.": "superintendent",
    "insp": "inspector",
    "insp.": "inspector",
    "premier": "minister",
    "defense": "defence",
    "mp": "lawmaker",
    "councilor": "councillor",
}
"""Words for one and the same role; a role is compared by the value."""


ADDRESSES = words(
    """mr mr. mrs mrs. ms ms. miss sir dame señor signor monsieur herr datuk tuan alhaji maulana haji señora signora
    madame mme frau datin begum hajia hajjah doña smt smt. reverend honourable honorable hon hon. tengku tunku raja
    ustad ustaz swami pandit sayyid shri"""
)
"""Titles that say how someone is addressed and nothing of what he is."""

MALE_ROLES = words(
    """fisherman ferryman boatman widower uncle grandfather nephew policeman headmaster landlord monk duke dad
    signalman foreman cameraman fiancé boyfriend man boy mr mr. sir lord baron spokesman congressman chairman
    councilman businessman king prince father son brother husband actor alderman statesman metropolitan patriarch
    pope cardinal imam mufti ayatollah sultan emir tsar monk archdeacon archimandrite fr fr. frontman grandson
    father-in-law son-in-law stepfather ex-husband groom waiter"""
)
FEMALE_ROLES = words(
    """aunt grandmother niece policewoman headmistress landlady nun duchess mum signalwoman forewoman fiancée
    girlfriend woman girl mrs mrs. ms ms. dame lady baroness waitress midwife spokeswoman congresswoman
    chairwoman councilwoman businesswoman queen princess mother mom daughter sister wife widow actress abbess heroine
    frontwoman granddaughter mother-in-law daughter-in-law stepmother ex-wife bride waitress hostess"""
)

ORGANISATIONS = words(
    """ministry department agency bureau office committee commission council parliament congress senate house court
    tribunal party union association federation alliance coalition league group network foundation institute
    institution university college school academy center centre company corporation corp. inc. inc ltd bank fund
    firm organization organisation army navy police force forces guard service command administration government
    cabinet campaign embassy mission news times post journal herald tribune gazette guardian telegraph magazine
    press radio television tv channel broadcaster agency website newspaper daily weekly outlet kremlin pentagon
    duma rada bundestag knesset nato un u.n. eu e.u. fbi cia nsa who imf osce bbc cnn nbc abc cbs msnbc npr pbs
    ap afp reuters tass interfax ria bloomberg politico amnesty twitter facebook google microsoft apple pac
    board authority secretariat staff watch nations military intelligence rights regulator watchdog charity
    palace presidency treasury exchequer assembly wing faction inquiry
    airline insurer lender retailer manufacturer operator utility supplier contractor startup start-up carrier
    opposition leadership chamber society club syndicate consortium observatory museum theatre theater orchestra
    inspectorate congregation diocese synod crew lab laboratory brewery dockyard shipyard refinery
    bloc front guild bench panel registry trust forum movement brotherhood mutual cooperative co-operative band
    orchestra choir troupe ensemble junta politburo caucus exchange bourse fleet squadron corps directorate prefecture
    municipality borough parish archive archives library zoo aquarium gallery factory mill consultancy brokerage
    think-tank newsroom tabloid station platform chain studio embassy consulate delegation-general
    energy airlines airways shipping holding hospital church vatican brigade battalion regiment militia"""
)
"""Nouns and names of bodies that speak."""

GENERIC_BODIES = words(
    """ministry department agency bureau office committee commission council court tribunal party association
    federation group network company bank government cabinet campaign embassy army navy police university college
    union league club police parliament senate mission service council crew hospital church chamber society museum
    opposition leadership airline insurer regulator operator retailer newspaper magazine broadcaster radio television
    school center centre administration authority secretariat staff firm organization organisation institute board"""
)
"""Nouns of bodies that alone, whatever their capital, name none of them ("the Ministry")."""

OF_BODIES_TOO = words(
    """shareholder stakeholder rival owner operator publisher producer supplier sponsor broker developer manufacturer
    retailer wholesaler importer exporter contractor insurer lender investor donor creditor buyer bidder designer
    distributor builder printer broadcaster brewer campaigner organiser organizer recruiter lobbyist trader client"""
)
"""Roles that a body can have as well as a person."""

DOCUMENTS = words(
    """report statement version draft document text letter memo memorandum note email e-mail message article story
    column editorial book book paper study survey poll polls analysis review bill law act resolution treaty
    agreement accord protocol communique communiqué declaration proposal plan decree order ruling verdict
    indictment lawsuit complaint filing affidavit transcript release post tweet tweets caption headline sign
    banner placard website page ad advertisement speech script manifesto platform constitution charter contract
    brief dossier records documents reports data figures statistics results findings census bulletin newsletter
    leaflet flyer exit-poll studies letters emails e-mails rules guidelines order petition opinion bulletin
    video footage notes minutes copy clause annex appendix notice cable cables papers manual diary inscription
    paragraph preamble note plaque transcripts files log logs handout circular entry entries schedule timetable
    rulebook handbook logbook assessment telegram dispatch despatch appraisal audit rules ledger register inventory
    itinerary agenda synopsis reply replies response judgment judgement answer invoice receipt verdicts
    rulings bulletins prospectus leaflet communiques specification worksheet spreadsheet slide slides recording
    deposition testimony-in-writing postcard invitation placards graffiti blueprint"""
)

COLLECTIVES = words(
    """side delegation officials authorities people residents voters supporters critics opponents allies lawmakers
    senators republicans democrats conservatives liberals experts analysts economists historians scientists
    researchers observers journalists reporters aides advisers advisors sources insiders activists protesters
    protestors demonstrators witnesses victims families leaders politicians ministers diplomats negotiators
    investigators prosecutors lawyers attorneys doctors soldiers troops militants rebels separatists insurgents
    fighters members delegates organizers organisers campaigners rights groups countries nations states powers
    governments parties media outlets newspapers analysts workers employees students teachers farmers fans users
    commentators some many others most few several both they we men women team crowd audience public americans
    russians ukrainians europeans executives managers prosecutors pollsters strategists operatives delegates
    rivals surrogates colleagues friends mayors governors judges generals commanders spokesmen"""
)


_TRADES = ("master", "keeper", "ologist", "ician", "grapher", "woman")
_LONG = 8  # letters of a word whose ending tells that it is a trade ("concertmaster")


def is_role(word: str) -> bool:
    """Whether a lower-case word names an office, a compound by any of its parts ("secretary-general").

    >>> is_role("secretary-general")
    True
    """
    if word in ROLES or (word.endswith(_TRADES) and len(word) > _LONG):
        return True
    return "-" in word and any(part in ROLES for part in word.split("-"))


OF_WHAT = words(
    """state defense defence staff commerce labor labour energy education interior treasury justice transportation
    war agriculture"""
)
