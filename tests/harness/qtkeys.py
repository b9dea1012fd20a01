"""The keyboard for a window of Qt, and orders that come as lines of JSON."""

import json
import sys

from PyQt5.QtCore import QEvent, QSocketNotifier, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

KEYS = {"Backspace": Qt.Key_Backspace, "Tab": Qt.Key_Tab, "Enter": Qt.Key_Return, "Escape": Qt.Key_Escape, "Space": Qt.Key_Space,
        "End": Qt.Key_End, "Home": Qt.Key_Home, "ArrowLeft": Qt.Key_Left, "ArrowUp": Qt.Key_Up, "ArrowRight": Qt.Key_Right,
        "ArrowDown": Qt.Key_Down, "Delete": Qt.Key_Delete, "F2": Qt.Key_F2, "F8": Qt.Key_F8}


def tell(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def type_text(widget, order):
    for letter in order["text"]:
        if ord(letter) < 127:
            QTest.keyClicks(widget, letter)
        else:
            for kind in (QEvent.KeyPress, QEvent.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key_unknown, Qt.NoModifier, letter))


def press(widget, order):
    held = (Qt.ShiftModifier if order["shift"] else Qt.NoModifier) | (Qt.ControlModifier if order["ctrl"] else Qt.NoModifier)
    key = order["key"]
    QTest.keyClick(widget, key if len(key) == 1 else KEYS[key], held)


def listen(follow):
    """Calls follow(order) for each line that comes; the program ends when no more can come."""
    def read():
        line = sys.stdin.readline()
        if line:
            follow(json.loads(line))
        else:
            QApplication.instance().quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Read, QApplication.instance())
    notifier.activated.connect(read)
