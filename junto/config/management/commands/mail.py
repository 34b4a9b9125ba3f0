import asyncio
import signal
from typing import Any

from django.conf import settings

from junto.config.env import WrongSetting
from junto.config.reach import reach_database
from junto.config.running import running
from junto.config.serving.listening import tell_systemd
from junto.config.serving.preparing import prepare
from junto.kit.command import HouseCommand
from junto.mail.addresses import mail_comes_in
from junto.operating.taking_mail import present_as_taker


class Command(HouseCommand):
    """Takes mail from a mail server, in a process of its own: what talks with strangers' servers serves no pages."""

    help = "Take mail by LMTP or SMTP until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Listens where `MAIL_IN_LISTEN` says; what is being taken when it is told to stop is kept or handed back."""
        if not mail_comes_in():
            raise WrongSetting("MAIL_IN_ADDRESS is not set: nobody would know where to write to.")
        reach_database()
        with running():
            prepare()
            with present_as_taker():
                asyncio.run(self._listen())

    async def _listen(self) -> None:
        from junto.mail.incoming.listening.door import protocol

        way, host, port = settings.MAIL_IN_LISTEN
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        try:
            server = await loop.create_server(lambda: protocol(way), host, port)
        except OSError as error:
            raise WrongSetting(f"MAIL_IN_LISTEN: nobody can listen at {host}:{port} ({error.strerror}).") from error
        self.stdout.write(f"Mail is taken at {way}://{host}:{server.sockets[0].getsockname()[1]}")
        self.stdout.flush()
        tell_systemd("READY=1")
        async with server:
            await stop.wait()
