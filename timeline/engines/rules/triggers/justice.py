"""The law: arrests, courts and inquiries."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, ACTS_ON, GIVES, NounRow, VerbRow

VERBS = (
    VerbRow(
        T.ARREST, "arrest detain catch apprehend indict charge raid jail imprison extradite book nab remand", ACTS_ON
    ),
    VerbRow(T.OTHER, "release free", ACTS_ON, "prisoner detainee hostage suspect inmate man woman journalist bail"),
    VerbRow(
        T.TRIAL,
        "dismiss uphold overturn hear reject throw_out file lodge quash adjourn drop settle",
        ACTS_ON,
        """
            appeal case lawsuit suit petition conviction verdict sentence ruling charges charge complaint
            motion trial injunction
        """,
    ),
    VerbRow(
        T.TRIAL,
        """
            convict acquit sentence try prosecute sue plead_guilty plead_not_guilty stand_trial go_on_trial
            appear_before find_guilty find_not_guilty appear_in_court testify
        """,
        ACTS_ON,
    ),
    VerbRow(T.TRIAL, "grant deny", ACTS_ON, "appeal petition motion injunction bail custody parole"),
    VerbRow(T.TRIAL, "rule appeal overrule", ACTS),
    VerbRow(T.TRIAL, "order award", GIVES, "damages compensation retrial release costs"),
    VerbRow(T.TRIAL, "fine pardon", ACTS_ON),
    VerbRow(
        T.INVESTIGATION,
        "investigate probe inspect audit search examine interrogate question inspect comb recover find",
        ACTS_ON,
    ),
    VerbRow(T.INVESTIGATION, "open launch begin start", ACTS, "investigation inquiry probe audit review inspection"),
)

NOUNS = (
    NounRow(T.ARREST, "arrest detention indictment crackdown extradition"),
    NounRow(
        T.TRIAL,
        "trial hearing verdict ruling sentencing conviction acquittal lawsuit retrial inquest judgment judgement",
        telling=True,
    ),
    NounRow(T.INVESTIGATION, "investigation inquiry probe audit inspection search autopsy"),
)
