"""Misfortune and motion: disasters, accidents, movements."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, HAPPENS, NounRow, VerbRow

VERBS = (
    VerbRow(
        T.DISASTER,
        """
            strike hit batter lash devastate flood submerge erupt make_landfall sweep rattle jolt shake swamp
            inundate bury
        """,
        HAPPENS,
        "",
    ),
    VerbRow(
        T.ACCIDENT,
        """
            crash collide derail capsize sink overturn collapse explode leak burn spill run_aground catch_fire
            veer plunge
        """,
        ACTS,
    ),
    VerbRow(T.ACCIDENT, "break_out", HAPPENS),
    VerbRow(
        T.MOVEMENT,
        """
            arrive depart land flee dock leave travel sail fly return cross escape reach evacuate relocate
            move emigrate migrate board disembark
        """,
        ACTS,
    ),
)

NOUNS = (
    NounRow(
        T.DISASTER,
        """
            earthquake quake tremor aftershock hurricane typhoon cyclone storm tornado flood floods flooding
            landslide mudslide avalanche eruption tsunami
        """
        "wildfire wildfires drought heatwave blizzard famine outbreak epidemic",
        telling=True,
    ),
    NounRow(
        T.ACCIDENT,
        """
            crash collision derailment fire blaze explosion blast leak spill accident collapse sinking inferno
            stampede shipwreck outage meltdown
        """,
        telling=True,
    ),
    NounRow(T.MOVEMENT, "arrival departure exodus landing escape journey flight"),
)
