"""Reads what an operator sets. A wrong setting says what is wrong and how to mend it."""

import os
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from cronsim import CronSim, CronSimError

HERE = Path(__file__).resolve().parent.parent.parent
POSTGRESQL = "postgresql://NAME:PASSWORD@HOST:PORT/DATABASE"
PRIVATE = re.compile("SECRET|PASSWORD|KEY|TOKEN|USER|EMAIL")
ADDRESS = re.compile(r"(?P<way>[a-z0-9+]+://)(?:[^@/]*@)?(?P<host>[a-z0-9.\-\[\]:]*)", re.I)
MAILBOX = re.compile(r"(?:[a-z0-9._]{1,15}[+=-]?)?@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)
CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://[^\s/]+\S*")
REDIS = "redis://:PASSWORD@HOST:PORT/0"
HOST = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?")
STORAGE = "s3://KEY:SECRET@HOST:PORT/BUCKET"
READ: dict[str, str | None] = {}
"""Every setting that was asked for, as it may be shown: empty when it is not set, None when it is set and is nobody's business."""


class WrongSetting(Exception):
    """A setting that cannot be used; its text tells the operator what to do."""


def text(name: str, default: str = "") -> str:
    """NAME, or what the file named by NAME_FILE holds (for secrets kept in files)."""
    path = os.environ.get(f"{name}_FILE")
    READ[name] = None if path else shown(name, os.environ.get(name, "").strip())
    if not path:
        return os.environ.get(name, default).strip()
    try:
        return Path(path).read_text().strip()
    except OSError as error:
        raise WrongSetting(f"{name}_FILE names {path}, which cannot be read ({error.strerror}).") from error


def shown(name: str, given: str) -> str | None:
    """What may be shown of a setting: of an address only where it leads, of a secret or a person's address nothing."""
    if given and PRIVATE.search(name):
        return None
    where = ADDRESS.match(given)
    if where is None:
        return None if "://" in given else given
    return None if "@" in given[where.end() :] else where["way"] + where["host"]


def flag(name: str, default: bool = False) -> bool:
    """A yes or no: 1, true, yes, on or 0, false, no, off."""
    word = text(name).lower()
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    if word:
        raise WrongSetting(f"{name} is {word!r}; write yes or no.")
    return default


def number(name: str, default: int) -> int:
    """A whole number."""
    word = text(name)
    if not word:
        return default
    if not word.isdecimal():
        raise WrongSetting(f"{name} is {word!r}; write a whole number, for example {default}.")
    return int(word)


def contact(name: str) -> str:
    """Where one can be reached, as an address of the web or of mail, or nothing."""
    given = text(name)
    if given and not CONTACT.fullmatch(given):
        raise WrongSetting(f"{name} is {given!r}; write an address such as mailto:security@example.org or https://example.org/security")
    return given


def long_enough(name: str, least: int) -> str:
    """A secret that nobody guesses, or nothing."""
    given = text(name)
    if given and len(given) < least:
        raise WrongSetting(f"{name} is shorter than {least} characters; give a longer one, or take it out.")
    return given


def words(name: str) -> list[str]:
    """Words with commas between."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def hosts(name: str) -> list[str]:
    """Names of hosts with commas between, each with a port where it is not the usual one: wiki.example.org, 10.1.2.3:8080."""
    given = words(name)
    for word in given:
        if not HOST.fullmatch(word):
            raise WrongSetting(f"{name} names {word!r}; write hosts with commas between, for example wiki.example.org, 10.1.2.3:8080")
    return given


def mail_in_address() -> str:
    """MAIL_IN_ADDRESS: a mailbox of which all addresses with a plus arrive here, or @ and a domain of its own."""
    given = text("MAIL_IN_ADDRESS")
    if given and not MAILBOX.fullmatch(given):
        raise WrongSetting(
            f"MAIL_IN_ADDRESS is {given!r}; write a mailbox with at most 15 characters before the @, for example junto@example.org, "
            "or a domain of its own, for example @junto.example.org"
        )
    return given.lower()


def imap() -> dict[str, Any]:
    """MAIL_IN_IMAP: a mailbox that is emptied at set times; nothing when there is none."""
    given = text("MAIL_IN_IMAP")
    if not given:
        return {}
    parts = urlsplit(given)
    password = unquote(parts.password or "") or text("MAIL_IN_IMAP_PASSWORD")
    if parts.scheme not in ("imap", "imaps") or not parts.hostname or not parts.username or not password:
        raise WrongSetting("MAIL_IN_IMAP cannot be read; write imaps://NAME:PASSWORD@HOST/FOLDER, or take it out.")
    if not text("MAIL_IN_ADDRESS"):
        raise WrongSetting("MAIL_IN_IMAP is set, but not MAIL_IN_ADDRESS: nobody would know where to write to.")
    return {
        "host": parts.hostname,
        "port": _port(parts, "MAIL_IN_IMAP") or (993 if parts.scheme == "imaps" else 143),
        "tls": parts.scheme == "imaps",
        "name": unquote(parts.username),
        "password": Secret(password),
        "folder": unquote(parts.path.strip("/")) or "INBOX",
    }


def mail_door() -> tuple[str, str, int]:
    """MAIL_IN_LISTEN: how and where `start.py mail` takes mail, lmtp or smtp, with host and port."""
    parts = urlsplit(text("MAIL_IN_LISTEN") or "lmtp://127.0.0.1:8024")
    port = _port(parts, "MAIL_IN_LISTEN")
    if parts.scheme not in ("lmtp", "smtp") or not parts.hostname or port is None:
        raise WrongSetting("MAIL_IN_LISTEN cannot be read; write lmtp://127.0.0.1:8024 or smtp://127.0.0.1:2525")
    return parts.scheme, parts.hostname, port


def one_of(name: str, choices: list[str]) -> str:
    """One of these words, or nothing."""
    word = text(name).lower()
    if word and word not in choices:
        raise WrongSetting(f"{name} is {word!r}; write one of {', '.join(choices)}.")
    return word


class Secret(str):
    """A text that no log and no error page writes out."""

    def __repr__(self) -> str:
        return "'…'"


def providers() -> list[dict[str, Any]]:
    """JUNTO_OIDC names the providers of sign-in; each has settings of its own, JUNTO_OIDC_NAME_ISSUER and so on."""
    return [_provider(name) for name in words("JUNTO_OIDC")]


def _provider(name: str) -> dict[str, Any]:
    if not name.isalnum() or not name.isascii():
        raise WrongSetting(f"JUNTO_OIDC names {name!r}; a name has letters and digits only, for example work")
    here = f"JUNTO_OIDC_{name.upper()}"
    needed = {field: text(f"{here}_{field}") for field in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET")}
    for field, given in needed.items():
        if not given:
            raise WrongSetting(f"JUNTO_OIDC names {name!r}, but {here}_{field} is not set.")
    if urlsplit(needed["ISSUER"]).scheme not in ("http", "https"):
        raise WrongSetting(f"{here}_ISSUER is {needed['ISSUER']!r}; write the whole address of the provider, as it calls itself.")
    return {
        "name": name.lower(),
        "label": text(f"{here}_LABEL", name.capitalize()),
        "issuer": needed["ISSUER"],
        "client_id": needed["CLIENT_ID"],
        "client_secret": Secret(needed["CLIENT_SECRET"]),
        "trusts_addresses": flag(f"{here}_TRUST_ADDRESSES"),
    }


def sign_up_makes_sense(way: str, domains: list[str], providers: list[dict[str, Any]]) -> None:
    """Raises WrongSetting when what decides who may open an account is missing, or is set for nothing."""
    if way == "provider" and not providers:
        raise WrongSetting("JUNTO_SIGN_UP is 'provider', but JUNTO_OIDC names none; nobody could sign in.")
    if way == "domain" and not domains:
        raise WrongSetting("JUNTO_SIGN_UP is 'domain'; name the domains in JUNTO_SIGN_UP_DOMAINS, for example example.org")
    if domains and way != "domain":
        raise WrongSetting("JUNTO_SIGN_UP_DOMAINS is set, which counts only with JUNTO_SIGN_UP=domain.")


def data_folder() -> Path:
    """Where everything that must be kept lives; made when it is not there yet."""
    folder = Path(text("JUNTO_DATA") or HERE / "data").expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting(f"The data folder {folder} cannot be made ({error.strerror}); give another with --data DIR.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongSetting(f"The data folder {folder} cannot be written to; give this account the right to, or use --data DIR.")
    return folder


def secret_key(folder: Path) -> str:
    """JUNTO_SECRET_KEY, or the key kept in the data folder (made at the first start, readable by its owner only)."""
    given = text("JUNTO_SECRET_KEY")
    if given:
        if len(given) < 32:
            raise WrongSetting("JUNTO_SECRET_KEY is shorter than 32 characters; take it out to have one made, or give a longer one.")
        return given
    path = folder / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept_key(path)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def former_keys() -> list[str]:
    """JUNTO_SECRET_KEY_FALLBACKS: keys of before, with commas between, that open what they sealed and signed until it is all made anew."""
    given = [Secret(key) for key in words("JUNTO_SECRET_KEY_FALLBACKS")]
    if any(len(key) < 32 for key in given):
        raise WrongSetting(
            "JUNTO_SECRET_KEY_FALLBACKS holds a key shorter than 32 characters; write the keys of before, with commas between."
        )
    return list(given)


def _kept_key(path: Path) -> str:
    key = path.read_text().strip()
    if len(key) < 32:
        raise WrongSetting(f"{path} does not hold a key (an interrupted start?); delete it to have one made. Everybody signs in anew.")
    return key


def address() -> str:
    """JUNTO_URL: the address people use, without a slash at the end."""
    given = text("JUNTO_URL").rstrip("/")
    if not given:
        return ""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise WrongSetting(f"JUNTO_URL is {given!r}; write the whole address people use, for example https://junto.example.org")
    return given


def database(folder: Path) -> dict[str, Any]:
    """DATABASE_URL for PostgreSQL, otherwise SQLite in the data folder."""
    return database_at(text("DATABASE_URL"), folder)


def database_at(given: str, folder: Path) -> dict[str, Any]:
    """The database an address stands for; nothing stands for SQLite in the data folder."""
    if not given or given.startswith("sqlite:"):
        return _sqlite(Path(given.removeprefix("sqlite:").removeprefix("//")) if given else folder / "junto.sqlite3")
    parts = urlsplit(given)
    if parts.scheme not in ("postgres", "postgresql"):
        raise WrongSetting(f"DATABASE_URL begins with {parts.scheme or given!r}; write {POSTGRESQL}, or take it out to use SQLite.")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise WrongSetting(f"DATABASE_URL names no database; write {POSTGRESQL}")
    return _postgresql(parts, name)


def backups(folder: Path) -> Path | None:
    """JUNTO_BACKUPS: the folder of scheduled backups; `off` for none."""
    given = text("JUNTO_BACKUPS")
    if given.lower() == "off":
        return None
    return Path(given).expanduser().resolve() if given else folder / "backups"


def set_time(name: str, default: str) -> str:
    """When something happens: `nightly`, or five fields as cron takes them, UTC."""
    word = text(name) or "nightly"
    fields = default if word.lower() == "nightly" else word
    try:
        CronSim(fields, datetime.now(UTC))
    except CronSimError as error:
        raise WrongSetting(
            f"{name} is {word!r}; write nightly, or five fields as cron takes them (UTC), for example {default!r}."
        ) from error
    return fields


def three_numbers(name: str, default: str) -> tuple[int, int, int]:
    """Three whole numbers with spaces between, not all of them nought."""
    given = (text(name) or default).split()
    if len(given) != 3 or not all(word.isdecimal() for word in given) or not any(map(int, given)):
        raise WrongSetting(f"{name} is {' '.join(given)!r}; write three whole numbers, days, weeks and months, for example {default!r}.")
    days, weeks, months = map(int, given)
    return days, weeks, months


def storage() -> dict[str, str]:
    """STORAGE_URL: a bucket of an S3-compatible store; nothing for the data folder."""
    given = text("STORAGE_URL")
    if not given:
        return {}
    parts = urlsplit(given)
    bucket, _, prefix = parts.path.strip("/").partition("/")
    asked = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.hostname or not parts.username or not parts.password or not bucket:
        raise WrongSetting(f"STORAGE_URL cannot be read; write {STORAGE}, or take it out to keep files in the data folder.")
    _port(parts, "STORAGE_URL")
    return {
        "endpoint": f"{'http' if asked.get('tls') == 'no' else 'https'}://{parts.netloc.rpartition('@')[2]}",
        "key": unquote(parts.username),
        "secret": unquote(parts.password),
        "bucket": bucket,
        "prefix": prefix,
        "region": asked.get("region", "us-east-1"),
    }


def embeddings() -> tuple[str, str, str]:
    """EMBEDDINGS_URL: a machine that says what texts mean; with the name of its model, and a key where it wants one."""
    given, model, key = text("EMBEDDINGS_URL"), text("EMBEDDINGS_MODEL"), Secret(text("EMBEDDINGS_KEY"))
    parts = urlsplit(given)
    if given and (parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc):
        raise WrongSetting("EMBEDDINGS_URL cannot be read; write for example https://models.example.org/v1/embeddings, or take it out.")
    if given and not model:
        raise WrongSetting("EMBEDDINGS_URL is set, but not EMBEDDINGS_MODEL: write the name of the model it has.")
    return given, model, key


def redis() -> str:
    """REDIS_URL: a Redis or Valkey that tells processes of each other's news; nothing when they do without."""
    given = text("REDIS_URL")
    if not given:
        return ""
    parts = urlsplit(given)
    scheme = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}.get(parts.scheme)
    if scheme is None or not parts.hostname or not parts.path.lstrip("/").isdecimal() and parts.path not in ("", "/"):
        raise WrongSetting(f"REDIS_URL cannot be read; write {REDIS} (rediss:// with TLS), or take it out.")
    _port(parts, "REDIS_URL")
    password = quote(text("REDIS_PASSWORD"), safe="")
    if password and not parts.password:
        parts = parts._replace(netloc=f"{parts.username or ''}:{password}@{parts.netloc.rpartition('@')[2]}")
    return Secret(parts._replace(scheme=scheme).geturl())


def _port(parts: Any, name: str) -> int | None:
    try:
        return int(parts.port) if parts.port else None
    except ValueError as error:
        raise WrongSetting(f"{name} has a port that is no number.") from error


def _sqlite(path: Path) -> dict[str, Any]:
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA mmap_size=134217728;"
    # What is deleted is overwritten: a person who was taken out stands in no free corner of the file, nor in a backup of it.
    pragmas += "PRAGMA secure_delete=ON;"
    return {
        "ENGINE": "junto.kit.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def _postgresql(parts: Any, name: str) -> dict[str, Any]:
    port = _port(parts, "DATABASE_URL")
    most = number("JUNTO_THREADS", 8) + 10  # the worker and its visits, the threads of the stream, who says that it is there, one to spare
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or "") or text("DATABASE_PASSWORD"),
        "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": port or "",
        # There are connections for everybody, so whoever waits for one waits for a database that is away: they are told soon.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": most, "timeout": 5, "reconnect_timeout": 10}, "prepare_threshold": 3},
    }
