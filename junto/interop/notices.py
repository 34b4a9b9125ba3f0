"""What somebody is told where Junto meets other tools."""

from junto.interop.webhooks.notices import WebhookCameToRest

__all__ = ["WebhookCameToRest"]
