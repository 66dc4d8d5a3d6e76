"""What six invented partners say in a session about three words."""

PARTNERS = [
    "Gemeente Noord",
    "Zorggroep Delta",
    "Scholengroep Horizon",
    "Huisartsen Waterland",
    "Bewonersraad De Kade",
    "Woonstichting Zuid",
]

# Partner to meaning, in the order in which they are asked to write.
QUALITY = {
    "Bewonersraad De Kade": "Dat iemand de tijd neemt en luistert, en terugkomt op wat er is "
    "beloofd.",
    "Gemeente Noord": "Er gaat niets mis: incidenten moeten binnen een week zijn gemeld en "
    "opgelost.",
    "Huisartsen Waterland": "Dat we de richtlijn volgen en vastleggen waarom we ervan afwijken.",
    "Scholengroep Horizon": "Dat een kind zich gezien voelt, ook als het plan nog niet af is.",
    "Woonstichting Zuid": "Dat we op tijd leveren wat in het contract staat.",
    "Zorggroep Delta": "Dat een bewoner aandacht krijgt. Formulieren mogen wachten.",
}
TYPED_FOR = ("Huisartsen Waterland", "Zorggroep Delta")
EXAMPLE = "De wijkverpleegkundige belde terug, zoals ze had gezegd."
BELIEF = "Wie zich gehoord voelt, klaagt minder."
# Answers to the four cases (1 yes, 2 no, 3 depends), and what each knows of the others.
CASES = {
    "Bewonersraad De Kade": ("2211", "2"),
    "Gemeente Noord": ("2112", "3"),
    "Huisartsen Waterland": ("2113", "2"),
    "Scholengroep Horizon": ("2211", "2"),
    "Woonstichting Zuid": ("1112", "3"),
    "Zorggroep Delta": ("2211", "2"),
}
DIFFERENCE = "Noord telt wat misging, Kade vraagt of iemand luisterde."
# Who says back whom, and what; None where the turn is left out.
SAID_BACK = [
    ("Noord", "Kade", "Jullie willen dat we doen wat we beloven."),
    ("Kade", "Waterla…", "Jullie houden je aan de richtlijn, en schrijven op waarom soms niet."),
    ("Waterla…", "Horizon", "Een kind telt voor jullie meer dan een volledig plan."),
    ("Horizon", "Delta", "Eerst de bewoner, dan het papier."),
    ("Delta", "Zuid", None),
    ("Zuid", "Noord", "Fouten mogen niet blijven liggen."),
]
CORRECTION = "Ook dat jullie eerst luisteren."
BETTER = " En dat we eerst luisteren."
FIRST_DRAFT = (
    "Goed werk: de bewoner merkt aandacht, en fouten die we konden voorkomen, voorkomen we altijd."
)
TAKEN_OUT = "altijd."
PUT_IN = "zo veel als het kan. Wat misgaat, melden we binnen een week."
FIRST_ROUND = [
    ("Gemeente Noord", "i", ""),
    ("Bewonersraad De Kade", "b", "Altijd lukt nooit; dan beloven we weer te veel."),
    ("Huisartsen Waterland", "z", "Wie telt de fouten?"),
    ("Scholengroep Horizon", "i", ""),
    ("Zorggroep Delta", "i", ""),
    ("Woonstichting Zuid", "o", ""),
]
SECOND_ROUND = [
    ("Gemeente Noord", "z", "Een week is voor ons de uiterste grens."),
    ("Bewonersraad De Kade", "i", ""),
    ("Huisartsen Waterland", "i", ""),
    ("Scholengroep Horizon", "i", ""),
    ("Zorggroep Delta", "b", "Een meldtermijn maakt van aandacht weer een formulier."),
    ("Woonstichting Zuid", "i", ""),
]

TEAMWORK = {
    "Bewonersraad De Kade": "Dat wij meebeslissen over onze eigen straat.",
    "Gemeente Noord": "Dat iedereen aan tafel zit en de gemeenteraad beslist.",
    "Huisartsen Waterland": "Dat we elkaar bellen als het over dezelfde patiënt gaat.",
    "Scholengroep Horizon": "Dat duidelijk is wie wat doet, en dat iedereen dat nakomt.",
    "Woonstichting Zuid": "Dat we taken verdelen en niet dubbel werken.",
    "Zorggroep Delta": "Dat we samen besluiten en het risico delen.",
}
TRUST = {
    "Bewonersraad De Kade": "Dat je niet hoeft te vragen of het al geregeld is.",
    "Gemeente Noord": "Dat afspraken zwart op wit staan en worden nagekomen.",
    "Huisartsen Waterland": "Dat ik een fout kan vertellen zonder gedoe.",
    "Scholengroep Horizon": "Dat een ander het ook goed bedoelt als het tegenzit.",
    "Woonstichting Zuid": "Doen wat je zegt, en op tijd zeggen dat het niet lukt.",
    "Zorggroep Delta": "Dat we elkaar het werk durven overlaten.",
}
NEW_NAME = "op elkaar kunnen rekenen"
REVIEW = "2099-05-01"
