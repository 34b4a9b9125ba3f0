"""Reads which company sends the mail, when it is not sent by SMTP."""

from typing import Any

from junto.config import env

PROVIDERS = {
    "amazon_ses": "AmazonSES",
    "mailersend": "MailerSend",
    "mailgun": "Mailgun",
    "mailjet": "Mailjet",
    "postmark": "Postmark",
    "sparkpost": "SparkPost",
}
"""Those that can be told with each mail to watch nobody; Amazon SES does not unless it is set up to."""
UNTRACKED = {"track_opens": False, "track_clicks": False}


def mail_provider() -> dict[str, str]:
    """MAIL_PROVIDER: who sends, by what, and what takes in their reports; nothing for SMTP."""
    name = env.one_of("MAIL_PROVIDER", list(PROVIDERS))
    if not name:
        return {}
    hears = f"anymail.webhooks.{name}.{PROVIDERS[name]}TrackingWebhookView"
    return {"name": name, "backend": f"anymail.backends.{name}.EmailBackend", "hears": hears}


def anymail(provider: dict[str, str], reports_secret: str) -> dict[str, Any]:
    """What django-anymail is told: the keys of MAIL_PROVIDER_KEYS, and that nobody's reading is watched."""
    keys = dict(_pair(word) for word in env.words("MAIL_PROVIDER_KEYS"))
    if not provider:
        return {}
    mine = {f"{provider['name'].upper()}_{key}": env.Secret(value) for key, value in keys.items()}
    secret = [env.Secret(f"junto:{reports_secret}")] if reports_secret else []
    # Not every one takes a sender for the envelope; they have reports of their own.
    return {**mine, "WEBHOOK_SECRET": secret, "SEND_DEFAULTS": UNTRACKED, "IGNORE_UNSUPPORTED_FEATURES": True}


def _pair(word: str) -> tuple[str, str]:
    key, found, value = word.partition("=")
    if not found or not key.strip().replace("_", "").isalnum():
        raise env.WrongSetting(
            "MAIL_PROVIDER_KEYS cannot be read; write names and values with commas between, for example API_KEY=..., SENDER_DOMAIN=..."
        )
    return key.strip().upper(), value.strip()
