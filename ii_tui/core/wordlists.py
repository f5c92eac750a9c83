"""Words that are names only by their company: what the checks must not take for a person or a firm.

All are folded (lower case, no accents).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDAR = _words(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thur thurs fri sat sun today tomorrow yesterday spring summer
    autumn fall winter easter christian christmas
    """
)

PLACES = _words(
    """
    africa alaska albany alexandria america asia athens atlanta augusta austin australia austria
    baltimore bangalore barcelona basel beijing belgium berlin bern bethlehem birmingham boston
    brazil brisbane bristol britain brooklyn brussels bucharest budapest buffalo cairo california
    cambridge canada canberra carolina chelsea chicago chile china cleveland cologne colorado
    columbus copenhagen dakota dallas delhi denmark denver detroit devon dover dublin durham egypt
    england essex europe finland florence florida france frankfurt geneva georgia germany ghana
    glasgow greece hamburg hanover harlem holland houston hungary india indiana ireland israel
    istanbul italy jackson japan jersey jerusalem jordan kansas kent kenya kingston korea kyoto
    lancaster leeds lima lincoln lisbon liverpool london lyon madison madrid malta manchester
    manhattan melbourne memphis mexico miami milan milano minneapolis minnesota montana montreal
    moscow mumbai munich nairobi naples nashville nebraska netherlands nevada newcastle nigeria
    norway oakland odessa ohio oklahoma omaha oregon orlando oslo ottawa oxford palermo paris
    pennsylvania perth philadelphia phoenix pittsburgh poland portland porto portugal prague
    providence queens quebec raleigh regina reno richmond rome roma russia salem santiago savannah
    scotland seattle seoul shanghai sheffield singapore sofia spain stanford stockholm stuttgart
    sweden switzerland sydney taipei tallinn tampa tennessee texas tokyo toledo toronto troy tulsa
    turin turkey ukraine utah valencia vancouver venice vermont verona victoria vienna vietnam
    virginia wales warsaw washington wellington winchester winnipeg yale york yorkshire zurich
    """
)

# Everyday vocabulary, the names among it, and firms named after it. Not a dictionary: it has to
# hold the words that people, teams and companies are called.
_VOCABULARY = CALENDAR | _words(
    """
    & a ab able about above accent access account ace across act action active add adieu advance
    adviser affirm after again agency agent agile ago ahead ai aid aim air alarm album align all
    alliance allow ally alma almost alone along alpha already also alter alto always am amazon
    amber amp an anchor ancient angel angle animal annual answer any anyone apart apex app apple
    apply approach arc arch are area arena argo argue arm army around arrow art article as ash ask
    aspect aspen aspire asset assist at atlas atom attic aura author auto avenue avid away axis
    azure baby back bad badge bake balance ball band bank banner bar bare bark barn base basic
    basil basis basket bath bay be beach beacon beam bear beat beautiful because bed bee been
    before begin behalf behind being believe bell below belt bench benefit berry best bet beta
    better between beyond big bike bill bin bio bird bishop bit black blade blair blank blaze bless
    block blog bloom blossom blue board boat body bold bolt bond bone bonjour bonus book boom boost
    boot border boss both bottle bottom bow bowl box boy brain branch brand brave bravo bread break
    breeze brick bridge brief bright brilliant bring broad brook brother brown browser bruise brush
    bubble buck bud budget build builder bull bundle bunny burn bus bush business busy but butter
    button buy buyer by cable cafe cake call calm came camp campus can canal candle candor candy
    cap capable capital captain car caravan carbon card care career cargo carol carpenter carry
    cart carve case cash cast castle casual cat catalyst catch cause cedar center central century
    ceo certain cfo chain chair challenge chance change channel channing chapel chapter charge
    charity charm chart chase chat che cheap check cheer cheers cheese chef cherry chess chi chief
    child chime chip choice choose chord church ciao cider cinnamon circle city claim clarity class
    classic clay clean clear clerk clever click cliff climb clinic clock close cloud clover club
    clue coach coast coat cobalt code coffee coin cold cole collective college color colt column
    come comet comfort command common community company compass complete con concept concert
    concord condition confirm connect consider constant consultant consulting contact content
    context continue contract control coo cook cool cooper copper copy coral cord core corn corner
    corporate corporation cosmos cost could council count country coupon courage course court cove
    cover craft crane cream create creative credit creek crest crew crisp cross crow crown cruz
    crystal cto cube culture cup cure current curve custom customer cut cycle da daisy dale dam dan
    dance danger dare dark dart das dash data date dawn day de deal dean dear debt decide deck deep
    deer delight deliver delivery delta den depend depth der des design desk destiny detail develop
    device dew dial diamond did die diet different digital direct direction discord discover
    discovery discuss dish do dock doctor does dog dollar done dong door dot double doubt dove down
    dr dragon drake draw dream dress drew drift drink drive drop drum dry du duke dune during dust
    dusty duty e each eager eagle ear early earn earnest earth ease east easy eat echo edge edit
    education effect effort egg eight ein eine either el elastic electric element elm else em ember
    emerald emit empire employ empower en end energy engage engine engineering enjoy enough enter
    enterprise entrepreneur envoy epic equal era erratic essential est estate et eternal evaluate
    eve even evening event ever everest every everyone evidence evolve exact example excel except
    exchange executive exist expect expert explore express extra eye fabric face fact factor
    faculty fair faith falcon family famous fan far farm farmer fashion fast father favor feather
    feel feet fern few field fiesta fifteen fig fight figure file fill film final finance find fine
    finger finish fire firm first fish fisher fit five fix flag flame flash flat fleet flex flight
    flint flip float flood floor flora flow flower fly focus fog folder folk follow font food foot
    for force forest forever forge fork form fort forth fortune forum forward foster found
    foundation founder founders four fox frame franc frank frankly free freedom freelance
    freelancer fresh friend friendly frog from front frontier frost fruit fuel full fun function
    fund funny fuse future gage gain galaxy gale gallery game gap garden garnet gas gate gather
    gave gay gear gem gemini gene general generation genesis gentle genuine get giant gift ginger
    girl give given glad glass gli glimpse global globe gloria glory glow glue go goal goat god
    gold golden golf good got government grab grace grade graduate grain grand grant graph grass
    grateful gray great green greenhouse greetings grew grey grid griffin grip ground group grove
    grow growth guard guardian guess guest guide guild guitar gulf gun gusto guy had hai hair hale
    half hall hallo han hand handle handshake handy happen happy harbor hard hardy harmony harp
    harvest has hat have haven hawk hay hazel he head headspace health hear heart heat heath
    heather heaven heavy height helix hello help her here heritage hero herself hey hi hide high
    highland hill him himself hire hired hiring his history hit hiya ho hola hold holiday hollow
    holly home homes honest honey honor hook hope horizon horn horse hospital host hot hotel hour
    house how however hr hub human hunt hunter hunting husk i ice icon idea ideal ideas if il im
    image imagine impact important impulse in inc include income indeed independent indigo industry
    infinite info ink inn innovation inside insight inspire instant institute insurance integral
    intel intelligent intercom interest internal international internet into intuit invest invite
    iris iron is island issue ist it item its ivory ivy ja jade jam jar jasmine jasper jay jazz jet
    jewel job jobs join joint jolly journey joy judge juice jump junction june jungle junior
    juniper jury just justice keen keep kernel key keystone kid kin kind kindle king kingdom kipp
    kit kitchen kite kitty knack knee knight know knowledge kraken la lab label labs lace ladder
    ladders lady lagoon lake lamb lamp lance land lane language large lark las laser last late
    later lattice laugh launch laurel lavender law lawn lawyer lay layer le lead leader leaf league
    lean leap learn learning least leather leave ledger lee left leg legacy legal legend lemon
    lemonade length lens les less lesson let letter level lever liberty library license life lift
    light like likely lily lime limit lin line linear link lion lip list listen little live living
    lo load loan local lock loft log logic lone long look loom loop loose lord los lose lot lotus
    love low loyal lucid luck lucky luna lunch luther luxury lyric ma mace machine madam made magic
    magnet magnolia mail main maintain major make maker mall man manage management manager mango
    manner many map maple marble margin marina marine mark market marketing marsh marshal marshall
    mask mason mass mast master match material matter maverick maximum maze me meadow mean measure
    media medical medium meet mellow melody member memo memory men mend mention mentor mercury
    mercy merge merit merry mesh message met meta metal meteor method metro mica mid middle
    midnight might mighty mild mile miles milestone milk mill miller million min mind mine ming
    mint minute miracle mirror miss mission mist mit mix mo mobile mode model modern moment money
    monitor monster month mood moon more morning moss most mother motion motor mountain mouse move
    movement mr mrs ms much muse museum music must my mystery na nail nam name narrow nation
    national native natural nature navigator near neat neck need neighbor nest net network neutral
    never new news next nextdoor nexus ngo ni nice nickel nie night nimble nine no noble node noel
    none noon nor norm normal north not note nothing notice notion nova novel now number nurse nut
    o oak oasis object ocean octave october od of off offer office officer often oil ok old olive
    omega on once one only onyx opal open opera operation operations optimal option or oracle
    orange orbit orchard orchid order organic origin os osprey other otter ou our ours out outlook
    outreach oval over own owner pa pace pack package page paige paint pair palace palm pan panda
    paper para parade paradise paramount park parker part partner partners party pass past pat
    patch path patience pattern pause pax pay peace peach peacock peak pearl pen penny people
    pepper per perfect perhaps period permit person petal phase phone photo pi pick picture piece
    pier pierce pike pilot pin pine pink pioneer pipe piper pitch pixel place plaid plain plan
    planet plant plate platform platinum play player plaza please pledge plum plus po pocket poem
    poet point polar polo pond pool poor pop poppy por port porter portrait position possible post
    posting power practice prairie praise precious prefer presence present president press price
    pride priest prime prince princess print prior prism private prize pro process product prof
    professional professor profit program progress project promise proof prosper proud providence
    prudence public pulse pump pure purple purpose push put puzzle qi quality quarter quartz queen
    quest question quick quiet quill quite rabbit race radiant radio rail rain rainbow raise ram
    ramp ran ranch random range rank rapid rapids rare rat rate rather raven ray razor reach read
    reader ready real realtor reason rebel record recruit recruiter recruiting red reed reef
    reflect regards region relay release relic remark remote render renew rent repair report
    research reserve resolve resonate resource resources rest result retail retired return revel
    review rex rhythm rice rich ride rider ridge right ring ripple rise river road roast rob robin
    robinhood robust rock rocket rocky rod role roll roof room root rope rose rosemary round route
    row royal ruby rule run rush russet rust rusty sable safe saga sage sail saint salad sale sales
    salmon salt same sand sandy sang sapphire satin savannah save savvy saw say scale scarlet scene
    school science scope score scout screen script se sea seal search season seat second secret
    security see seed seek seem segment select self sell sen send senior sense sequence serene
    series serve service services session set seven several shade shadow shape share sharp shay she
    shell shelter shield shift shine ship shirt shoe shop shore short should show shutter si side
    sidney sierra sight sign signal silk silver similar simple simply since sincerely sing single
    sir sister sit six size sketch skill skills skin skip sky skye skylark slack slate sleep slice
    slow small smart smile smith smoke smooth snap snow snowflake so social society soft software
    soil sol solar sold soldier sole solid solution solutions solve some son song sonic sonny soon
    sorry soul sound soup source south space spark sparrow speak special spectrum speech speed
    spell spend spike spin spire spirit splash splendid spoke sport spot spread sprint sprout
    spruce square stable stack staff stage star stars start startup state station stay stealth
    steam steel step sterling stew steward still stock stone stop storage store storm story
    straight stream street strength stride strike string stripe strong student studio study style
    subject such sudden sue sugar suite sum summit sunny sunrise super supply support sure surf
    surface surge swan sweet swift switch symbol synergy system table tablet tag tail take tale
    talent talk tall tan tango tap target task taste tax te tea teach teacher team teams tech
    technology tell temperance ten tenor term terra test text than thank thanks that the their them
    then theory there therefore these they thing think third this those thought three thrive
    through thumbtack thunder thus tide tie tiger tight tile till timber time tin tinder tiny tip
    title to toast together told tone tong tonic tool tools top topaz torch total touch tour toward
    tower town toy trace track trade tradition trail train transfer travel treat tree trek trend
    tri tribe trinity trip tripp triton true truly trust truth try tu tube tucker tulip tune tunnel
    turn turner twin twist two type umbrella un una und under understand union unique unit united
    unity universal universe university until up upon urban us use user usual valley value valve
    van vanguard vantage various vault vector vega velvet venture ventures verse very vest via vibe
    video view villa village vine vintage violet virtual virtue visa vision visit vista vital vivid
    voice volt volunteer von voyage vp wade wait walk walker wall wallet walnut wan wang want ward
    warm warmly was wash watch water wave way we wealth weather weave weaver web week weight
    welcome well wells west whale what wheat wheel when where whether which while whisper white who
    whole whom whose why wide wife wild wilder will willow win wind window wine wing winner winter
    wire wisdom wise wish with within without wolf woman women wonder wood wooden woods woody word
    words work workday worker world worth would wren write writer wrong wyatt xi y yard ye year
    yearly yellow yen yes yet yi yo you young your yours youth za ze zeal zebra zen zenith zero
    zest zip zone zoom zu
    """
)

COMMON = _VOCABULARY | {f"{word}s" for word in _VOCABULARY if len(word) > 2}
"""Words that alone say nothing about a person or a company, and their plurals"""

STARTERS = _words(
    """
    will may can mark hope bill chase grant drew pat rob sue grace rich art dean guy bob nick josh
    jot page tell let see miles summer wade pierce skip chip cash lance long do so an my in no
    """
)
"""Common words that begin a sentence as a verb or a noun, even before a word that has a capital"""

PARTICLES = _words(
    """
    van von de der den da di la le el al bin ibn ben bint dos das du des del della y ter ten zu st
    mac mc o d l abu
    """
)
"""Parts of names that are written small"""

HONORIFICS = _words(
    """
    mr mrs ms miss mx dr prof professor doctor sir madam madame mme mlle monsieur herr frau fr sr
    sra srta senor senora senorita don dona dott dottor dottoressa signor signora pan pani panie
    pana pane dhr mevr mevrouw meneer ing dipl mag rev fru sayin bay bayan sri shri smt господин
    госпожа г др
    """
)

CREDENTIALS = _words(
    """
    phd mba cfa pmp cpa md jd esq mph msc bsc ma ba ms dds rn csm cissp shrm phr sphr pe aia frm
    cfp cma ccna acca fca llm llb edd dba mpa med jr sr ii iii iv
    """
)

NOT_COMPANIES = frozenset(
    {
        "self employed", "selfemployed", "freelance", "freelancer", "freelance consultant",
        "independent", "independent consultant", "consultant", "consulting", "retired",
        "unemployed", "student", "stealth", "stealth startup", "stealth mode",
        "stealth mode startup", "startup", "seeking opportunities", "open to work",
        "career break", "confidential", "private", "none", "n a", "na", "various", "home",
        "company", "my company", "your company", "university", "college", "school", "hospital",
        "bank", "government", "army", "navy", "church", "city", "looking for new opportunities",
        "in transition", "between jobs", "tbd", "thank you", "thanks", "good morning",
        "good afternoon", "good evening", "best wishes", "best regards", "kind regards",
        "warm regards", "happy new year", "happy birthday", "next week", "last week", "am", "pm",
        "it", "ai", "hr", "ux", "ui", "us", "uk", "eu", "tv", "ok", "id", "pr", "qa", "vp", "ceo",
        "cto", "cfo", "usa", "nyc", "la", "sf", "dc", "me", "we", "i",
    }
)  # fmt: skip
"""What people write where the company goes, and what no text could leave out"""

TOOLS = frozenset(
    {
        "linkedin", "zoom", "google meet", "google calendar", "microsoft teams", "teams", "slack",
        "skype", "webex", "whatsapp", "gmail", "outlook", "facetime", "calendly", "doodle",
        "meetup", "indeed", "glassdoor", "xing", "excel", "powerpoint", "wikipedia",
    }
)  # fmt: skip
"""Companies that a message names as the tool it is; only "at LinkedIn" means the firm"""

MEDIA = frozenset(
    {
        "google", "microsoft", "facebook", "instagram", "twitter", "youtube", "tiktok", "reddit",
        "github", "gitlab", "medium", "substack", "yahoo", "apple", "amazon", "netflix",
        "spotify", "audible", "coursera", "udemy", "edx", "ted", "eventbrite", "uber", "lyft",
        "airbnb", "forbes", "bloomberg", "wired", "economist", "financial times",
        "new york times", "wall street journal", "harvard business review", "fast company",
        "techcrunch", "verge", "bbc", "npr", "cnn", "guardian", "washington post", "reuters",
        "nature", "notion", "figma", "canva", "miro", "trello", "jira", "chatgpt", "hulu",
        "kindle", "deezer", "vimeo",
    }
)  # fmt: skip
"""Companies whose product or pages a text may mention: "on YouTube", "a Bloomberg article\""""

VENUES = frozenset(
    {
        "starbucks", "costa", "costa coffee", "caffe nero", "pret", "pret a manger", "panera",
        "panera bread", "peet s", "peet s coffee", "philz", "philz coffee", "blue bottle",
        "blue bottle coffee", "tim hortons", "dunkin", "dunkin donuts", "mcdonald s", "wework",
        "marriott", "hilton", "hyatt", "whole foods", "whole foods market", "barnes & noble",
        "ikea", "sweetgreen", "chipotle", "le pain quotidien", "einstein bros bagels",
    }
)  # fmt: skip
"""Companies that people meet in: never a block, wherever the text names them"""
