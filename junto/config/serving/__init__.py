"""One port for everything: pages, the stream, and the files pages are made of."""
