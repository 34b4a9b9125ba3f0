"""By what quotes, signatures and mail programs are known in English, German and French. Each pattern looks at one short passage."""

import re

WROTE = re.compile(
    r"(?:(?:on|le|am|il y a|el)\b.{4,240}(?:wrote|a écrit|schrieb)\b.{0,80}?"
    r"|.{2,160}(?:wrote|a écrit|schrieb)(?: (?:on|am|le|um)\b.{4,80}| (?:folgendes|ce qui suit|the following))?"
    r"|.{2,160}<[^<>\s]+@[^<>\s]+>(?: (?:wrote|schrieb|a écrit).{0,80})?)\s*:",
    re.IGNORECASE,
)
"""“On 3 May 2026 Ben wrote:”, as Gmail, Apple Mail and Thunderbird put it; some programs break it over several lines."""
WROTE_BEGINS = re.compile(r"(?:on|am|le|il y a)\s+\S|.{0,80}(?:\d{1,2}[.:/]\d{2}|\d{4}).{0,80}", re.IGNORECASE)
WRITTEN_BY_A_PROGRAM = re.compile(r"(?:on|am|le)\b.*(?:\d{1,2}[:h]\d{2}|<[^<>\s]+@[^<>\s]+>)", re.IGNORECASE)
"""Enough to believe it where no line below is marked as quoted."""
MOST_LINES_OF_WROTE = 4

ORIGINAL = re.compile(
    r"[-_ ]*--\s*(?:original message|forwarded message|ursprüngliche nachricht|originalnachricht|original-nachricht"
    r"|weitergeleitete nachricht|message d['’]origine|message original|message initial|message transféré)\s*-{2,}\s*",
    re.IGNORECASE,
)
RULE = re.compile(r"\s*(?:_{10,}|-{10,})\s*")
FROM = re.compile(r"(?:from|von|de|expéditeur)\s?:\s*\S.*", re.IGNORECASE)
OTHER_HEADS = re.compile(
    r"(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé(?: le)?|à|objet|importance|wichtigkeit|reply-to|answer to)\s?:.*",
    re.IGNORECASE,
)
MOST_LINES_OF_HEADS = 12

MADE_BY = re.compile(
    r"(?:sent from (?:my|outlook|mail|yahoo|proton|samsung|gmail|aol)\b.{0,80}|sent (?:via|with|using) .{2,60}"
    r"|get outlook for .{2,40}"
    r"|von meinem .{2,60} gesendet|gesendet (?:von|mit|über|aus) .{2,80}|von outlook für .{2,40} gesendet"
    r"|outlook für .{2,40} (?:beziehen|herunterladen|laden)"
    r"|diese nachricht wurde von meinem .{2,100} gesendet|holen sie sich outlook für .{2,40}"
    r"|envoyé (?:de|depuis|à partir de|avec|par) .{2,80}|télécharge[rz] outlook pour .{2,40}"
    r"|obtenir outlook pour .{2,40}|provenance\s?: courrier .{0,60})"
    r"[.!]?(?:\s*<?https?://\S*)?",
    re.IGNORECASE,
)

CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|many|my best)(?: regards| wishes)?|regards|cheers|sincerely(?: yours)?"
    r"|yours(?: sincerely| faithfully| truly)?|all the best|talk soon|have a (?:nice|good|great) (?:day|evening|weekend)"
    r"|(?:mit )?(?:viele[nr]?|freundliche[nr]?|beste[nr]?|liebe[nr]?|herzliche[nr]?|schöne[nr]?|sonnige[nr]?|kollegiale[nr]?)?\s?"
    r"(?:grüße[n]?|gruß|grüsse[n]?|gruss)(?: aus \w+| an alle)?"
    r"|mfg|lg|vg|bg|hg|(?:einen )?schönen (?:tag|abend|feierabend)(?: noch)?|schönes wochenende|bis (?:bald|dann|morgen|später)"
    r"|(?:bien |très )?(?:cordialement|amicalement|sincèrement)(?: vôtre)?|cdt|cdlt|bien à (?:vous|toi)|à bientôt"
    r"|(?:meilleures|sincères|cordiales) salutations|salutations(?: distinguées)?|bonne (?:journée|soirée|réception)"
    r"|bon week-end|belle journée|je vous prie d['’]agréer.{0,120})\s*[,.!]?",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"(?:(?:many )?thanks(?: again| a lot| in advance)?|thank you(?: very much| in advance)?|thx"
    r"|(?:vielen |besten |herzlichen )?dank(?: im voraus| vorab)?|danke(?: dir| euch| ihnen)?(?: im voraus| schön)?"
    r"|merci(?: beaucoup| d['’]avance| bien)?)\s*[,.!]?",
    re.IGNORECASE,
)
"""Also what somebody may mean to say: a closing only when a name follows and something stands before."""
MOST_LINES_BELOW = 8


def bare(line: str) -> str:
    """The line without the marks of bold and headings, and without the backslashes that Markdown needs."""
    return re.sub(r"[*\\\u200b\ufeff]|^#+ ", "", line.replace("\xa0", " ").replace("\u202f", " ")).strip()
