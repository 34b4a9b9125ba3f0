"""The letters and scraps of which hostile inputs are made."""

from hypothesis import strategies as st

MARKS = [*"[]()<>*_`~#!|\\&;:/\"'=@-+.^{}%$", "\n", "\n\n", "\t", "    ", "- ", "1. ", "> ", "# ", "---\n", "```", "~~~", "|-|\n", "[ ] "]
LINKS = [
    *("https://a.b", "//a.b", "javascript:", "JaVaScRiPt&colon;", "data:text/html,", "vbscript:", "mailto:", "tel:", "file:///", "/files/"),
    *("/files/../", "(person:7)", "(person:8)", "@[Ada](person:7)", "@[", "](", "](person:", "a@b.cd", "<https://a.b>", "[a]: ", "[a]"),
    *("\x01javascript:", "java\tscript:", "&#106;avascript:", "&#x6a;", "%6aavascript:", "\u200bjavascript:"),
]
TAGS = [
    *("<script>", "</script>", "<img src=x onerror=y>", "<svg onload=x>", "<a href=", "<p style=", "<!--", "-->", "<![CDATA[", "]]>"),
    *("<iframe srcdoc=", "<math><mtext>", "<template>", "<table>", "<pre><code>", "<style>", "</textarea>", "<base href=", "<form action="),
]
SIGNS = ["\x00", "\x0b", "\x7f", "\x85", "\u00a0", "\u0301", "\u200b", "\u200d", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffe", "\ud800"]
SCRIPTS = ["é", "ß", "İ", "ı", "ſ", "水", "ש", "م", "ท", "ក្", "👩\u200d🔧", "🇩🇪", "ﷺ", "½", "ǆ", "\U0010ffff", "𝐀", "a", "b ", " "]

anything = st.text(max_size=40)
scraps = st.lists(st.one_of(st.sampled_from(MARKS + LINKS + TAGS + SIGNS + SCRIPTS), st.text(max_size=4)), max_size=40).map("".join)
repeated = st.tuples(st.sampled_from(MARKS + LINKS + TAGS + SIGNS), st.integers(1, 60)).map(lambda pair: pair[0] * pair[1])
writing = st.one_of(scraps, anything, st.tuples(scraps, repeated, scraps).map("".join))
