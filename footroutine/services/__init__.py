"""The outside world: files, clock, voice. Knows the domain only."""
