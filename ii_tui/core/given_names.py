"""Given names that are known without any network, and the short forms that stand for each other."""

from __future__ import annotations

from collections import defaultdict

_SHORT_FORMS = """
abdullah abdul; abigail abby gail; agnieszka aga agnes; alberto beto; alejandro alex ale;
aleksander olek alex; aleksandr alex sasha; aleksandra ola olka alex sasha; aleksei alyosha alexey;
alessandra ale sandra; alessandro ale alex sandro; alexander alex al alec sasha sascha xander lex
aleksander olek alejandro ale sandro; alexandra alex sasha sandra lexi aleksandra ola; alexandre
alex; alexandria alex lexi; alexis alex lexi; amanda mandy; anastasia nastya stacy; andrew andy
drew andrzej andreas andre; angela angie; ann annie nan; anna annie ania anya anka nan; annabel
bella anna; anne annie nan; anthony tony ant antonio toni; barbara barb babs basia bara; bartlomiej
bartek; bartosz bartek; benjamin ben benny benji; bradley brad; cameron cam; catherine cathy kate
katie cat; charles charlie chuck chas carlos; christian chris; christina chris tina chrissy
christine krystyna krysia; christine chris chrissy tina; christopher chris kit topher krzysztof
krzysiek; clifford cliff; clinton clint; cynthia cindy; daniel dan danny; daniela dani; danielle
dani; dariusz darek; david dave davey davy; deborah deb debbie debra; deepak dee; dmitri dima mitya
dmitry; dolores lola; donald don donnie; dorothy dot dottie dorota; douglas doug; edmund ed;
eduardo edu lalo; edward ed eddie ted ned teddy; edwin ed; ekaterina katya kate; eleanor ellie nell
nora elena lena; elisabeth liz lisa beth; elizabeth liz beth betty eliza lizzie libby lisa bess ela
elisabeth elzbieta; elzbieta ela; emmanuel manny manu; enrique quique; evgenia zhenya; evgeny
zhenya eugene; ewa eve eva; fernando nando; frances fran francie; francesco franco cesco; francis
frank fran frankie; francisco paco pancho fran; franklin frank; frederick fred freddie fritz
friedrich; gabriel gabe; gabriella gabby; gabrielle gabby; geoffrey geoff jeff; gerald gerry jerry;
giovanni gianni vanni; giuseppe beppe pino; gregory greg gregor; grzegorz grzesiek; guadalupe lupe;
guillermo memo; gwendolyn gwen; hanna hania; harold harry hal; helen nell nellie helena ela; henry
harry hank hal heinrich henryk heinz; ibrahim ibby; ignatius ignacio nacho; isabella bella izzy
isabel; ivan vanya; jacob jake kuba jakub; jacqueline jackie; jadwiga jadzia; jakub kuba; james jim
jimmy jamie jem; jan janek johannes hans hannes; jaroslaw jarek; jeffrey jeff geoffrey geoff;
jennifer jen jenny; jeremy jerry; jerome jerry; jerzy jurek; jessica jess jessie; joanna asia jo
joasia; joanne jo; johann hans johannes jan; johanna jo hanna; john johnny jack jon johnnie;
jonathan jon jonny nathan; joseph joe joey jo jose pepe josef sepp; jose joe pepe;
josephine jo josie fina; joshua
josh; julia julka; julian jules; katarzyna kasia kaska kate; katharina kathi kate kati; katherine
kate katie kathy cathy kat kit kitty kay catherine katarzyna kasia katharina katrin kathryn katya
ekaterina yekaterina; kathryn kate kathy katie; kenneth ken kenny; krishnan krish; kristin kris;
kristina kris tina; kristopher kris; krzysztof krzysiek kris chris; lawrence larry laurie lars;
leonard leo len lenny; leonardo leo; leslie les; lillian lily lil; lorenzo renzo; louis lou; louise
lou; lucas luke; luis lucho; lukasz luk lucas luke; madeleine maddie; madeline maddie; magdalena
magda lena maggie; malgorzata gosia malgosia maggie; manuel manny; marcus marc; margaret maggie meg
peggy margie greta marge malgorzata gosia rita; maria mary mia marie mitzi maryla marysia masha
mariya; martin marty; martina tina; matthew matt matty matthias; matthias matt; maxim max;
maximilian max; maxwell max; melanie mel; melissa mel missy; michael mike mikey mick mickey mitch
michal misha mihail mikhail; michal misza mike; miguel mike; mikael mike; mikhail misha; mitchell
mitch; mohammed mo muhammad mohamed mohammad moe; natalie nat natasha natalia natalya tasha; nathan
nate; nathaniel nate nathan nat; nicholas nick nicky nicolas nico klaus nikolai kolya; nicolas nick
nico; nikolai nick kolya; oleksandr alex sasha; olga olya; oliver ollie; olivia liv livvy; pamela
pam; patricia pat patty trish tricia; patrick pat paddy; pawel paul pavel paolo pablo; penelope
penny; peter pete piotr petra pyotr petya; philip phil pip; philippa pip pippa; philippe phil;
phillip phil; piotr piotrek; przemyslaw przemek; rachel rach; radoslaw radek; rafael rafa; randall
randy; raphael rafa rafe; raymond ray; rebecca becky becca; ricardo ricky rick; richard dick rick
ricky rich richie; robert bob bobby rob robbie bert robin; roberta bobbie; roberto beto rob bob;
rodney rod; ronald ron ronnie; rosalind roz; rosario charo; rosemary rose rosie; russell russ;
ryszard rysiek; salvatore toto; samantha sam sammy; samuel sam sammy; sandra sandy; sebastian seb
bastian bas sebastien; sergei seryozha serge sergey; sidney sid; slawomir slawek; srinivas sri
srini; stanislaw staszek stan; stanley stan; stephanie steph stefania; stephen steve stevie steven
stefan; steven steve; stewart stu; stuart stu; subramanian subbu; susan sue susie suzanne zuzanna
zuza; susanna sue; tadeusz tadek; tatiana tanya; terence terry; teresa terry tess tessa theresa
tereza; theodore ted teddy theo; thomas tom tommy tomas; timothy tim timmy; tobias toby; tomasz
tomek; tyler ty; valerie val; venkatesh venkat; veronica ronnie vera weronika; victoria vicky tori
wiktoria; vincent vince vinnie vin; virginia ginny; vladimir vova volodya vlad; wallace wally;
walter walt wally; wesley wes; wiktoria wika; william bill billy will willy liam wim; wojciech
wojtek; yuri yura; yusuf joe; zachary zach zack; zbigniew zbyszek; zofia zosia sophie sophia;
zuzanna zuza zuzia
"""

_MORE = """
aaron abdul abebe adaeze adam ade adele aditi adrian ahmed aiko aisha akira alan alba albert ali
alice alicja alina alison amara amelie amina amir amit amy ana anand andrea andrei anika anil anita
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
    for line in _SHORT_FORMS.split(";"):
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
