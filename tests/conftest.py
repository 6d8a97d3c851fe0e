"""What holds for every test: no display is needed, and words are sorted and shown in one way everywhere."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
