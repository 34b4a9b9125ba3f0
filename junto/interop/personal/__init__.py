"""Secret addresses of one person: made, shown and ended on one page; read by programs that cannot sign in."""
