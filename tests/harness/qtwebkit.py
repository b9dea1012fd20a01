"""A WebKit of the level of Safari 10 (no WebAssembly), told what to do by lines of JSON: {"id", "do", ...}; what it prints are answers
and what the page's console says."""

import json
import sys

from PyQt5.QtCore import QEvent, QPoint, QSocketNotifier, QUrl, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWebKit import QWebSettings
from PyQt5.QtWebKitWidgets import QWebPage, QWebView
from PyQt5.QtWidgets import QApplication

KEYS = {"Backspace": Qt.Key_Backspace, "Tab": Qt.Key_Tab, "Enter": Qt.Key_Return, "Escape": Qt.Key_Escape, "Space": Qt.Key_Space,
        "End": Qt.Key_End, "Home": Qt.Key_Home, "ArrowLeft": Qt.Key_Left, "ArrowUp": Qt.Key_Up, "ArrowRight": Qt.Key_Right,
        "ArrowDown": Qt.Key_Down, "Delete": Qt.Key_Delete, "F8": Qt.Key_F8}


def tell(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


class Page(QWebPage):
    def javaScriptConsoleMessage(self, message, line, source):
        tell({"console": message, "at": "%s:%d" % (source, line)})

    def javaScriptAlert(self, frame, message):
        pass

    def javaScriptConfirm(self, frame, message):
        return True

    def javaScriptPrompt(self, frame, message, default):
        return True, default


class Window(QWebView):
    def __init__(self):
        super().__init__()
        self.setPage(Page(self))
        self.settings().setAttribute(QWebSettings.LocalStorageEnabled, True)
        self.resize(1280, 800)
        self.loading = None
        self.loadFinished.connect(self.loaded)

    def loaded(self, good):
        if self.loading is not None:
            tell({"id": self.loading, "value": good})
            self.loading = None

    def do_goto(self, order):
        self.loading = order["id"]
        self.load(QUrl(order["url"]))

    def do_evaluate(self, order):
        tell({"id": order["id"], "value": self.page().mainFrame().evaluateJavaScript(order["code"])})

    def do_click(self, order):
        QTest.mouseMove(self, QPoint(order["x"], order["y"]))
        QTest.mouseClick(self, Qt.LeftButton, Qt.NoModifier, QPoint(order["x"], order["y"]))
        tell({"id": order["id"]})

    def do_type(self, order):
        for letter in order["text"]:
            if ord(letter) < 127:
                QTest.keyClicks(self, letter)
            else:
                for kind in (QEvent.KeyPress, QEvent.KeyRelease):
                    QApplication.sendEvent(self, QKeyEvent(kind, Qt.Key_unknown, Qt.NoModifier, letter))
        tell({"id": order["id"]})

    def do_press(self, order):
        held = (Qt.ShiftModifier if order["shift"] else Qt.NoModifier) | (Qt.ControlModifier if order["ctrl"] else Qt.NoModifier)
        key = order["key"]
        if len(key) == 1:
            QTest.keyClick(self, key, held)
        else:
            QTest.keyClick(self, KEYS[key], held)
        tell({"id": order["id"]})

    def read(self):
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        order = json.loads(line)
        getattr(self, "do_" + order["do"])(order)


application = QApplication(sys.argv)
window = Window()
window.show()
window.activateWindow()
window.setFocus()
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Read)
notifier.activated.connect(window.read)
tell({"ready": window.page().userAgentForUrl(QUrl("http://127.0.0.1/"))})
sys.exit(application.exec_())
