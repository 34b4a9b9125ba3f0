"""Chats as they speak to a door: signed, marked and shaped as each of them does it."""

import base64
import hashlib
import hmac
import itertools
import json
import time
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from junto.interop.models import ChatDoor, ChatLink
from junto.people.models import Person

FORM = "application/x-www-form-urlencoded"
TEAM, USER = "T1", "U7"
KEY = base64.b64encode(b"a key of a team in Teams").decode()
numbers = itertools.count(1)


class Chat:
    """One account in one chat, in front of one door."""

    def __init__(self, door: ChatDoor, user: str = USER, reply_to: str = "") -> None:
        self.door, self.user, self.reply_to = door, user, reply_to
        secret = KEY if door.product == "teams" else "a secret of the chat"
        door.change(secret=secret)
        self.secret, self.client = secret, Client(enforce_csrf_checks=True)

    def says(self, text: str) -> HttpResponse:
        return getattr(self, f"_{self.door.product}")(text)

    def presses(self, held: str) -> HttpResponse:
        """Our button, with what it holds."""
        if self.door.product == "mattermost":
            body = json.dumps({"team_id": TEAM, "user_id": self.user, "trigger_id": next(numbers), "context": {"words": held}})
            return self.send(body.encode(), "application/json")
        said = {"actions": [{"action_id": "ask", "value": held}]}
        return self.slack_payload(said)

    def slack_payload(self, said: dict[str, Any]) -> HttpResponse:
        payload = {"team": {"id": TEAM}, "user": {"id": self.user}, "response_url": self.reply_to, "n": next(numbers), **said}
        return self._signed(self._form(payload=json.dumps(payload)))

    def send(self, body: bytes, kind: str, **headers: str) -> HttpResponse:
        return self.client.post(f"/chat/{self.door.token}/", body, content_type=kind, headers=headers)

    def link(self, person: Person) -> None:
        """The account is this person's, as both of them said."""
        code = ChatLink.objects.begin(self.door, self.team, self.user, person=person)
        assert ChatLink.objects.confirm(self.door, self.team, self.user, code)

    @property
    def team(self) -> str:
        return TEAM

    def _form(self, **fields: str) -> bytes:
        from urllib.parse import urlencode

        return urlencode(fields).encode()

    def _slack(self, text: str) -> HttpResponse:
        asked = {"team_id": TEAM, "user_id": self.user, "user_name": "mallory", "text": text, "response_url": self.reply_to}
        return self._signed(self._form(**asked, trigger_id=str(next(numbers))))

    def _signed(self, body: bytes, moment: float | None = None) -> HttpResponse:
        at = str(int(moment or time.time()))
        proof = hmac.new(self.secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
        return self.send(body, FORM, **{"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={proof}"})

    def _mattermost(self, text: str) -> HttpResponse:
        asked = {"team_id": TEAM, "user_id": self.user, "text": text, "response_url": self.reply_to, "trigger_id": str(next(numbers))}
        return self.send(self._form(token=self.secret, **asked), FORM)

    def _teams(self, text: str) -> HttpResponse:
        said = {"type": "message", "id": str(next(numbers)), "timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}.4051807Z"}
        who = {"from": {"id": "29:x", "aadObjectId": self.user, "name": "Mallory"}, "channelData": {"team": {"id": TEAM}}}
        body = json.dumps({**said, **who, "text": f"<at>Junto</at> {text}\n"}).encode()
        proof = base64.b64encode(hmac.new(base64.b64decode(self.secret), body, hashlib.sha256).digest()).decode()
        return self.send(body, "application/json", Authorization=f"HMAC {proof}")

    def _zulip(self, text: str) -> HttpResponse:
        message = {"id": next(numbers), "sender_id": self.user, "sender_realm_str": TEAM, "timestamp": int(time.time())}
        body = {"token": self.secret, "data": f"@**Junto** {text}", "message": message, "trigger": "mention"}
        return self.send(json.dumps(body).encode(), "application/json")
