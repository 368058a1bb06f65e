"""What those do who are at a meeting: the words behind a name that make its bearer act there."""

from __future__ import annotations

ASIDE = (
    r"(?:\s*\([^()]{0,60}\))?(?:\s+(?:of|from|for)\s+(?:the\s+)?[A-Z][\w-]+)?"
    r"(?:\s*,\s+(?:(?!(?:said|told|noted|also)\b)[^,.;]{2,90}|(?:who|whose|of|from)\b(?:[^.;]|\.(?=\S)){2,110}?),)?"
    r"\s*,?\s*"
)
HELPERS = (
    r"(?:(?:who|also|then|later|likewise|both|all|has|have|will|would|shall|is|are|to|be|due|jointly"
    r"|himself|herself|too|today|yesterday|first|again|finally|formally|officially|personally|each"
    r"|briefly|warmly|duly|in\s+(?:his|her|their|an?)\s+[\w\s-]{2,40}?,?)\s+)*"
)
SPOKEN = (
    r"(?:said|says|told(?!\s+(?:[A-Z]{3}|an?\s+(?:\w+\s+)?(?:newspaper|paper|agency|radio|magazine"
    r"|broadcaster|daily|channel|interviewer)))|spoke|speaks?|speaking|put|asked|added|adds|read\b"
    r"|gave\s+(?:the\s+floor|details|(?:\w+\s+)?(?:briefings|reports|accounts|presentations|speeches|updates"
    r"|addresses)|(?:an?|his|her|the)\s+(?:\w+\s+)?(?:account|update|overview|speech|talk"
    r"|presentation|statement|address|report|lecture|summary|assessment|briefing|welcome))"
    r"|not(?:ed|es)|wish(?:es|ed)|want(?:s|ed)|shar(?:es|ed)|stat(?:es|ed)|ask(?:s|ed)"
    r"|call(?:s|ed)\s+(?:for|on|upon|attention|the|it|this|for)|point(?:s|ed)|set\s+(?:out|forth)|laid\s+out|laid\b"
    r"|look(?:ed|s)\s+back|summed\s+up|paid\s+tribute|drew\s+attention|dwelt|dwelled|touched\s+(?:up)?on|saw\b|sees\b"
    r"|(?:stress|emphasi[sz]|underlin|underscor|recall|remark|urg|propos|suggest|describ|promis"
    r"|assur|reaffirm|reiterat|present|brief|inform|report|welcom|thank|express|prais|discuss|voic"
    r"|warn|argu|explain|announc|affirm|highlight|list(?!ed\s+(?:as|among|in|by)\b)|commend|convey|hail|plead|remind|acknowledg|confirm"
    r"|conclud|introduc|outlin|declar|interven|insist|rais|greet|agre|observ|caution|denounc|condemn"
    r"|pledg|offer|elaborat|echo|defend|demand|deplor|regret|lament|advocat|recommend|repl(?:i)|respond"
    r"|comment|talk|trac|reflect|appeal|render|submit|submitt|follow(?=ed\s+with)|review|detail|not"
    r"|extend(?!ed\s+(?:an\s+)?(?:invitation|condolences)))(?:e?[ds]|es|ing))\b"
)
OWN = r"(?:the|his|her|their|its|an?|this|that|our|today's|these)\s+"
TASK = (
    r"(?:[\w.'’-]+\s+){0,5}?(?i:delegations?|teams?|sides?|talks|discussions?|debates?|sessions?|meetings?"
    r"|sittings?|work|proceedings|group|mission|conference|summit|forum|council|deliberations?"
    r"|negotiations|consultations|panel|dialogue|event|ceremony|delegates|participants|parts?|cabinet|commission|committee)\b"
)
DEED = (
    r"(?:attend\w*|participat\w+|(?:took|takes?|taking)\s+part|(?:co-)?chair\w*|presid\w+|moderat\w+"
    r"|inaugurat\w+|facilitat\w+|interven\w+|address(?:es|ed|ing)?|co-host\w*|represent(?:s|ed|ing)?|sit\b|sat\b"
    r"|(?:t[oa]k(?:es?|ing)|took)\s+(?:the\s+(?:floor|chair|lead|podium)|his\s+seat|her\s+seat|over)"
    rf"|(?:lead|led|head(?:s|ed)?|open(?:s|ed)?|clos(?:es|ed)|host(?:s|ed)?|join(?:s|ed)?|steer(?:s|ed)"
    rf"|conduct(?:s|ed)?|direct(?:s|ed)?|guid(?:es|ed)|deliver(?:s|ed)?|hold|held|convened)\s+"
    rf"(?:{OWN})?{TASK}|deliver\w*|join(?:s|ed)?(?=[.,;]|\s+(?:in|by|them|him|her|the\s+\w+\s+by)\b)"
    r"|join(?:s|ed)?\s+(?:it|via|remotely|online|virtually)|open(?:s|ed)?\s+(?:it|proceedings)"
    r"|sign(?:s|ed)?\b|came\s+(?:for|to\s+(?:the|it|speak|attend|take)\b)|came(?=[.,;])"
    r"|made\s+(?:an?\s+(?:\w+\s+){0,2}?(?:statement|speech|presentation|intervention"
    r"|remarks|address|proposal|appeal|report)|remarks|opening|introductory|closing)"
    r"|gather(?:s|ed)?|me+ts?\b|convened?|initial(?:l)?ed|put\s+(?:his|her|their)\s+names?"
    rf"|(?:arrive[ds]?|travel\w*|fl(?:ew|ies|own)|went|goes|came|comes)\s+[^.;,]{{0,40}}?\bfor\s+(?:{OWN})?{TASK}"
    rf"|(?:made\s+up|form(?:s|ed)|complet(?:es|ed)|round(?:s|ed)\s+(?:off|out))\s+(?:{OWN})?{TASK}"
    r"|declared\s+[^.;,]{2,50}?\s+(?:open|closed)\b|took\s+(?:his|her|their)\s+seats?|takes?\s+(?:his|her)\s+seat"
    r"|act(?:s|ed)\s+as|serv(?:es|ed)\s+as|ha(?:d|s)\s+the\s+(?:chair|floor|last\s+word|gavel)"
    r"|handed\s+over|took\s+over|hand(?:s|ed)\s+(?:over\s+)?the|guided|witnessed|overs(?:aw|ees)"
    r"|(?:stood|stands)\s+in\s+for|deputi[sz]ed\s+for|filled\s+in\s+for|accompan(?:y|ies|ied)"
    r"|(?:is|was|are|were|be)\s+in\s+[A-Z]\w+\b[^.;]{0,50}\bfor\b|paid\s+an?\s+(?:\w+\s+){0,2}?visit|exchanged|pass(?:es|ed)\s+the)"
)
THERE = (
    r"(?:was|were|is|are|be|been)\s+(?:also\s+|both\s+|all\s+|among\s+)*(?:(?:among|present|in\s+attendance|there|here"
    r"|expected|awaited|due\b|seated|on\s+hand|at\s+hand|of\s+the\s+party|with\s+(?:him|her|them)\b|part\s+of|at\s+the|hosts?|guests?|participants"
    r"|(?:re-?)?elected|welcomed|greeted|speaking|attending|participating|taking\s+part|in\s+the\s+chair"
    r"|the\s+heads?\s+of\s+(?:the\s+)?(?:\w+\s+)?delegations?|the\s+(?:hosts?|chair\w*|speakers?|moderators?|guests?|signator\w+|only|first|next|last)|chosen\s+as)\b)"
)
CAME = (
    r"(?:had|has|have)\s+(?:all\s+|also\s+|both\s+|likewise\s+)*(?:come|arrived|travell?ed|flown"
    r"|driven|sailed|promised\s+to\s+(?:come|attend|take\s+part|be\s+there)"
    r"|the\s+(?:chair|floor))\b"
    r"|had\s+(?:opened|inaugurated|chaired|declared\s+[^.;,]{2,50}?\s+open)\b"
    r"|(?:had\s+(?:all\s+|both\s+)?)?made\s+(?:the|his|her|their)\s+(?:\w+\s+)?(?:trip|journey|way)\b"
    r"|(?:flew|came|travell?ed)\s+(?:in|over|up|down)\b"
)
