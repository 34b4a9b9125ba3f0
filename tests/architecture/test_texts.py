"""Every text of the house is there in every language, and a page speaks the reader's own."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message

from junto.config.texts import catalogues
from junto.config.texts.gathering import gather
from tests.architecture.house import HERE, files, templates

PLACES = re.compile(r"%\(\w+\)[sd]|%d|\{\w+\}|</?\w+>|%%")
FRENCH_GAP = "\u202f\u00a0"
NOT_IN_STEP = "Run `python3 start.py texts`, translate what it says is missing, and commit the catalogues."

each_language = pytest.mark.parametrize("language", catalogues.LANGUAGES)


@cache
def found() -> Catalog:
    return gather()


@cache
def kept(language: str) -> Catalog:
    return catalogues.read(language)


def names(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(text.context, one(text)) for text in catalogues.texts(catalogue)}


def one(text: Message) -> str:
    return text.id if isinstance(text.id, str) else text.id[0]


def many(text: Message) -> str:
    return text.id if isinstance(text.id, str) else text.id[1]


def places(words: str) -> set[str]:
    return set(PLACES.findall(words))


@each_language
def test_every_text_of_the_house_stands_in_the_catalogue(language):
    missing = names(found()) - names(kept(language))
    assert sorted(text for _context, text in missing) == [], NOT_IN_STEP


@each_language
def test_the_catalogue_holds_nothing_the_house_no_longer_says(language):
    left_over = names(kept(language)) - names(found())
    assert sorted(text for _context, text in left_over) == [], NOT_IN_STEP
    assert list(kept(language).obsolete) == []


@each_language
def test_every_text_is_translated_in_all_its_forms_and_none_is_doubtful(language):
    assert [one(text) for text in catalogues.untranslated(kept(language))] == []
    short = [one(text) for text in catalogues.texts(kept(language)) if text.pluralizable and len(text.string) != kept(language).num_plurals]
    assert short == []


@each_language
def test_a_translation_leaves_the_places_for_names_and_numbers_as_they_are(language):
    wrong = []
    for text in catalogues.texts(kept(language)):
        *first, last = catalogues.forms(text)
        # For one, a language may say "an answer" or "1 answer".
        if places(last) != places(many(text)) or any(places(form) - places(one(text) + many(text)) for form in first):
            wrong.append(one(text))
    assert wrong == []


@each_language
def test_quotation_marks_and_apostrophes_are_those_of_the_language(language):
    foreign = {"de": "\"'«»”", "fr": "\"'“”„"}[language]
    texts = catalogues.texts(kept(language))
    assert [form for text in texts for form in catalogues.forms(text) if set(form) & set(foreign)] == []


def test_french_marks_never_begin_a_line():
    loose = re.compile(rf"[^{FRENCH_GAP}\s(][?!;»]|«[^{FRENCH_GAP}]|\s(?<![{FRENCH_GAP}])[?!;:»]")
    assert [form for text in catalogues.texts(kept("fr")) for form in catalogues.forms(text) if loose.search(form)] == []


def test_a_second_run_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "path_of", lambda language: tmp_path / language / "django.po")
    for language in catalogues.LANGUAGES:
        catalogues.write(catalogues.in_step(found(), kept(language)), language)
        once = catalogues.path_of(language).read_text()
        catalogues.write(catalogues.in_step(found(), catalogues.read(language)), language)
        assert catalogues.path_of(language).read_text() == once


def test_templates_hold_no_words_outside_translation():
    bare = {str(path): words for path in templates() if "living" not in path.parts and (words := words_outside((HERE / path).read_text()))}
    assert bare == {}


def words_outside(template: str) -> list[str]:
    """Words a reader would see or hear that no translator could reach; the name of the house and of a key may stay."""
    html = re.sub(r"\{#.*?#\}|\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{%-?\s*block \w+_kind.*?endblock\s*-?%\}", "", template, flags=re.DOTALL)
    html = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "\n", html, flags=re.DOTALL)
    said = re.findall(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"', html)
    shown = re.sub(r"<[^>]*>", "\n", html).splitlines()
    return [words.strip() for words in [*said, *shown] if set(re.findall(r"[A-Za-z]{2,}", words)) - {"Junto", "Esc", "words"}]


def test_scripts_hold_no_sentences():
    """What a script says stands in the page, as data on the element it belongs to."""
    sentence = re.compile(r"""(["'`])[A-Z][a-z]+(?: [a-z]+)+[^"'`]*\1""")
    scripts = {path: (HERE / path).read_text() for path in files() if path.suffix == ".js" and path.parts[0] == "junto"}
    bare = {str(path): hit.group() for path, text in scripts.items() if (hit := sentence.search(re.sub(r"//.*|/\*.*?\*/", "", text)))}
    assert bare == {}


@each_language
def test_a_page_speaks_the_language_a_browser_asks_for(client, db, language):
    page = client.get("/account/login/", headers={"accept-language": f"{language}-CH,{language};q=0.9,en;q=0.5"})
    assert f'<html lang="{language}"' in page.content.decode()
    assert page.headers["Content-Language"] == language


def test_what_the_framework_says_of_a_form_is_said_in_our_words(client, db):
    page = client.post("/account/login/", {}, headers={"accept-language": "de"}).content.decode()
    assert "Das wird noch gebraucht." in page
    page = client.post("/account/login/", {"login": "nobody", "password": "x"}, headers={"accept-language": "fr"}).content.decode()
    assert "Cela ne ressemble pas à une adresse e-mail." in page


def test_a_browser_that_asks_for_what_nobody_translated_reads_english(client, db):
    page = client.get("/account/login/", headers={"accept-language": "xx"}).content.decode()
    assert '<html lang="en"' in page


def test_a_person_chooses_a_language_and_from_then_on_it_rules_over_the_browsers(signed_in, ada):
    browser = signed_in(ada)
    asks_for_french = {"accept-language": "fr"}
    assert '<html lang="fr"' in browser.get("/", headers=asks_for_french).content.decode()
    browser.post("/people/me/", {"name": ada.name, "time_zone": "UTC", "language": "de"})
    page = browser.get("/", headers=asks_for_french).content.decode()
    assert '<html lang="de"' in page
    assert "Zum Inhalt der Seite" in page


def test_a_stranger_chooses_a_language_and_this_browser_remembers_it(client, db):
    page = client.get("/account/login/?next=/spaces/", headers={"accept-language": "de"}).content.decode()
    assert all(name in page for name in ("English", "Deutsch", "Français"))
    answer = client.post("/people/language/", {"language": "fr", "next": "/account/login/?next=/spaces/"})
    assert answer.headers["Location"] == "http://testserver/account/login/?next=/spaces/"
    assert '<html lang="fr"' in client.get("/account/login/", headers={"accept-language": "de"}).content.decode()
    client.post("/people/language/", {"language": "xx"})
    assert '<html lang="fr"' in client.get("/account/login/").content.decode()


def test_what_somebody_chose_for_themselves_rules_over_what_their_browser_remembers(client, signed_in, ada):
    browser = signed_in(ada)
    browser.post("/people/language/", {"language": "de"})
    ada.refresh_from_db()
    assert ada.language == "de"
    browser.cookies["junto_language"] = "fr"
    assert '<html lang="de"' in browser.get("/").content.decode()


def test_the_choice_leads_to_no_other_site(client, db):
    assert client.post("/people/language/", {"language": "de", "next": "https://evil.example/"}).headers["Location"] == "http://testserver/"
