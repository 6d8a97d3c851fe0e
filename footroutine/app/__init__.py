"""Wiring, the conductor and the command line."""
