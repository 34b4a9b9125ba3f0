"""What may stand in a line of the log."""

import logging
import re

TOKEN = re.compile(r"[\w:-]{20,}")
"""Links that open something carry a long word in their address; so do files. No word anybody reads is as long."""


class WithoutTokens(logging.Filter):
    """Leaves out of a line what would let its reader in."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every line stays; Django names the address of each request that was refused."""
        if isinstance(record.args, tuple):
            record.args = tuple(TOKEN.sub("…", said) if isinstance(said, str) else said for said in record.args)
        return True
