"""The chats Junto speaks to: how each of them wants to be told something."""

from junto.interop.chat.products import mattermost, slack, teams, zulip
from junto.interop.chat.products.product import Parcel, Product

PRODUCTS: dict[str, Product] = {
    "mattermost": Product("mattermost", "Mattermost", mattermost.message),
    "slack": Product("slack", "Slack", slack.message),
    "teams": Product("teams", "Microsoft Teams", teams.message),
    "zulip": Product("zulip", "Zulip", zulip.message, zulip.parcel),
}

__all__ = ["PRODUCTS", "Parcel", "Product"]
