"""Countries with their demonyms and the cities that stand for them in the news, and other names that are places."""

# country | demonyms | capital and other names for the government | further names of the country
COUNTRIES = """
Afghanistan|Afghan|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Angola|Angolan|Luanda|
Argentina|Argentine,Argentinian|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani,Azeri|Baku|
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Belarus|Belarusian|Minsk|
Belgium|Belgian||
Benin|Beninese|Cotonou|
Bolivia|Bolivian|La Paz|
Bosnia|Bosnian|Sarajevo|Bosnia and Herzegovina
Botswana|Botswanan|Gaborone|
Brazil|Brazilian|Brasilia|
Britain|British|London|UK,United Kingdom,U.K.,Great Britain
Bulgaria|Bulgarian|Sofia|
Burkina Faso|Burkinabe|Ouagadougou|
Burundi|Burundian|Bujumbura|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde|
Canada|Canadian|Ottawa|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|
China|Chinese|Beijing|
Colombia|Colombian|Bogota|
Congo|Congolese|Kinshasa|Democratic Republic of Congo
Costa Rica|Costa Rican|San Jose|
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czech Republic|Czech|Prague|Czechia
Denmark|Danish|Copenhagen|
Dominican Republic|Dominican|Santo Domingo|
Ecuador|Ecuadorean,Ecuadorian|Quito|
Egypt|Egyptian|Cairo|
El Salvador|Salvadoran|San Salvador|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Ethiopia|Ethiopian|Addis Ababa|
Fiji|Fijian|Suva|
Finland|Finnish|Helsinki|
France|French|Paris|
Gabon|Gabonese|Libreville|
Gambia|Gambian|Banjul|
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Guatemala|Guatemalan|Guatemala City|
Guinea|Guinean|Conakry|
Guyana|Guyanese|Georgetown|
Haiti|Haitian|Port-au-Prince|
Honduras|Honduran|Tegucigalpa|
Hungary|Hungarian|Budapest|
Iceland|Icelandic|Reykjavik|
India|Indian|New Delhi,Delhi|
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran|
Iraq|Iraqi|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|
Ivory Coast|Ivorian|Abidjan|
Jamaica|Jamaican|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh|Astana|
Kenya|Kenyan|Nairobi|
Kosovo|Kosovan|Pristina|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Liberia|Liberian|Monrovia|
Libya|Libyan|Tripoli|
Lithuania|Lithuanian|Vilnius|
Luxembourg|||
Madagascar|Malagasy|Antananarivo|
Malawi|Malawian|Lilongwe|
Malaysia|Malaysian|Kuala Lumpur|
Maldives|Maldivian|Male|
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Mauritania|Mauritanian|Nouakchott|
Mexico|Mexican|Mexico City|
Moldova|Moldovan|Chisinau|
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyidaw|Burma
Namibia|Namibian|Windhoek|
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch|The Hague,Amsterdam|
New Zealand||Wellington|
Nicaragua|Nicaraguan|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|
North Macedonia|Macedonian|Skopje|
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Palestine|Palestinian|Ramallah|Palestinian Authority
Panama|Panamanian|Panama City|
Paraguay|Paraguayan|Asuncion|
Peru|Peruvian|Lima|
Philippines|Philippine,Filipino|Manila|
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow,Kremlin|Russian Federation
Rwanda|Rwandan|Kigali|
Saudi Arabia|Saudi|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian|Belgrade|
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean||
Slovakia|Slovak|Bratislava|
Slovenia|Slovenian|Ljubljana|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|
South Korea|South Korean|Seoul|
South Sudan|South Sudanese|Juba|
Spain|Spanish|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Sweden|Swedish|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|
Thailand|Thai|Bangkok|
Togo|Togolese|Lome|
Tunisia|Tunisian|Tunis|
Turkey|Turkish|Ankara|Turkiye
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv,Kiev|
United Arab Emirates|Emirati|Abu Dhabi|UAE
United States|American|Washington,White House|US,U.S.,USA,America
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Vatican|||
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
"""

DEMONYMS_WITHOUT_COUNTRY = (
    "European African Asian Arab Kurdish Scottish Welsh Catalan Nordic Baltic Balkan Western Soviet"
)

PLACES = """
Africa Asia Europe Antarctica Scotland Wales England Catalonia Crimea Donbas Gaza Rafah Kashmir Tibet Xinjiang Bali
Java Sumatra
Kharkiv Odesa Odessa Mariupol Donetsk Kherson Lviv Aleppo Homs Idlib Basra Mosul Erbil Isfahan Tabriz Shiraz Mashhad
Kazan Sochi
Petersburg Vladivostok Geneva Zurich Davos Brussels Strasbourg Frankfurt Munich Hamburg Cologne Milan Naples Turin
Venice Florence
Barcelona Valencia Seville Porto Lyon Marseille Nice Toulouse Rotterdam Antwerp Manchester Liverpool Birmingham
Leeds Glasgow
Edinburgh Belfast Cardiff Bristol Oxford Cambridge Istanbul Izmir Dubai Jeddah Mecca Medina Haifa Mumbai Kolkata
Chennai Bengaluru
Bangalore Hyderabad Karachi Lahore Peshawar Shanghai Shenzhen Guangzhou Wuhan Chengdu Osaka Kyoto Hiroshima Nagasaki
Fukushima
Busan Sydney Melbourne Brisbane Perth Adelaide Auckland Christchurch Toronto Montreal Vancouver Calgary Chicago Boston
Philadelphia Houston Dallas Austin Atlanta Miami Seattle Portland Denver Detroit Minneapolis Phoenix Cleveland
Baltimore
California Texas Florida Alaska Hawaii Oregon Arizona Nevada Ohio Michigan Illinois Pennsylvania Virginia Louisiana
Alabama Mississippi Tennessee Kentucky Colorado Utah Minnesota Wisconsin Iowa Kansas Oklahoma Massachusetts
Connecticut Maryland
Ontario Quebec Alberta Queensland Tasmania Victoria Bavaria Saxony Tuscany Sicily Sardinia Lombardy Andalusia
Normandy Brittany
Johannesburg Durban Lagos Kano Mombasa Goma Benghazi Alexandria Casablanca Marrakesh Guadalajara Monterrey Medellin
Guayaquil
"""

PLACE_HEADS = """
city town village province region district state county island islands coast border square street avenue road
airport port harbour
harbor bay river lake sea ocean strait valley mountain mountains peninsula desert park stadium hospital prison
university
school base camp hotel palace centre center headquarters hall museum church mosque cathedral capital suburb
neighbourhood
neighborhood area zone plant factory mine bridge tunnel station market embassy building gulf canal north south east
west court courthouse
"""

PLACE_NAME_HEADS = """
City Town Province Region District State County Island Islands Coast Square Street Avenue Road Airport Port Harbour
Harbor Bay River
Lake Sea Ocean Strait Valley Mountains Mount Peninsula Desert Park Stadium Hospital Prison Palace Hall Arena Gulf
Canal Hills Heights
Strip Bank Beach Bridge Tunnel Station
"""
