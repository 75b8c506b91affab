"""The irregular verbs of English with their forms; the one table that tense, stems and the rules engine read."""

from typing import Final

_IRREGULAR: Final = """
    arise:arose arisen | awake:awoke awoken | be:was been | bear:bore borne | beat:beat beaten |
    become:became become | begin:began begun | bend:bent | bind:bound | bite:bit bitten | bleed:bled |
    blow:blew blown | break:broke broken | breed:bred | bring:brought | build:built | burn:burnt | burst:burst |
    buy:bought | cast:cast | catch:caught | choose:chose chosen | cling:clung | come:came come | cost:cost |
    creep:crept | cut:cut | deal:dealt | dig:dug | do:did done | draw:drew drawn | drink:drank drunk |
    drive:drove driven | eat:ate eaten | fall:fell fallen | feed:fed | feel:felt | fight:fought | find:found |
    flee:fled | fly:flew flown | forbid:forbade forbidden | forget:forgot forgotten | forgive:forgave forgiven |
    freeze:froze frozen | get:got gotten | give:gave given | go:went gone | grow:grew grown | hang:hung | have:had |
    hear:heard | hide:hid hidden | hit:hit | hold:held | hurt:hurt | keep:kept | know:knew known | lay:laid |
    lead:led | leave:left | lend:lent | let:let | lie:lay lain | light:lit | lose:lost | make:made | mean:meant |
    meet:met | overcome:overcame overcome | overthrow:overthrew overthrown | overturn:overturned | pay:paid |
    plead:pleaded | prove:proved proven | put:put | quit:quit | read:read | rebuild:rebuilt | ride:rode ridden |
    ring:rang rung | rise:rose risen | run:ran run | say:said | see:saw seen | seek:sought | sell:sold | send:sent |
    set:set | shake:shook shaken | shed:shed | shoot:shot | show:showed shown | shrink:shrank shrunk | shut:shut |
    sing:sang sung | sink:sank sunk | sit:sat | sleep:slept | slide:slid | speak:spoke spoken | spend:spent |
    spill:spilt | spin:spun | split:split | spread:spread | stand:stood | steal:stole stolen | stick:stuck |
    strike:struck | strive:strove | swear:swore sworn | sweep:swept | swim:swam swum | swing:swung | take:took taken |
    teach:taught | tear:tore torn | tell:told | think:thought | throw:threw thrown | undergo:underwent undergone |
    understand:understood | uphold:upheld | wake:woke woken | wear:wore worn | win:won | withdraw:withdrew withdrawn |
    withhold:withheld | write:wrote written | retake:retook retaken | resell:resold | overrun:overran overrun |
    override:overrode overridden | outbid:outbid | broadcast:broadcast | bid:bid | hijack:hijacked |
    undertake:undertook undertaken | wound:wounded | found:founded | ground:grounded | forecast:forecast |
    input:input | rescind:rescinded
"""
"""Base, past and participle; a form given once is both."""

RARER_PAST: Final = frozenset(["bet", "dove", "foresaw", "overtook", "sprang", "wept", "withstood", "wound", "wove"])
"""Past forms of verbs that the rules engine leaves alone, since their bases are nouns as often."""


def _irregular_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for entry in _IRREGULAR.split("|"):
        lemma, _, rest = entry.strip().partition(":")
        forms[lemma] = rest
    return forms


IRREGULAR_FORMS: Final = _irregular_forms()
"""Base to past and participle, parted by a space."""
