"""French and Spanish verbs that open operative and preambular paragraphs."""

from __future__ import annotations

import re

_FRENCH_ADVERBS = (
    r"(?:\s+(?:également|aussi|en\s+outre|de\s+nouveau|à\s+nouveau|vivement|instamment|"
    r"fermement|en\s+particulier|par\s+ailleurs|solennellement|une\s+fois\s+de\s+plus))"
)
_FRENCH = (
    r"Prend\s+(?:également\s+|aussi\s+|en\s+outre\s+)?(?:note|acte)|"
    r"Pren(?:d|ant)\s+en\s+(?:compte|considération)|Prenant\s+(?:également\s+)?(?:note|acte)|"
    r"Accueill(?:e|ant)|Se\s+félicite|Se\s+félicitant|Se\s+déclare|Se\s+dit|Sait\s+gré|"
    r"Fai(?:t|sant)\s+(?:appel|sien(?:ne)?s?)|Rend(?:ant)?\s+hommage|Remerci(?:e|ant)|"
    r"Exprim(?:e|ant)\s+(?:(?:également|aussi)\s+)?(?:sa|son|ses|leurs?)\s+(?:\w+\s+)?"
    r"(?:gratitude|reconnaissance|appréciation|préoccupation|inquiétude|satisfaction|remerciements|"
    r"soutien|regret|intention|espoir|appui|condoléances|solidarité)(?:\s+(?:profonde|vive))?|"
    r"Ayant\s+(?:à\s+l['’]esprit|(?:également\s+)?\w+(?:é|i|u|is|it)\b)|Tenant\s+compte|"
    r"Considérant|Conscient(?:e|s|es)?|Consciente?|Préoccupée?s?|Convaincue?s?|Désireuse?|"
    r"Gardant\s+à\s+l['’]esprit|Sachant|Estim(?:e|ant)|"
    r"Prie|Priant|Demande|Invit(?:e|ant)|Exhort(?:e|ant)|Encourag(?:e|eant)|Appelle|"
    r"Autoris(?:e|ant)|Décid(?:e|ant)|Adopt(?:e|ant)|Approuv(?:e|ant)|Not(?:e|ant)|"
    r"Rappel(?:le|ant)|Réaffirm(?:e|ant)|Réitèr(?:e|ant)|Réitér(?:e|ant)|Renouvelle|"
    r"Reconna(?:ît|it|issant)|Soulign(?:e|ant)|Insist(?:e|ant)|Constat(?:e|ant)|Affirm(?:e|ant)|"
    r"Confirm(?:e|ant)|Recommand(?:e|ant)|Convient|Déplor(?:e|ant)|Regrett(?:e|ant)|"
    r"Souscri(?:t|vant)|Relève|Félicit(?:e|ant)|Salu(?:e|ant)|"
    r"Conclu(?:t|ant)|Désigne|Déclare|Crée|Établit|Élit|Souhaite|Espère|Proclame|"
    r"(?:Charge|Engage|Attend|Propose|Observe)(?=\s+(?:(?:instamment|vivement|également|aussi)\s+)?"
    r"(?:les?|la|l['’]|aux?|à|des?|que|qu['’]|avec|ses|son|sa)\b)|"
    r"Condamn(?:e|ant)|Précise|Fait\s+observer|Met\s+l['’]accent|Mettant\s+l['’]accent"
)
_FRENCH_MANNER = (
    r"(?:\s+avec\s+(?:(?:une?\s+)?(?:vive|grande|profonde|grand|vif|profond)\s+)?"
    r"(?:satisfaction|appréciation|préoccupation|inquiétude|intérêt|regret|gratitude|"
    r"reconnaissance|plaisir)(?:\s+(?:profonde|vive))?)"
)
_SPANISH_ADVERBS = (
    r"(?:\s+(?:también|además|asimismo|encarecidamente|firmemente|nuevamente|de\s+nuevo|"
    r"una\s+vez\s+más|igualmente|enérgicamente))"
)
_SPANISH = (
    r"Tom(?:a|ando)\s+(?:también\s+|además\s+|asimismo\s+)?(?:nota|conocimiento)|"
    r"Tom(?:a|ando)\s+en\s+(?:cuenta|consideración)|Acog(?:e|iendo)|Hac(?:e|iendo)\s+"
    r"(?:un\s+llamamiento|suy[oa]s?|hincapié)|Rind(?:e|iendo)\s+homenaje|Agradec(?:e|iendo)|"
    r"Expres(?:a|ando)\s+(?:(?:también|además)\s+)?sus?\s+(?:\w+\s+)?"
    r"(?:gratitud|agradecimiento|reconocimiento|aprecio|preocupación|inquietud|satisfacción|"
    r"apoyo|pesar|intención|esperanza|solidaridad|condolencias)(?:\s+(?:profunda|viva))?|"
    r"Habiendo\s+(?:\w+(?:ado|ido)|visto)|Teniendo\s+(?:en\s+cuenta|presente)|"
    r"Consciente(?:s)?|Preocupad[oa]s?|Convencid[oa]s?|Deseos[oa]s?|"
    r"Pid(?:e|iendo)|Solicit(?:a|ando)|Ped(?:ir)|Invit(?:a|ando)|Inst(?:a|ando)|Exhort(?:a|ando)|"
    r"Alent(?:ando)|Alienta|Encomiend(?:a)|Encarga|Ruega|Autoriz(?:a|ando)|Decid(?:e|iendo)|"
    r"Adopt(?:a|ando)|Aprueb(?:a)|Aprobando|Observ(?:a|ando)|Record(?:ando)|Recuerda|"
    r"Reafirm(?:a|ando)|Reiter(?:a|ando)|Reconoc(?:e|iendo)|Subray(?:a|ando)|Destac(?:a|ando)|"
    r"Afirm(?:a|ando)|Confirm(?:a|ando)|Recomiend(?:a)|Recomendando|Acuerda|Conviene|"
    r"Propon(?:e|iendo)|Deplor(?:a|ando)|Lament(?:a|ando)|Respald(?:a|ando)|Hace\s+suy[oa]s?|"
    r"Felicit(?:a|ando)|Encomi(?:a|ando)|Elogi(?:a|ando)|Conclu(?:ye|yendo)|Design(?:a|ando)|"
    r"Declar(?:a|ando)|Establec(?:e|iendo)|Elige|Espera|Proclam(?:a|ando)|Conden(?:a|ando)|"
    r"Aclar(?:a|ando)|Señal(?:a|ando)|Pon(?:e|iendo)\s+de\s+relieve|Valor(?:a|ando)|Consider(?:a|ando)"
)
_SPANISH_MANNER = (
    r"(?:\s+con\s+(?:(?:gran|profund[oa]|sum[oa]|viv[oa]|suma)\s+)?"
    r"(?:satisfacción|aprecio|agradecimiento|preocupación|inquietud|interés|pesar|gratitud|"
    r"reconocimiento|beneplácito)(?:\s+(?:profunda|viva))?)"
)

#: A verb with its modifiers at the start of a paragraph in either language.
ROMANCE_VERB = re.compile(
    rf"(?:(?:{_FRENCH})\b{_FRENCH_ADVERBS}*{_FRENCH_MANNER}?{_FRENCH_ADVERBS}?"
    rf"|(?:{_SPANISH})\b{_SPANISH_ADVERBS}*{_SPANISH_MANNER}?{_SPANISH_ADVERBS}?)(?!\w)"
)
