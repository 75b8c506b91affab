"""News agencies and picture services."""

AGENCIES = (
    r"(?:AAP|AFP|AP|ANI|ANSA|APA|APP|Agence France-Presse|Agencies|Al Jazeera|Anadolu|Associated Press|BBC News|"
    r"Bernama|Bloomberg|CNA|CNN|DPA|dpa|EFE|EPA|IANS|IRNA|Interfax|Kyodo|NYT|PA Media|PTI|REUTERS|RIA Novosti|"
    r"Reuters|Sputnik|TASS|The Associated Press|UPI|Ukrinform|Xinhua|Yonhap)"
)
"""One of them, as a pattern."""

PICTURE_CREDITS = (
    r"(?:AFP|AP|ANI|Anadolu|Bloomberg|DPA|EFE|EPA|Getty(?: Images)?|IRNA|Kyodo|PA|PTI|Pool|REUTERS|Reuters|"
    r"Shutterstock|Sputnik|TASS|UPI|Xinhua|Yonhap|File|FILE|file|Handout|HANDOUT|Twitter|Courtesy|Supplied)"
)
"""Who a picture comes from, as a pattern."""
