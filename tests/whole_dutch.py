"""What six invented partners say in Dutch about three words of the starter."""

from tests.whole_story import Story, Turn, Word

_QUALITY = Word(
    "kwaliteit",
    {
        "Bewonersraad De Kade": "Dat iemand de tijd neemt en luistert, en terugkomt op wat er is "
        "beloofd.",
        "Gemeente Noord": "Er gaat niets mis: incidenten moeten binnen een week zijn gemeld en "
        "opgelost.",
        "Huisartsen Waterland": "Dat we de richtlijn volgen en vastleggen waarom we ervan "
        "afwijken.",
        "Scholengroep Horizon": "Dat een kind zich gezien voelt, ook als het plan nog niet af is.",
        "Woonstichting Zuid": "Dat we op tijd leveren wat in het contract staat.",
        "Zorggroep Delta": "Dat een bewoner aandacht krijgt. Formulieren mogen wachten.",
    },
)
_TEAMWORK = Word(
    "samenwerking",
    {
        "Bewonersraad De Kade": "Dat wij meebeslissen over onze eigen straat.",
        "Gemeente Noord": "Dat iedereen aan tafel zit en de gemeenteraad beslist.",
        "Huisartsen Waterland": "Dat we elkaar bellen als het over dezelfde patiënt gaat.",
        "Scholengroep Horizon": "Dat duidelijk is wie wat doet, en dat iedereen dat nakomt.",
        "Woonstichting Zuid": "Dat we taken verdelen en niet dubbel werken.",
        "Zorggroep Delta": "Dat we samen besluiten en het risico delen.",
    },
)
_TRUST = Word(
    "vertrouwen",
    {
        "Bewonersraad De Kade": "Dat je niet hoeft te vragen of het al geregeld is.",
        "Gemeente Noord": "Dat afspraken zwart op wit staan en worden nagekomen.",
        "Huisartsen Waterland": "Dat ik een fout kan vertellen zonder gedoe.",
        "Scholengroep Horizon": "Dat een ander het ook goed bedoelt als het tegenzit.",
        "Woonstichting Zuid": "Doen wat je zegt, en op tijd zeggen dat het niet lukt.",
        "Zorggroep Delta": "Dat we elkaar het werk durven overlaten.",
    },
)

DUTCH = Story(
    language="nl",
    starter="samenwerken",
    set_id="regio",
    title="Ruimte in de regio",
    partners=(
        "Gemeente Noord",
        "Zorggroep Delta",
        "Scholengroep Horizon",
        "Huisartsen Waterland",
        "Bewonersraad De Kade",
        "Woonstichting Zuid",
    ),
    seats=("Noord", "Kade", "Waterlan", "Horizon", "Delta", "Zuid"),
    quality=_QUALITY,
    teamwork=_TEAMWORK,
    trust=_TRUST,
    typed_for=("Huisartsen Waterland", "Zorggroep Delta"),
    fills_in_all="Bewonersraad De Kade",
    lens="◆ Aandacht voor mensen",
    example="De wijkverpleegkundige belde terug, zoals ze had gezegd.",
    belief="Wie zich gehoord voelt, klaagt minder.",
    first_case="Het plan klopt",
    cases={
        "Bewonersraad De Kade": ("2211", "2"),
        "Gemeente Noord": ("2112", "3"),
        "Huisartsen Waterland": ("2113", "2"),
        "Scholengroep Horizon": ("2211", "2"),
        "Woonstichting Zuid": ("1112", "3"),
        "Zorggroep Delta": ("2211", "2"),
    },
    speaker="Bewonersraad De Kade",
    between=("Noord", "Kade"),
    difference="Noord telt wat misging, Kade vraagt of iemand luisterde.",
    said_back=(
        Turn(
            "Noord",
            "Kade",
            "Jullie willen dat we doen wat we beloven.",
            correction="Ook dat jullie eerst luisteren.",
            better="Jullie willen eerst luisteren, en doen wat we beloven.",
        ),
        Turn(
            "Kade",
            "Waterlan",
            "Jullie houden je aan de richtlijn, en schrijven op waarom soms niet.",
        ),
        Turn("Waterlan", "Horizon", "Een kind telt voor jullie meer dan een volledig plan."),
        Turn("Horizon", "Delta", "Eerst de bewoner, dan het papier."),
        Turn("Delta", "Zuid"),
        Turn("Zuid", "Noord", "Fouten mogen niet blijven liggen."),
    ),
    first_draft="Goed werk: de bewoner merkt aandacht, en fouten die we konden voorkomen, "
    "voorkomen we altijd.",
    taken_out="altijd.",
    put_in="zo veel als het kan. Wat misgaat, melden we binnen een week.",
    first_round=(
        ("Gemeente Noord", "i", ""),
        ("Bewonersraad De Kade", "b", "Altijd lukt nooit; dan beloven we weer te veel."),
        ("Huisartsen Waterland", "z", "Wie telt de fouten?"),
        ("Scholengroep Horizon", "i", ""),
        ("Zorggroep Delta", "i", ""),
        ("Woonstichting Zuid", "o", ""),
    ),
    second_round=(
        ("Gemeente Noord", "z", "Een week is voor ons de uiterste grens."),
        ("Bewonersraad De Kade", "i", ""),
        ("Huisartsen Waterland", "i", ""),
        ("Scholengroep Horizon", "i", ""),
        ("Zorggroep Delta", "b", "Een meldtermijn maakt van aandacht weer een formulier."),
        ("Woonstichting Zuid", "i", ""),
    ),
    sustained=("Delta", "Een meldtermijn"),
    new_name="op elkaar kunnen rekenen",
    known="vooraf 2,3 → nu 4,0",
    right="k",
    almost="b",
    consent="i",
    integrated="v",
    sustain="s",
)
