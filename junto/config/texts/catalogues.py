"""The catalogues of translators (.po): one a language, kept in step with the house."""

from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from junto.config.settings import HOUSE

LANGUAGES = [language for language, _name in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
HEADER = """\
# Junto in {name}. `start.py texts` keeps it in step with code and templates; write what stands after msgstr.
# The words of the house: docs/guides/words-in-other-languages.md
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def path_of(language: str) -> Path:
    """Where the catalogue of a language stands."""
    return HOUSE / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one when nobody has begun it."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as source:
        return read_po(source, locale=language)


def in_step(found: Catalog, kept: Catalog) -> Catalog:
    """What was found, with the translations that were kept; what the house no longer says is dropped, nothing is guessed."""
    fresh = Catalog(locale=kept.locale, charset="utf-8")
    for text in texts(found):
        before = kept.get(text.id if isinstance(text.id, str) else text.id[0], text.context)
        same = before is not None and before.pluralizable == text.pluralizable
        fresh.add(text.id, before.string if same and before else "", locations=text.locations, context=text.context)
    return fresh


def write(catalogue: Catalog, language: str) -> None:
    """Writes it so that a second run changes nothing: no dates, no line numbers."""
    body = BytesIO()
    write_po(body, catalogue, width=120, omit_header=True, include_lineno=False)
    name = Locale.parse(language).get_display_name("en")
    header = HEADER.format(name=name, language=language, plurals=catalogue.plural_forms)
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + body.getvalue().decode())


def texts(catalogue: Catalog) -> list[Message]:
    """Its entries without the header."""
    return [message for message in catalogue if message.id]


def untranslated(catalogue: Catalog) -> list[Message]:
    """Entries of which a form is missing, or that somebody marked as doubtful."""
    return [message for message in texts(catalogue) if message.fuzzy or not all(forms(message))]


def forms(message: Message) -> tuple[str, ...]:
    """Its translation: one form, or one for each number a language tells apart."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or [""])
