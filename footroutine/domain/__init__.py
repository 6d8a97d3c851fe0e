"""Values and rules: no toolkit, no clock, no disk, no randomness."""
