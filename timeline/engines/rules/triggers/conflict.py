"""Force: attacks, troops, protests, and those who are hurt."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, ACTS_ON, COMPETES, HAPPENS, NounRow, VerbRow

VERBS = (
    VerbRow(
        T.ATTACK,
        """
            attack bomb shell bombard ambush invade assassinate torpedo raid_village shoot stab murder
            massacre behead kidnap abduct hijack hack storm loot
        """
        """
            besiege assault rob fire_at fire_on open_fire blow_up retaliate strike_back execute torture rape
            capture seize overrun sabotage
        """,
        ACTS_ON,
    ),
    VerbRow(T.ATTACK, "strike hit target", ACTS_ON),
    VerbRow(
        T.ATTACK,
        "fire launch lob",
        ACTS_ON,
        "missile rocket shell shot drone mortar torpedo attack strike offensive assault raid operation",
    ),
    VerbRow(T.ATTACK, "shoot_down down intercept", ACTS_ON),
    VerbRow(T.ATTACK, "explode detonate go_off", HAPPENS, "bomb device mine grenade car shell"),
    VerbRow(T.ATTACK, "clash fight battle skirmish", COMPETES),
    VerbRow(T.MOBILIZATION, "deploy mobilise mobilize station redeploy mass conscript arm evacuate", ACTS_ON),
    VerbRow(
        T.MOBILIZATION,
        "withdraw pull_out send move",
        ACTS,
        """
            troop soldier force army warship fleet ship brigade battalion tank carrier gun weapon artillery
            missile unit patrol
        """,
    ),
    VerbRow(T.MOBILIZATION, "order_out order_to_leave", ACTS_ON),
    VerbRow(T.PROTEST, "protest demonstrate riot rally march strike walk_out go_on_strike walk_off picket", ACTS),
    VerbRow(T.DEATH, "die drown succumb perish pass_away fall_ill collapse_and_die", ACTS),
    VerbRow(T.DEATH, "kill wound injure hurt hospitalise hospitalize maim", ACTS_ON),
    VerbRow(T.AID, "rescue save free airlift evacuate treat shelter vaccinate", ACTS_ON),
    VerbRow(
        T.AID,
        "deliver send bring take provide donate distribute give",
        ACTS_ON,
        """
            aid relief supply supplies assistance food medicine tent help blanket flour bread ration kitchen
            nurse doctor medic rescuer tonne generator vaccine water convoy
        """,
    ),
    VerbRow(T.AID, "donate", ACTS_ON),
)

NOUNS = (
    NounRow(
        T.ATTACK,
        """
            attack airstrike air-strike strikes bombing bombardment shelling assault ambush raid shooting
            stabbing offensive invasion assassination
        """
        """
            massacre robbery heist burglary theft killing murder kidnapping abduction hijacking hack cyberattack
breach incursion clash
            clashes coup gunfight battle siege
        """,
        telling=True,
    ),
    NounRow(
        T.MOBILIZATION,
        "deployment mobilisation mobilization drill drills exercise exercises manoeuvres evacuation withdrawal",
    ),
    NounRow(
        T.PROTEST, "protest protests demonstration rally march riot riots unrest strike walkout sit-in", telling=True
    ),
    NounRow(T.DEATH, "death deaths funeral burial"),
    NounRow(T.AID, "aid relief rescue airlift convoy shipment"),
)
