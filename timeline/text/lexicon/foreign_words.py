"""Function words of other languages in Latin letters, folded, without those that are English words too."""

from timeline.text.lexicon.function_words import FUNCTION_WORDS
from timeline.text.word_set import word_set

_GERMAN = word_set(
    """der die das den dem des und ist ein eine einen einer eines nicht mit sich auf fur von zu im am vom zum zur bei
    nach aus uber auch als wie dass sie er es wir wird wurde werden haben hat hatte sind war oder aber um noch"""
)
_FRENCH = word_set(
    """le la les un une des du de et est en dans pour par sur au aux avec qui que ne pas plus se ce cette ces son sa ses
    il elle ils ont sont a ete mais ou d'un d'une qu'il c'est l'on leur comme apres"""
)
_SPANISH = word_set(
    """el la los las un una de del y en que es por con para se no su sus al lo como mas pero fue ha han sobre entre
    este esta desde hasta ya o sin"""
)
_ITALIAN = word_set(
    """il lo la i gli le un una di del della dei delle e in che non per con si da dal al alla nel nella sono ha hanno
    anche come piu ma stato era questo"""
)
_PORTUGUESE = word_set(
    """o a os as um uma de do da dos das e em no na nos nas que nao para por com se ao foi mais como mas seu sua pelo
    pela entre ou ja"""
)
_DUTCH = word_set(
    """de het een en van in is dat op te voor met zijn niet aan er die om ook als bij maar naar werd door uit over ze
    hij nog worden heeft wordt tot"""
)
_NORDIC = word_set(
    """och att det som en pa av for den med till ar ett om har de inte var fran kan og ikke til er pa et men eller han
    hun sig seg ved etter efter blev ble"""
)
_POLISH = word_set("""w i z na nie sie do ze to jest o jak po za od przez dla przy ktory ktore byl oraz jego czy""")
_TURKISH = word_set("""ve bir bu da de icin ile olarak olan daha gibi kadar sonra cok ancak ise oldugu""")
_INDONESIAN = word_set("""yang dan di ke dari untuk dengan ini itu pada dalam akan tidak adalah telah oleh para""")

FOREIGN_FUNCTION_WORDS = (
    _GERMAN | _FRENCH | _SPANISH | _ITALIAN | _PORTUGUESE | _DUTCH | _NORDIC | _POLISH | _TURKISH | _INDONESIAN
) - (FUNCTION_WORDS | word_set("die war per sue no me era men et"))
"""Those of ten languages, taken together."""
