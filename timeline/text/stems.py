"""The stem of an English word, so that "meets", "met" and "meeting" count as one.

Regular forms by the Snowball stemmer (Porter2, https://snowballstem.org); irregular verbs by a table.
"""

from functools import lru_cache

import Stemmer

_IRREGULAR = {
    form: base
    for base, forms in {
        "arise": "arose arisen",
        "be": "am is are was were been being",
        "bear": "bore borne born",
        "beat": "beaten",
        "become": "became",
        "begin": "began begun beginning",
        "bind": "bound",
        "blow": "blew blown",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "burn": "burnt",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "eat": "ate eaten",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "forbid": "forbade forbidden",
        "forgive": "forgave forgiven",
        "freeze": "froze frozen",
        "get": "got gotten getting",
        "give": "gave given",
        "go": "went gone goes",
        "grow": "grew grown",
        "hang": "hung",
        "have": "has had having",
        "hear": "heard",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "kill": "killer killing",
        "know": "knew known",
        "lay": "laid",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lose": "lost losing loss losses",
        "make": "made making",
        "mean": "meant",
        "meet": "met meeting meetings",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran running",
        "say": "said says",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold sale sales",
        "send": "sent",
        "shake": "shook shaken",
        "shoot": "shot",
        "sink": "sank sunk",
        "speak": "spoke spoken speech",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken striking",
        "swear": "swore sworn",
        "swim": "swam swum",
        "take": "took taken taking",
        "teach": "taught",
        "tear": "tore torn",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "undergo": "underwent undergone",
        "wear": "wore worn",
        "win": "won winning winner",
        "withdraw": "withdrew withdrawn withdrawal",
        "write": "wrote written",
        "die": "died dead death deaths dying",
        "deny": "denial denials",
        "refuse": "refusal",
        "accuse": "accusation accusations",
        "invite": "invitation invitations",
        "agree": "agreement agreements",
        "visit": "visitor",
        "resign": "resignation",
        "arrive": "arrival",
        "approve": "approval",
        "propose": "proposal",
        "decide": "decision",
        "launch": "launcher",
    }.items()
    for form in forms.split()
}

_snowball = Stemmer.Stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of `word`, in lower case; a possessive ending is dropped."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    stemmed: str = _snowball.stemWord(_IRREGULAR.get(plain, plain))
    return stemmed
