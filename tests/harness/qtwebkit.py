"""A WebKit of the level of Safari 10 (no WebAssembly), told what to do by lines of JSON: {"do", ...}; what it prints are the answers,
in order, and what the page's console says."""

import sys

from PyQt5.QtCore import QPoint, QUrl, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWebKit import QWebSettings
from PyQt5.QtWebKitWidgets import QWebPage, QWebView
from PyQt5.QtWidgets import QApplication

from qtkeys import listen, press, tell, type_text


class Page(QWebPage):
    def javaScriptConsoleMessage(self, message, line, source):
        tell({"console": message, "at": "%s:%d" % (source, line)})

    def javaScriptAlert(self, frame, message):
        pass

    def javaScriptConfirm(self, frame, message):
        return True


class Window(QWebView):
    def __init__(self):
        super().__init__()
        self.setPage(Page(self))
        self.settings().setAttribute(QWebSettings.LocalStorageEnabled, True)
        self.resize(1280, 800)
        self.asked = False
        self.loadFinished.connect(self.loaded)

    def loaded(self, good):
        if self.asked:
            self.asked = False
            tell({"value": good})

    def goto(self, order):
        # A page that is still coming ends here: its end is not to be taken for that of the next.
        self.stop()
        self.asked = True
        self.load(QUrl(order["url"]))

    def follow(self, order):
        if order["do"] == "goto":
            self.goto(order)
        elif order["do"] == "evaluate":
            tell({"value": self.page().mainFrame().evaluateJavaScript(order["code"])})
        else:
            getattr(self, order["do"])(order)
            tell({})

    def click(self, order):
        at = QPoint(order["x"], order["y"])
        QTest.mouseMove(self, at)
        QTest.mouseClick(self, Qt.LeftButton, Qt.NoModifier, at)

    def type(self, order):
        type_text(self, order)

    def press(self, order):
        press(self, order)


application = QApplication(sys.argv)
window = Window()
window.show()
window.activateWindow()
window.setFocus()
listen(window.follow)
tell({"ready": window.page().userAgentForUrl(QUrl("http://127.0.0.1/"))})
sys.exit(application.exec_())
