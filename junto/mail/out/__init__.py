"""Mail that goes out: what it says, what stands in its head, and what happens when it does not arrive."""
