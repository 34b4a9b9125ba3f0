"""What things that can be found mean: where they stand, and what stands near."""
