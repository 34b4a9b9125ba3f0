"""A Dovecot of our own with one mailbox, reached over TLS: made in a folder aside, thrown away at the end. It never runs as root."""

import contextlib
import getpass
import os
import pwd
import shutil
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from imap_tools import MailBox

from junto.kit.clock import now
from tests.programs import PATIENCE, free_port, program, wait_for

ACCOUNT = "dovecot"
CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
default_internal_user = {account}
default_internal_group = {group}
default_login_user = {account}
mail_location = maildir:{folder}/mail
mail_uid = {account}
mail_gid = {group}
first_valid_uid = 1
first_valid_gid = 1
passdb {{
  driver = static
  args = password=open
}}
userdb {{
  driver = static
  args = uid={account} gid={group} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class Dovecot:
    """One server, with what `MAIL_IN_IMAP` would say of it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.place = {"host": "localhost", "port": port, "tls": True, "name": "junto", "password": "open", "folder": "INBOX"}

    def box(self) -> MailBox:
        """The mailbox, as any mail program opens it."""
        trust = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        return MailBox("localhost", port=self.port, timeout=PATIENCE, ssl_context=trust).login("junto", "open")

    def put(self, *mails: bytes) -> None:
        """Delivers these."""
        with self.box() as box:
            for mail in mails:
                box.append(mail)

    def counted(self) -> dict[str, int]:
        """How many mails are in which folder."""
        with self.box() as box:
            return {folder.name: box.folder.status(folder.name)["MESSAGES"] for folder in box.folder.list()}


@pytest.fixture(scope="session")
def _running() -> Iterator[Dovecot]:
    dovecot = program("dovecot")
    folder, port = Path(tempfile.mkdtemp(prefix="junto-imap-", dir="/tmp")), free_port()
    server = Dovecot(folder, port)
    account = pwd.getpwnam(ACCOUNT if os.geteuid() == 0 else getpass.getuser())
    _write(server, account)
    as_whom = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    process = subprocess.Popen([dovecot, "-F", "-c", str(folder / "conf")], cwd=folder, **as_whom)
    try:
        wait_for(port, process)
        yield server
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def dovecot(_running: Dovecot, monkeypatch, settings) -> Dovecot:
    """The server with an empty mailbox, whose certificate this process believes, and by no other means."""
    monkeypatch.setenv("SSL_CERT_FILE", str(_running.folder / "cert.pem"))
    settings.MAIL_IN_IMAP = _running.place
    with _running.box() as box:
        for folder in box.folder.list():
            if folder.name != "INBOX":
                box.folder.delete(folder.name)
        box.delete(box.uids())
    return _running


def _write(server: Dovecot, account: pwd.struct_passwd) -> None:
    import grp

    names = {"folder": server.folder, "port": server.port, "account": account.pw_name, "group": grp.getgrgid(account.pw_gid).gr_name}
    (server.folder / "conf").write_text(CONFIG.format(**names))
    for name in ("run", "mail", "home"):
        (server.folder / name).mkdir()
    _certificate(server.folder)
    for path in (server.folder, *server.folder.iterdir()):
        if os.geteuid() == 0:
            os.chown(path, account.pw_uid, account.pw_gid)


def _certificate(folder: Path) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now() - timedelta(1), now() + timedelta(9))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    (folder / "cert.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    how = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(*how))
