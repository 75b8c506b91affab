"""What stands before a name and is no part of it."""

from timeline.text.word_set import word_set

HONORIFICS = word_set(
    """mr mrs ms miss mx sir dame lord lady dr doctor prof professor rev reverend father sister brother fr saint st
    rabbi imam sheikh sheik shaikh ayatollah cardinal bishop archbishop pope prince princess king queen emperor
    sultan emir count countess duke duchess baron baroness judge justice madam mme monsieur herr frau hon
    gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt sergeant cpl corporal
    pvt private marshal brig brigadier sen senator rep representative gov governor pres president vice deputy
    former ex then acting interim retired late"""
)
"""Single words: forms of address, ranks, and what may stand before an office."""

OFFICES = word_set(
    """ambassador analyst attorney chairman chairperson chairwoman chancellor chief coach commissioner congressman
    congresswoman coroner director economist envoy executive governor head inspector investigator justice lawmaker
    lawyer leader mayor minister negotiator official officer premier president prosecutor secretary sheriff
    speaker spokesman spokesperson spokeswoman superintendent treasurer undersecretary
    vice-president deputy-minister"""
) | frozenset(
    {
        "attorney general",
        "chief executive",
        "chief executive officer",
        "chief justice",
        "defence minister",
        "defense minister",
        "defense secretary",
        "defence secretary",
        "finance minister",
        "foreign minister",
        "foreign secretary",
        "head of state",
        "home secretary",
        "interior minister",
        "justice minister",
        "police chief",
        "press secretary",
        "prime minister",
        "secretary general",
        "secretary of defense",
        "secretary of state",
        "secretary-general",
        "supreme leader",
        "treasury secretary",
        "vice president",
        "white house spokesman",
    }
)
"""Posts and occupations by which articles introduce people."""
