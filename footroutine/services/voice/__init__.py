"""The voice: phrases made and played by two child processes that can be killed."""
