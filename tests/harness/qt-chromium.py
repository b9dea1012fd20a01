"""A window of Qt WebEngine with one blank page; the environment opens Chromium's DevTools port."""

import sys

from PyQt5.QtCore import QUrl
from PyQt5.QtWidgets import QApplication
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineView


class Page(QWebEnginePage):
    """Qt would ask the person, and DevTools is not told."""

    def javaScriptAlert(self, origin, message):
        pass

    def javaScriptConfirm(self, origin, message):
        return True


application = QApplication(sys.argv)
view = QWebEngineView()
view.setPage(Page(view))
view.resize(1280, 800)
view.load(QUrl("about:blank"))
view.show()
sys.exit(application.exec_())
