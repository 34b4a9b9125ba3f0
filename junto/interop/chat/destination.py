"""Where something is brought: an address that lets whoever knows it write there. So it is kept sealed, and only its host is shown."""

import json
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from junto.people.sealing import seal, unseal

PURPOSE = "addresses of other tools"


@dataclass(frozen=True)
class Destination:
    """`key`, `to` and `topic` are what Zulip wants to know besides: the bot's address and key, the channel or person, the topic."""

    address: str
    key: str = ""
    to: str = ""
    topic: str = ""

    @property
    def host(self) -> str:
        """The machine, which may be shown."""
        return urlsplit(self.address).hostname or ""

    def sealed(self) -> str:
        """As it is kept."""
        return seal(json.dumps(asdict(self)), PURPOSE)

    @classmethod
    def unsealed(cls, sealed: str) -> "Destination":
        """What was kept. Raises InvalidToken when the secret key is another one."""
        return cls(**json.loads(unseal(sealed, PURPOSE)))
