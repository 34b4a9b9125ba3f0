"""Mails as a mail program would send them, in few words."""

from itertools import count

NUMBERS = count(1)


def written(words: str, *, by: str = "ada@example.org", subject: str = "Re: Pump loses pressure", **heads: str) -> bytes:
    """A plain mail with these words; heads are written with underscores."""
    number = next(NUMBERS)
    given = {"From": f"Somebody <{by}>", "Subject": subject, "Message-ID": f"<{number}@mail.example.org>", "MIME-Version": "1.0"}
    given |= {"Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"}
    given |= {name.replace("_", "-"): value for name, value in heads.items()}
    head = "\r\n".join(f"{name}: {value}" for name, value in given.items() if value)
    return f"{head}\r\n\r\n{words}".encode().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def with_parts(*parts: str, kind: str = "mixed", **heads: str) -> bytes:
    """A mail of several parts, each with its own heads."""
    body = "".join(f"--edge\r\n{part}\r\n" for part in parts) + "--edge--\r\n"
    return written(body, Content_Type=f'multipart/{kind}; boundary="edge"', Content_Transfer_Encoding="", **heads)


def part(words: str, kind: str = "text/plain; charset=utf-8", **heads: str) -> str:
    """One part of such a mail."""
    given = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in heads.items()}
    return "\r\n".join(f"{name}: {value}" for name, value in given.items()) + f"\r\n\r\n{words}"
