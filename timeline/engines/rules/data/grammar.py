"""Closed-class words and word shapes by which a sentence is cut into phrases."""

DETERMINERS = """
    a an the this that these those his her its their our my your some any each every no another both all
    several many most few much
"""

PRONOUNS = (
    """
        i we you he she it they me us him them who whom himself herself itself themselves something anything
        nothing everything someone anyone
    """
    "everyone nobody others one there none"
)

PREPOSITIONS = (
    """
        about above across after against along alongside amid among around as at before behind below beneath
        beside between beyond by
    """
    """
        concerning despite down during except for from in including inside into like near of off on onto
        outside over past per since through
    """
    """
        throughout toward towards under until unlike up upon via with within without following amidst pending
        out versus vs than according
    """
)

COORDINATORS = "and or but nor yet plus"

SUBORDINATORS = "because although though if unless while when whenever where whereas once so that whether lest wherever"

RELATIVES = "which who whom whose"

AUXILIARIES = """
    am is are was were be been being has have had having do does did is's isn't aren't wasn't weren't hasn't
    haven't hadn't don't doesn't didn't got
"""

NEGATED_MODALS = "shan't shouldn't can't cannot couldn't mightn't mustn't"

ADVERBS = (
    """
        also again already still just even ever never not now then here soon later earlier together too only
        almost nearly once twice
    """
    """
        instead meanwhile however first far away back home abroad today yesterday tomorrow tonight ahead
        overnight well often sometimes
    """
    """
        perhaps maybe quite very rather so thus hence therefore moreover furthermore nonetheless nevertheless
        otherwise overall alone apart aside
    """
    "online early late long short least about around up down out off"
)

# Words that end like a verb or an adverb and are none.
NOUNS_LIKE_VERBS = """
building ceiling morning evening spring string thing king ring wing meeting hearing ruling briefing filing listing
ranking rating setting spending
wedding warning holding housing clothing funding training shooting bombing stabbing killing offering opening closing
beginning
ending earnings feeling findings proceedings savings crossing parking banking mining manufacturing engineering
farming fishing
gathering landing sentencing signing sitting standing swearing understanding uprising voting reading recording
shipping trading
hundred deed seed feed speed need breed bed shed weed creed greed sled red sacred naked wicked biped kindred shred
bring sing cling fling swing sting
family reply ally supply assembly monopoly italy july rally anomaly belly bully butterfly
"""

ADJECTIVES = """
new old young big large small great high low long short early late good bad major minor main key top chief senior
former current
previous next last first second third final latest recent nuclear military political economic financial foreign
domestic national
international regional local federal central public private civil social legal illegal official strategic bilateral
joint official
presidential parliamentary ministerial general special separate second-quarter annual quarterly monthly weekly daily
deadly fatal
close closer full free fresh further heavy strong weak tough rare massive huge mass common mutual several other own
such same
armed black white red green blue northern southern eastern western northeastern northwestern southeastern southwestern
upper lower inner outer live dead alive safe ready due set likely unlikely able unable responsible available guilty
innocent
criminal preliminary initial temporary permanent possible potential surprise emergency rival wide widespread
"""

# Words that are noun and verb; without strong signs they are read as nouns.
NOUN_OR_VERB = """
attack visit launch strike report talk vote deal protest march fire call plan claim charge demand threat offer
request order ban
release raid search probe crash blast bomb shell leak flood storm quake damage injury wound arrest trial appeal
sentence rule
award win loss defeat draw race match tour trip return transfer sale purchase supply order ship export import trade
exchange
increase decrease rise fall cut gain drop surge decline boost record result review study survey test poll debate
dispute fight
battle clash war force arm guard police patrol exercise drill move step lead head chair host guest partner judge
jail fine tax
pardon honor honour name title post appointment comment remark statement answer question reply address speech pledge
promise
vow aim goal hope fear worry concern warning alarm alert rescue help aid support fund grant loan debt bond share
stock stake bid
tender contract project work start stop end close open pause halt delay break split merge link contact control block
blockade
siege escape flight land landing dock port sail travel voyage transport bus train state document detail list line
place point
position need use cause effect impact risk benefit cost price value rate raise count estimate forecast outlook
target focus
process progress change shift turn reform act action law bill measure veto block approach access approval drive run
walk
spark trigger blow hit kick shot shoot kill murder stab hijack hack spill burn burst collapse quit exit return leave
stay
house field cover face hand back book film play show stage star air broadcast cast cable view look sign signal mark
note
battle promise contest challenge sanction last pressure
"""

# Of those, nouns even right after a name, unless an object follows.
MOSTLY_NOUNS = """
talks strikes plans deal reports charges results polls protests votes rules arms fires forces leads moves shares
prices states
claims ties links costs rates losses gains sales supplies exports imports orders works hands houses fields hopes
fears concerns
police state house trade price aid fire force tax share stock bond debt fund loan field law bill war battle line
place point
record review study survey poll trial appeal post title race match tour trip bid stake stage film play process
action air ship port
"""
