"""Every setting of the house. What an operator may change is read in `env.py`; docs/operate/settings.md explains it."""

from importlib.metadata import version as version_of
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from junto.config import env, work_week
from junto.config.mail_provider import anymail, mail_provider
from junto.operating.logs.setting_up import FORMATS, LEVELS, configuration

HOUSE = Path(__file__).resolve().parent.parent
DATA = env.data_folder()
SECRET_KEY = env.secret_key(DATA)
SECRET_KEY_FALLBACKS = env.former_keys()
JUNTO_URL = env.address()
JUNTO_THREADS = env.number("JUNTO_THREADS", 8)
DEBUG = False

# Who stands in front and is believed when it tells from where somebody comes.
PROXIES = env.text("JUNTO_PROXY", "127.0.0.1,::1")

HTTPS = JUNTO_URL.startswith("https:")
ALLOWED_HOSTS = [urlsplit(JUNTO_URL).hostname or "", "127.0.0.1", "localhost"] if JUNTO_URL else ["*"]
CSRF_TRUSTED_ORIGINS = [JUNTO_URL] if JUNTO_URL else []

ROOMS = [
    *("kit", "design", "topics", "people", "spaces", "posts", "search", "notify", "mail", "push", "digest", "help"),
    *("pages", "portability", "operating", "interop", "config"),
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    *[f"junto.{room}" for room in ROOMS],
]

MIDDLEWARE = [
    "junto.operating.middleware.Watching",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "junto.operating.probes.Probes",
    "junto.kit.zero.WithoutZero",
    "junto.kit.stream.heard.says_what_it_has_heard",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "junto.people.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "junto.push.middleware.says_who_reads",
    "junto.design.middleware.toasts_with_parts",
    "junto.design.middleware.taken_drafts",
    "junto.design.middleware.words_survive",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

ROOT_URLCONF = "junto.config.urls"
WSGI_APPLICATION = "junto.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HOUSE / room / "templates" for room in ROOMS],
        "OPTIONS": {
            "environment": "junto.design.environment.environment",
            "context_processors": ["junto.config.nav.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

DATABASES = {"default": env.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5000}}}

REDIS_URL = env.redis()

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["junto.people.signing_in.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "junto.people.password_words.HouseWords"},
]
PASSWORD_WORDS = env.words("JUNTO_PASSWORD_WORDS")
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "junto.people.signing_in.Adapter"
ACCOUNT_FORMS = {
    "login": "junto.people.forms.account.SignIn",
    "reset_password": "junto.people.forms.account.ForgottenPassword",
    "reset_password_from_key": "junto.people.forms.account.NewPasswordByLink",
    "user_token": "junto.people.forms.account.LinkOfSomebodyHere",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_RATE_LIMITS = False  # ours count in the database, for every door: people/limits.py
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
USERSESSIONS_TRACK_ACTIVITY = False

MFA_ADAPTER = "junto.people.sealing.Sealing"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ; a code counts once all the same
MFA_RECOVERY_CODE_DIGITS = 10
# How long it is believed, before a dangerous act, that whoever sits there is still who signed in.
PROOF_MINUTES = env.number("JUNTO_PROOF_MINUTES", 5)

SESSION_ENGINE = "junto.people.session_store"
# A session ends when nobody came for so many days, and so many days after signing in whatever happens; dangerous acts ask anew anyway.
SESSION_COOKIE_AGE = 60 * 60 * 24 * env.number("JUNTO_IDLE_DAYS", 30)
SESSION_DAYS = env.number("JUNTO_SESSION_DAYS", 90)
# With the prefix browsers take them from this very host by https only: no subdomain and no network can plant one.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-junto", "__Host-csrftoken") if HTTPS else ("junto", "csrftoken")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True  # scripts find the token in the page
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "junto.design.views.errors.csrf_failed"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_HOST = env.text("SMTP_HOST")
EMAIL_PORT = env.number("SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("SMTP_PASSWORD")
EMAIL_TIMEOUT = 20
EMAIL_USE_TLS = env.flag("SMTP_TLS", True)
# A company that sends mail for others, by its interface; otherwise SMTP.
MAIL_PROVIDER = mail_provider()
MAIL_REPORTS_SECRET = env.long_enough("MAIL_REPORTS_SECRET", 16)
ANYMAIL = anymail(MAIL_PROVIDER, MAIL_REPORTS_SECRET)
MAIL_WORKS = bool(EMAIL_HOST or MAIL_PROVIDER)
MAIL_CARRIER = MAIL_PROVIDER.get("backend", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_BACKEND = "junto.operating.post.Backend" if MAIL_WORKS else "django.core.mail.backends.dummy.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "junto@localhost")
# How many letters one mailbox gets in a day that anybody can ask for; a flood is always meant for somebody.
LETTERS_A_DAY = env.number("JUNTO_LETTERS_A_DAY", 10)

# Mail that comes in: at which address, and by which of the ways; see docs/operate/mail-in.md.
MAIL_IN_ADDRESS = env.mail_in_address()
MAIL_IN_MB = env.number("MAIL_IN_MB", 25)
# Which server's word on forged senders (Authentication-Results) is believed; it must take out what others wrote in its name.
MAIL_IN_AUTHSERV = env.text("MAIL_IN_AUTHSERV").lower()
MAIL_IN_IMAP = env.imap()
MAIL_IN_LISTEN = env.mail_door()

# Who may open an account; empty: an owner chooses it on a page.
SIGN_UP = env.one_of("JUNTO_SIGN_UP", ["invitation", "domain", "open", "provider"])
SIGN_UP_DOMAINS = env.words("JUNTO_SIGN_UP_DOMAINS")
SIGN_IN_PROVIDERS = env.providers()
env.sign_up_makes_sense(SIGN_UP, SIGN_UP_DOMAINS, SIGN_IN_PROVIDERS)

# How many people one person may invite in a day; owners may bring in a whole house.
INVITATIONS_A_DAY = env.number("JUNTO_INVITATIONS_A_DAY", 200)

# When people work here: figures and reminders count business hours.
WORK_ZONE, WORK_HOURS, WORK_DAYS = work_week.zone(), work_week.hours(), work_week.days()

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("fr", "Français")]  # each in its own words: who looks for one may read no other
# What somebody chose who is not signed in; whoever is has a language of their own.
LANGUAGE_COOKIE_NAME = "junto_language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SECURE = "Lax", True, HTTPS
LOCALE_PATHS = [HOUSE / "locale"]

IN_EFFECT = env.READ

VERSION = "0.1.0"
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static" / VERSION
STATICFILES_DIRS: list[Path] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "junto.design.delivery.StaticFiles"},
}
MEDIA_ROOT = DATA / "uploads"
STORAGE = env.storage()
# In millions of bytes: the largest picture that is taken in, and what all files of one person may hold together.
PICTURE_MB = env.number("JUNTO_PICTURE_MB", 10)
FILES_MB = env.number("JUNTO_FILES_MB", 200)

# Scheduled backups: in which folder (None: nowhere), when, how many days, weeks and months, and in how many millions of bytes.
BACKUPS = env.backups(DATA)
BACKUP_AT = env.set_time("JUNTO_BACKUP_AT", "13 1 * * *")
BACKUPS_KEEP = env.three_numbers("JUNTO_BACKUPS_KEEP", "7 4 6")
BACKUPS_MB = env.number("JUNTO_BACKUPS_MB", 20_000)
# Whether anything is fetched from elsewhere at all, and from which of the house's own hosts besides the public web.
FETCH = env.flag("JUNTO_FETCH", True)
FETCH_INSIDE = env.hosts("JUNTO_FETCH_INSIDE")
# Whether spaces and people may have other tools told of what happens here, and on which of the house's own hosts besides the public web.
WEBHOOKS = env.flag("JUNTO_WEBHOOKS", True)
WEBHOOKS_INSIDE = env.hosts("JUNTO_WEBHOOKS_INSIDE")

# Whether browsers may keep pages and texts for when there is no network; with no, workers that are out there take themselves away.
BROWSER_WORKER = env.flag("JUNTO_BROWSER_WORKER", True)
# Whether browsers are called by web push, which goes through whoever made the browser.
PUSH = env.flag("JUNTO_PUSH", True)
PUSH_INSIDE = env.hosts("JUNTO_PUSH_INSIDE")

# Which model finds by meaning (docs/operate/meaning.md), or which machine is asked instead; only by words where there is neither.
MEANING = env.one_of("JUNTO_MEANING", ["english", "languages", "off"]) or "english"
EMBEDDINGS_URL, EMBEDDINGS_MODEL, EMBEDDINGS_KEY = env.embeddings()

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
VERSIONS = {"junto": VERSION, "django": version_of("django")}

# Who may read the figures for Prometheus; nobody when it is empty.
METRICS_TOKEN = env.long_enough("JUNTO_METRICS_TOKEN", 16)

# Whom somebody tells who found a hole in this very Junto; nobody is named when it is empty.
SECURITY_CONTACT = env.contact("JUNTO_SECURITY_CONTACT")

LOGGING = configuration(env.one_of("JUNTO_LOG", LEVELS), env.one_of("JUNTO_LOG_FORMAT", list(FORMATS)))
# Whether people come by https is decided before Django: the proxy redirects, the front says that it must stay so.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008"]
