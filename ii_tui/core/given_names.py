"""Given names that are known without any network, and the short forms that stand for each other."""

from __future__ import annotations

from collections import defaultdict

_SHORT_FORMS = """
william bill billy will willy liam wim
robert bob bobby rob robbie bert robin
richard dick rick ricky rich richie
michael mike mikey mick mickey mitch michal misha mihail mikhail
james jim jimmy jamie jem
john johnny jack jon johnnie
jonathan jon jonny nathan
joseph joe joey jo jose pepe josef sepp
josephine jo josie fina
thomas tom tommy tomas
charles charlie chuck chas carlos
edward ed eddie ted ned teddy
theodore ted teddy theo
daniel dan danny
david dave davey davy
matthew matt matty matthias
anthony tony ant antonio toni
andrew andy drew andrzej andreas andre
christopher chris kit topher krzysztof krzysiek
christian chris
christina chris tina chrissy christine krystyna krysia
stephen steve stevie steven stefan
nicholas nick nicky nicolas nico klaus nikolai kolya
benjamin ben benny benji
samuel sam sammy
samantha sam sammy
alexander alex al alec sasha sascha xander lex aleksander olek alejandro ale sandro
alexandra alex sasha sandra lexi aleksandra ola
alexandria alex lexi
gregory greg gregor
jeffrey jeff geoffrey geoff
kenneth ken kenny
timothy tim timmy
patrick pat paddy
patricia pat patty trish tricia
francis frank fran frankie
francisco paco pancho fran
frances fran francie
frederick fred freddie fritz friedrich
lawrence larry laurie lars
leonard leo len lenny
leonardo leo
raymond ray
ronald ron ronnie
donald don donnie
douglas doug
gerald gerry jerry
harold harry hal
henry harry hank hal heinrich henryk heinz
peter pete piotr petra pyotr petya
philip phil pip
vincent vince vinnie vin
walter walt wally
zachary zach zack
joshua josh
jacob jake kuba jakub
nathaniel nate nathan nat
maximilian max
sebastian seb bastian bas sebastien
emmanuel manny manu
ignatius ignacio nacho
elizabeth liz beth betty eliza lizzie libby lisa bess ela elisabeth elzbieta
margaret maggie meg peggy margie greta marge malgorzata gosia rita
katherine kate katie kathy cathy kat kit kitty kay catherine katarzyna kasia katharina katrin
katherine kathryn katya ekaterina yekaterina
jennifer jen jenny
jessica jess jessie
rebecca becky becca
deborah deb debbie debra
barbara barb babs basia bara
susan sue susie suzanne zuzanna zuza
dorothy dot dottie dorota
eleanor ellie nell nora elena lena
helen nell nellie helena ela
victoria vicky tori wiktoria
virginia ginny
veronica ronnie vera weronika
jacqueline jackie
abigail abby gail
amanda mandy
angela angie
anna annie ania anya anka ana nan
anne annie nan
ann annie nan
annabel bella anna
isabella bella izzy isabel
cynthia cindy
natalie nat natasha natalia natalya tasha
olivia liv livvy
penelope penny
philippa pip pippa
rosemary rose rosie
roberta bobbie
stephanie steph stefania
teresa terry tess tessa theresa tereza
valerie val
maria mary mia marie mitzi maryla marysia masha mariya
magdalena magda lena maggie
katarzyna kasia kaska kate
katharina kathi kate kati
ekaterina katya kate
aleksandra ola olka alex sasha
aleksander olek alex
krzysztof krzysiek kris chris
malgorzata gosia malgosia maggie
zuzanna zuza zuzia
elzbieta ela
wiktoria wika
jakub kuba
mikhail misha
michal misza mike
joanna asia jo joasia
agnieszka aga agnes
zofia zosia sophie sophia
ewa eve eva
jadwiga jadzia
tadeusz tadek
stanislaw staszek stan
wojciech wojtek
grzegorz grzesiek
tomasz tomek
lukasz luk lucas luke
pawel paul pavel paolo pablo
jan janek johannes hans hannes
johann hans johannes jan
giuseppe beppe pino
giovanni gianni vanni
francesco franco cesco
salvatore toto
eduardo edu lalo
guadalupe lupe
dolores lola
rosario charo
enrique quique
dmitri dima mitya dmitry
vladimir vova volodya vlad
sergei seryozha serge sergey
evgeny zhenya eugene
evgenia zhenya
aleksei alyosha alexey
tatiana tanya
anastasia nastya stacy
olga olya
ivan vanya
yuri yura
mohammed mo muhammad mohamed mohammad moe
abdullah abdul
ibrahim ibby
yusuf joe
mehmet memo
deepak dee
krishnan krish
srinivas sri srini
venkatesh venkat
subramanian subbu
"""

_MORE = """
aaron abdul abebe adaeze adam ade adele aditi adrian ahmed aiko aisha akira alan alba albert ali
alice alicja alina alison amara amelie amina amir amit amy anand andrea andrei anika anil anita
anneke annika antoine anton antonia anuj anwar ari arjun arnaud arthur arun asha ashok astrid asuka
audrey axel ayesha ayse barbora bartosz beata beatrice beatriz benedikt bernard bilal birgit bjorn
bogdan boris brandon brenda brian bridget bruno bryan camila camille carla carmen caroline cecilia
chiara chidi chika chinedu chloe claire clara claudia clemens colette colin connor cristina dagmar
damian daniela daniele danielle daria darius darren dawid deniz dennis derek diana diego dieter
dina dirk dominic dominik donna duncan dylan edith eduard efua egor ekow elaine eliana elias elif
elise ella elliot emeka emil emily emma emre enzo eric erica erik erin ernesto esra esther ethan
eugene eun evelyn fabian fadi farah farid fatima felipe felix ferdinand fernanda fernando filip
fiona florian franz frederik frederique gabriel gabriela gareth gemma georg george gilbert gina
giorgio giulia gloria gonzalo goran gordon greta guillaume gunther gustavo hana hanna hannah hans
haruki hassan heidi helga henrik hideo hiro hiroshi hugo hussein ian ibrahim ines inga ingrid irene
irina isaac isabelle ismail ivana ivo jana janet janice jaroslav jasmin jason javier jean jeanne
jelena jens jeremy jerome jesus jiho jing jiri joan joanne joao johan jonas jorge joris jos josh
joyce juan judith jules julia julian juliana julie julien jurgen justin justyna kai kamal kamila
karen karim karin karl karolina kazuo keiko keith kelly kelvin kenji kenta kevin khalid kiran kofi
kristin kristina kristof kumar kunal kwabena kwame laila lamar lan lara laszlo laura lauren leah
leila leon leonid leonie leslie leticia lidia linda linh linnea lionel lorena lorenzo louis louise
luca lucia lucie lucy ludwig luis luisa lukas luz lydia lynn maciej maeve mahmoud maja malik
manfred manuel manuela mara marc marcel marcin marco marcos marcus marek margot mariam marian
mariana marina mario marion marius marjorie markus marlene marta martha martin martina marvin
masako mateo mateusz mathieu mathilde matteo maurice mauricio mauro maya meera megan mehdi mei
melanie melissa mercedes miguel mikael mila milan milena milos mina minh miriam miroslav mohan
moira monica monika moses mustafa nadia nadine naomi narek natan neha neil nia nigel nikhil nikita
nils nina ning nkechi noah noor nuria obi odile oksana oleg olena oliver omar orla oscar otto owen
pamela paola pascal patryk paula paulina pauline pavla pedro pia pierre pilar pooja pradeep preeti
priya qing quentin rachel rafael rafal rahul raj rajesh ralph ramesh ramon rania raphael raquel
rasmus raul ravi rebeka reiko renata rene reza ricardo riccardo rita roger rohan roland romain
roman rosa rosalind roxana ruben rudolf rui rupert ruth ryan ryo saad sabine sadia sakura sally
salma samir sanjay santi sara sarah satoshi saul sean selin serena sergio seth shaun shawn sheila
shin shira shreya silvia simon simone sina sinead siobhan slavko sofia sofie soren stacey stanislav
stella stuart sunil suresh susana sven svetlana sylvia sylwia takeshi tamara tania tara tariq
tatsuya teodor tereza thandi theresa thiago thomas tobias todd tomoko trang travis trevor tuan
tyler uma umar urszula usha uwe valentin valentina valeria vanessa vasily vera vijay vikram viktor
violeta vivek vivian wanda wei wendy werner wilhelm wolfgang xavier xiao yael yan yasmin yosef
youssef yuki yuko yulia yvette yvonne zainab zara zbigniew zeynep zhang zoe zoltan zsofia
анна мария иван дмитрий ольга сергей елена наталья татьяна алексей андрей михаил владимир екатерина
александр александра николай юлия светлана павел ирина марина виктор олег игорь оксана тарас
γιωργος μαρια ελενη νικος γιαννης κωνσταντινος δημητρης αννα محمد احمد علي فاطمة يوسف عمر خالد ليلى
مريم حسن דוד משה שרה רחל יוסף יעל נועה דניאל מיכל
"""


def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _SHORT_FORMS.split("\n"):
        group = line.split()
        for name in group[1:]:
            found[group[0]].add(name)
            found[name].add(group[0])
    return {name: frozenset(others) for name, others in found.items()}


SHORT_FORMS: dict[str, frozenset[str]] = _short_forms()
"""folded given name -> the names it may be called by, or may be short for"""

GIVEN: frozenset[str] = frozenset(_MORE.split()) | frozenset(SHORT_FORMS)
"""folded given names known without any network"""


def stands_for(name: str, full: str) -> bool:
    """Whether a greeting by `name` may mean someone called `full`; both folded.

    True for the name itself, its known short forms, and a beginning of at most half its letters
    ("Max" for Maximilian; "Paul" is not short for Pauline, nor "Ann" for Anna unless listed).
    """
    if name == full or name in SHORT_FORMS.get(full, ()):
        return True
    return 3 <= len(name) <= len(full) / 2 and full.startswith(name)
