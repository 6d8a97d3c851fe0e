"""Foot Routine: guided foot exercises with a living picture, a big countdown and a voice."""

__version__ = "0.1.0"
