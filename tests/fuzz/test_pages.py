"""What comes from elsewhere: addresses that somebody wrote, and pages that answer with anything."""

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from junto.kit.fetch import PAGE, Fetched, NotFetched
from junto.kit.fetch.networks import may_be_reached
from junto.kit.fetch.place import PORTS, placed
from junto.posts.cards.face import LONGEST_SITE
from junto.posts.cards.reading import LONGEST_DESCRIPTION, LONGEST_TITLE, read
from tests.fuzz.letters import writing

HOSTS = [
    *("127.0.0.1", "0x7f.1", "2130706433", "0177.1", "[::1]", "[::ffff:7f00:1]", "localhost", "a.b", "xn--a", "ⓐ.com", "a。b", "1.2.3.4"),
    *("@", ":", ":80", ":443", "/", "\\", "?", "#", "%2e", "%00", "..", "http://", "https://", "HTTP:", "//", "user:pw@", "\t", "\u00ad"),
]
addresses = st.tuples(st.sampled_from(["http://", "https://", "", "//"]), st.lists(st.sampled_from(HOSTS) | writing, max_size=5)).map(
    lambda pair: pair[0] + "".join(pair[1])
)
SAID = [
    *("<title>", "</title>", '<meta property="og:title" content="', '">', "<meta name=description content=", '<meta charset="', "utf-16"),
    *("idna", "punycode", "unicode_escape", "zlib", "shift_jis", '<meta property="og:image" content="', "http://[", "<base href=", "&#0;"),
]
pages = st.lists(st.sampled_from(SAID) | writing, max_size=12).map("".join)


def test_an_address_is_one_place_or_none(rounds):
    @given(addresses)
    def holds(address: str) -> None:
        try:
            place = placed(address)
        except NotFetched:
            return
        assert placed(place.address) == place
        assert place.address.isascii()
        assert (place.scheme in PORTS, place.port in PORTS.values()) == (True, True)
        assert (urlsplit(place.address).hostname, urlsplit(place.address).username) == (place.host, None)
        assert not place.is_numeric or may_be_reached(place.host, inside=False) in (True, False)

    rounds(holds, 150)


def test_whatever_a_page_says_is_a_few_clean_words(rounds):
    @given(pages, st.sampled_from(["", "utf-8", "utf-16", "idna", "rot13", "latin-1", "\x00", "x" * 40]))
    def holds(html: str, charset: str) -> None:
        said = read(Fetched("https://a.example.com/b", PAGE, html.encode("utf-8", "replace"), charset))
        for words, longest in ((said.title, LONGEST_TITLE), (said.site, LONGEST_SITE), (said.description, LONGEST_DESCRIPTION)):
            assert len(words) <= longest
            assert len(words.splitlines()) <= 1
            assert not set(words) & set("\x00\u202e\u2066\u200b\ud800")

    rounds(holds, 100)
