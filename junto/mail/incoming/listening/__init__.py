"""Mail handed over by a mail server of the house, by LMTP or SMTP."""
