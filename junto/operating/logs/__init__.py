"""Lines for whoever looks after the machine. They hold no names, addresses, words or secrets of people, whoever writes them."""
