"""Words by which a capitalised name is known for an organisation, and nouns for people and bodies who act."""

ORGANISATION_WORDS = """
Agency Alliance Army Assembly Association Authority Bank Board Bureau Cabinet Chamber Club Coalition Commission
Committee
Commonwealth Company Congress Corp Corporation Council Court Department Election Electoral Energy Exchange
Federation Force Forces Forum Foundation Front
Fund Government Group Holdings Inc Institute League Ltd Ministry Motors Movement NATO Navy Office Organisation
Organization Parliament
Party Police Press Reserve Senate Service Society Times Tribunal Trust Union United Nations University Airlines
Airways Airport
Guard Command Hospital School College Laboratory Laboratories Systems Technologies Industries Pharmaceuticals plc
PLC LLC AG SA House Centre Center Post
News Network Museum Observatory Institution Pharma Media Partners Capital Authority Administration Tribunal
"""

NEWS_MEDIA = """
Reuters AFP AP IRNA TASS RIA Interfax Xinhua Kyodo Yonhap Anadolu CNN BBC Bloomberg Guardian Telegraph Politico
Axios NBC CBS ABC NPR
ANSA DPA EFE PTI Tasnim Fars SANA Haaretz Interfax-Ukraine Ukrinform Jazeera
"""

PRESS = frozenset({"reporters", "journalists"})
"""Those to whom everything is told, and who take no part."""

PEOPLE = """
man woman boy girl teenager child children men women people person persons student students teacher teachers worker
workers employee
employees official officials minister ministers leader leaders president chancellor premier king queen prince
princess pope bishop
governor mayor senator senators lawmaker lawmakers legislator legislators deputy deputies mp mps politician
politicians candidate
candidates diplomat diplomats ambassador ambassadors envoy envoys spokesman spokeswoman spokesperson adviser
advisers chief chiefs
judge judges jury juror jurors magistrate prosecutor prosecutors lawyer lawyers attorney attorneys defendant
defendants suspect
suspects inmate inmates prisoner prisoners detainee detainees hostage hostages investigator investigators detective
detectives
inspector inspectors officer officers soldier soldiers troops serviceman servicemen fighter fighters gunman gunmen
attacker attackers
assailant assailants militant militants rebel rebels insurgent insurgents terrorist terrorists pirate pirates
smuggler smugglers
hacker hackers protester protesters demonstrator demonstrators activist activists campaigner campaigners striker
strikers rioter rioters
rescuer rescuers firefighter firefighters medic medics doctor doctors nurse nurses patient patients victim victims
survivor
survivors resident residents villager villagers refugee refugees migrant migrants passenger passengers driver
drivers pilot pilots crew tourist
tourists worshipper worshippers civilian civilians scientist scientists researcher researchers engineer engineers
astronaut
astronauts cosmonaut cosmonauts expert experts analyst analysts economist economists investor investors shareholder
shareholders executive executives director directors chairman chairwoman founder manager managers coach player
players athlete athletes
farmer farmers miner miners fisherman fishermen hiker hikers climber climbers sailor sailors journalist journalists
reporter reporters author authors artist artists actor actress singer voter voters family families relatives widow
mother father
son daughter brother sister wife husband parents members member delegates delegate negotiators negotiator mediators
mediator
"""

BODIES = """
police army military navy forces force government authorities authority ministry parliament court tribunal council
commission committee
cabinet congress senate assembly house party parties opposition coalition union unions group groups company
companies firm firms bank banks
airline airlines carrier carmaker automaker manufacturer retailer maker developer operator agency agencies regulator
regulators watchdog
bureau department administration office team teams club clubs side federation league association organisation
organization
charity charities guard coastguard donor donors forecaster forecasters commander commanders owner owners public
panel mechanic mechanics vessel foundation university hospital school museum newspaper broadcaster network startup
supplier utility
prosecution defence defense junta regime militia militias gang cartel coastguard crews brigade
brigades unit units squad squads delegation delegations
alliance bloc consortium board fund institute lab laboratory insurer
lender
"""

AGENTIVE = ("ers", "ors", "ists", "ians", "ants", "ees", "ist", "ian", "men", "women")
"""How nouns for those who act end, even ones that no table has."""

THINGS = """
numbers papers letters waters orders powers rivers summers winters computers towers borders offers matters quarters
chapters corners centers factors
sectors errors motors doors floors mirrors tractors monitors reactors shoulders fingers others numbers trailers
containers freighters
cylinders shutters posters stickers counters drawers layers meters kilometers centimeters helicopters prayers
dinners suppers jumpers
trousers scissors pointers answers walkers tankers boilers burners restaurants pants grants plants variants
committees guarantees coffees
trees fees degrees elephants specimen omen acumen
"""
"""Nouns that end so and are things."""
