"""A window of another program, in a full screen or not, until its input ends."""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
film = QLabel("A film")
film.setWindowTitle("A film")
if sys.argv[1] == "full":
    film.showFullScreen()
else:
    film.show()
end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
end.activated.connect(app.quit)
app.exec()
