"""Business, science and the public: trade, publications, launches."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, GIVES, HAPPENS, NounRow, VerbRow

VERBS = (
    VerbRow(
        T.TRANSACTION,
        """
            buy sell purchase acquire supply invest pay lend ship export import spend borrow transfer sell_off
            raise donate auction lease rent smuggle
        """
        "divest repay refund finance fund subsidise subsidize bribe",
        GIVES,
    ),
    VerbRow(
        T.TRANSACTION,
        "send deliver give provide hand accept receive take",
        GIVES,
        """
            missile drone weapon arms tank jet ammunition money dollar dollars euro euros bribe bribes payment
            oil gas grain shipment cash loan loans uranium
        """,
    ),
    VerbRow(
        T.TRANSACTION,
        "order place win award secure",
        GIVES,
        "jet aircraft ship contract order tender loan plane vessel train bus turbine",
    ),
    VerbRow(T.TRANSACTION, "raise", GIVES, "money fund funds capital million billion dollar euro pound"),
    VerbRow(T.TRANSACTION, "merge", ACTS),
    VerbRow(
        T.PUBLICATION,
        "publish present deliver release post issue report record log post_a_profit post_a_loss disclose unveil leak",
        ACTS,
        """
            report study data figure figures result results profit loss revenue sales earnings finding
            findings book paper survey document record image images photograph video statistics forecast
            income growth minutes album guidance
        """,
    ),
    VerbRow(T.PUBLICATION, "publish", ACTS),
    VerbRow(
        T.PUBLICATION,
        "rise fall drop climb grow shrink jump slump plunge surge decline double triple narrow widen",
        HAPPENS,
        "profit revenue sales income earnings loss inflation unemployment output gdp exports imports turnover",
    ),
    VerbRow(
        T.LAUNCH,
        """
            launch open unveil inaugurate start begin build construct found establish introduce roll_out
            set_up break_ground rebuild create restart reopen resume
        """,
        ACTS,
    ),
    VerbRow(T.LAUNCH, "lift_off blast_off go_live go_on_sale start_up", ACTS),
    VerbRow(
        T.OTHER,
        "close shut shut_down halt suspend cut recall abandon scrap cancel",
        ACTS,
        """
            plant factory mine branch production output operation service flight school store shop airport
            route line job jobs product model
        """,
    ),
    VerbRow(T.OTHER, "file_for_bankruptcy collapse discover forge falsify detect", ACTS),
)

NOUNS = (
    NounRow(
        T.TRANSACTION, "sale purchase acquisition takeover merger transfer payment investment buyout auction shipment"
    ),
    NounRow(T.PUBLICATION, "report study findings results publication data survey"),
    NounRow(T.LAUNCH, "launch opening rollout unveiling groundbreaking lift-off liftoff", telling=True),
    NounRow(T.OTHER, "vigil ceremony festival parade concert wedding memorial exhibition closure", telling=True),
)
