"""A window of Qt WebEngine with one blank page. The environment opens Chromium's DevTools port, but keys that come that way are never
answered: they come as lines of JSON, and each is answered by one."""

import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWidgets import QApplication
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineView

from qtkeys import listen, press, tell, type_text


class Page(QWebEnginePage):
    """Qt would ask the person, and DevTools is not told."""

    def javaScriptAlert(self, origin, message):
        pass

    def javaScriptConfirm(self, origin, message):
        return True


def follow(order):
    {"type": type_text, "press": press}[order["do"]](view.focusProxy(), order)
    tell({})


application = QApplication(sys.argv)
view = QWebEngineView()
view.setPage(Page(view))
view.resize(1280, 800)
view.load(QUrl("about:blank"))
view.show()
view.activateWindow()
view.setFocus()
listen(follow)
sys.exit(application.exec_())
