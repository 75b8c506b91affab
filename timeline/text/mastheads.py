"""How the name of a newspaper above an article looks."""

import re

_PAPER = re.compile(
    r"(?:The\s|THE\s)?(?:[A-Z][\w&'’.-]*\s){0,4}(?:Advertiser|Argus|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|"
    r"Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Ledger|Magazine|Mail|Mercury|Monitor|"
    r"News|Observer|Post|Press|Record|Register|Review|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly)"
    r"(?:\s(?:Live|Online|Magazine|Today))?\Z",
    re.IGNORECASE,
)


def is_masthead(line: str) -> bool:
    """Say whether a line could be the name of a paper; a headline may look alike, so its place must fit too."""
    return len(line) <= 60 and line[0].isupper() and _PAPER.match(line) is not None
