"""What can be looked at, one noun a file: each says whether it is well, and what it found."""
