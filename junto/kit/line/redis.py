"""Words carried by Redis or Valkey (PUBLISH and SUBSCRIBE): nothing is kept there."""

import secrets
from collections.abc import Iterator

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

TICK, PATIENCE, TOUCH = 0.5, 5.0, 5.0
AWAY = (redis.ConnectionError, redis.TimeoutError, redis.BusyLoadingError)


def connected(url: str) -> redis.Redis:
    """A client that says at once when the server is away; the line itself tries again."""
    never = Retry(NoBackoff(), 0)
    return redis.Redis.from_url(
        url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE, socket_keepalive=True, health_check_interval=TOUCH, retry=never
    )


class Redis:
    """The server as carrier."""

    failures: tuple[type[Exception], ...] = (redis.RedisError, OSError)

    def __init__(self, url: str, channel: str) -> None:
        self._client, self._channel = connected(url), channel
        self._me = secrets.token_hex(8)

    def say(self, words: set[str]) -> None:
        """One message for all words."""
        self._client.publish(self._channel, " ".join([self._me, *sorted(words)]))

    def hear(self) -> Iterator[str]:
        """What others say."""
        with self._client.pubsub(ignore_subscribe_messages=True) as ear:
            ear.subscribe(self._channel)
            ear.get_message(timeout=PATIENCE)
            while True:
                yield ""
                message = ear.get_message(timeout=TICK)
                if message and message["type"] == "message":
                    who, *words = message["data"].decode().split()
                    yield from words if who != self._me else ()
