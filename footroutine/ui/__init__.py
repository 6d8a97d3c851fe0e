"""Widgets: they paint a frame and send a command, and keep no time."""
