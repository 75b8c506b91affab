"""Which Friday a bare "Friday" is, by the tense and the words around it."""

from datetime import date

import pytest

from timeline.temporal import tag

WEDNESDAY = date(2024, 10, 9)

GONE_BY = (
    "The company said Friday it would cut jobs.",
    "The company, which on Friday said it would cut jobs, fell.",
    "Shares of the bank, which reports earnings next week, rose 3% on Friday.",
    "The trial began Friday in Boston.",
    "The trial, which began Friday, is expected to last weeks.",
    "Officials said talks resumed Friday.",
    "Officials said on Friday that talks would resume.",
    "Talks broke off Friday.",
    "He was killed Friday.",
    "He was to have been buried Friday.",
    "The vote Friday was close.",
    "Friday's vote was close.",
    "After Friday's vote, leaders urged calm.",
    "Since Friday, 20 people have died.",
    "By Friday, 20 people had died.",
    "The store was open until Friday.",
    "She arrived in London on Friday.",
    "The union called off its strike on Friday.",
    "The game was played Friday at noon.",
    "The ministers may have met on Friday.",
    "The man could not be reached on Friday.",
    "Neither side would comment Friday.",
    "Spokesmen declined to comment Friday.",
    "Police were investigating Friday whether he had been there.",
    "Firefighters were still searching the ruins on Friday.",
    "Rescuers on Friday searched the ruins.",
    "Rescuers were on Friday searching the ruins.",
    "No one was available for comment Friday.",
    "Prices were up Friday.",
    "Prices are up since Friday.",
    "In trading Friday, prices rose.",
    "In Friday trading, prices rose.",
    "In a statement Friday, the ministry denied it.",
    "In an interview published Friday, he denied it.",
    "A bomb exploded in a market Friday, killing 10.",
    "Ten people died Friday when a bomb exploded.",
    "The ministry said in a statement released Friday that the law would take effect.",
    "The law took effect Friday.",
    "Congress returned Friday from its recess.",
    "The report, released Friday, says the dam is unsafe.",
    "The report released Friday says the dam is unsafe.",
    "Fares went up Friday.",
    "They agreed Friday to hold talks.",
    "They agreed on Friday to hold talks.",
    "The judge ordered him Friday to appear in court.",
    "He appeared in court Friday.",
    "He has been missing since Friday.",
    "He had been missing since Friday.",
    "It is not clear who spoke on Friday.",
    "He says he was there on Friday.",
    "The airline said it resumed flights on Friday.",
    "The airline said it had resumed flights on Friday.",
    "The airline has resumed flights on Friday.",
)

STILL_TO_COME = (
    "The committee meets Friday to consider the bill.",
    "Voters go to the polls on Friday.",
    "The court is set to hear the case Friday.",
    "A hearing is scheduled for Friday.",
    "A hearing was scheduled for Friday.",
    "The two sides are to meet on Friday.",
    "The two were to meet on Friday.",
    "The deadline is Friday.",
    "The deadline expires Friday.",
    "The trial begins Friday in Boston.",
    "The trial, which begins Friday, is expected to last weeks.",
    "Officials said the talks would resume Friday.",
    "Officials said the talks will resume Friday.",
    "He will be buried Friday.",
    "The vote Friday will be close.",
    "Friday's vote will be close.",
    "Ahead of Friday's vote, leaders urged calm.",
    "By Friday, he must decide.",
    "He has until Friday to decide.",
    "The offer is open until Friday.",
    "He plans to travel to Paris on Friday.",
    "He planned to travel to Paris on Friday.",
    "He hopes to sign the bill Friday.",
    "She is expected in London on Friday.",
    "She arrives in London on Friday.",
    "She is arriving in London on Friday.",
    "He is due back on Friday.",
    "The union threatened to strike on Friday.",
    "The union called a strike for Friday.",
    "The union called for a strike on Friday.",
    "The game will be played Friday at noon.",
    "The ministers may meet on Friday.",
    "In an interview to be published Friday, he denies it.",
    "Ten people are to be honored Friday.",
    "The law takes effect Friday.",
    "The law, approved last week, takes effect Friday.",
    "The store opens its doors Friday.",
    "Congress returns Friday from its recess.",
    "The president leaves Friday for Europe.",
    "The president leaves for Europe on Friday.",
    "The president will on Friday leave for Europe.",
    "The president is leaving for Europe on Friday.",
    "The president travels to Europe on Friday.",
    "The ship sails Friday.",
    "The film premieres Friday.",
    "The report is to be released Friday.",
    "The report, to be released Friday, says the dam is unsafe.",
    "The government will announce Friday whether it will sell.",
    "The government announces its budget on Friday.",
    "The strike, planned for Friday, was called off.",
    "Starting Friday, fares will rise.",
    "Effective Friday, fares rise.",
    "Fares go up Friday.",
    "They agreed to meet again on Friday.",
    "They agreed to hold talks Friday.",
    "The judge ordered him to appear in court Friday.",
    "He was ordered to appear in court Friday.",
    "He is scheduled to appear in court Friday.",
    "It is not clear who will speak on Friday.",
    "He says he will be there on Friday.",
    "He wants to be there on Friday.",
    "He would like to be there on Friday.",
    "If approved Friday, the bill goes to the Senate.",
    "The bill, if approved Friday, goes to the Senate.",
    "A funeral is planned Friday.",
    "Services will be Friday.",
    "Funeral services are Friday at noon.",
    "The airline said it will resume flights on Friday.",
)


def _friday(sentence: str) -> list[str | None]:
    return [found.value for found in tag(sentence, WEDNESDAY) if "Friday" in found.text]


@pytest.mark.parametrize("sentence", GONE_BY, ids=GONE_BY)
def test_what_happened_is_the_friday_before(sentence: str) -> None:
    """A clause that tells what was done means the last Friday."""
    assert [value[:10] for value in _friday(sentence) if value] == ["2024-10-04"]


@pytest.mark.parametrize("sentence", STILL_TO_COME, ids=STILL_TO_COME)
def test_what_is_planned_is_the_friday_after(sentence: str) -> None:
    """A clause that tells what is to be done means the next Friday."""
    assert [value[:10] for value in _friday(sentence) if value] == ["2024-10-11"]
