"""The page of choices; each takes effect at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from ui import tray
from ui.bars import UNDO_SECONDS
from ui.controls import Check, Choice
from ui.page import Page
from ui.theme import ZOOMS, Theme, chinese_families, families, latin_families

_THEMES = ("system", "light", "dark")
_LANGUAGES = ("system", "en", "zh_CN")
_NARROW = 560  # px at 100 %; under it names stand above their boxes


class SettingsPage(Page):
    """Shows Settings; `changed` carries the new ones after each choice."""

    changed = Signal(object)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self.theme_box, self.zoom, self.language_box, self.chinese_box, self.latin_box = (
            Choice(theme, self) for _ in range(5)
        )
        self._boxes = (
            self.theme_box, self.zoom, self.language_box, self.chinese_box, self.latin_box
        )  # fmt: skip
        for box in self._boxes:
            # Long names of fonts are cut, not the page.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)
        for value in ZOOMS:
            self.zoom.addItem(f"{value} %", value)
        self.preview = QLabel(self)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.pinyin, self.tones, self.names, self.slang, self.glossary, self.remember = (
            Check(theme, self) for _ in range(6)
        )
        self.watch, self.tray, self.close_to_tray = (Check(theme, self) for _ in range(3))
        self._abouts = tuple(self.label(13, second=True) for _ in range(5))
        self.slang_about, self.glossary_about, *others = self._abouts
        self.remember_about, self.watch_about, self.tray_about = others
        self.reset_button = QPushButton(self)
        self.reset_button.clicked.connect(self.reset)
        self._groups: tuple[tuple[QLabel, tuple[QWidget, ...]], ...] = (
            (self._heading(), (self.pinyin, self.tones, self.names)),
            (
                self._heading(),
                (self.slang, self.slang_about, self.glossary, self.glossary_about),
            ),
            (
                self._heading(),
                (
                    self.remember, self.remember_about, self.watch, self.watch_about,
                    self.tray, self.close_to_tray, self.tray_about,
                ),
            ),
        )  # fmt: skip
        self._names = [QLabel(self) for _ in self._boxes]
        self._filling = False
        self._lay()
        self._words()
        self.show_settings(settings)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._choose)
        for check in self._checks():
            check.toggled.connect(self._choose)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_settings(self, settings: Settings) -> None:
        """Show choices that were made elsewhere, too."""
        self._settings = settings
        view = settings.view
        self._filling = True
        self.theme_box.setCurrentIndex(_THEMES.index(settings.theme))
        self.language_box.setCurrentIndex(_LANGUAGES.index(settings.language))
        nearest = min(ZOOMS, key=lambda z: abs(z - settings.zoom))
        self.zoom.setCurrentIndex(ZOOMS.index(nearest))
        self.chinese_box.setCurrentIndex(max(0, self.chinese_box.findData(settings.chinese_font)))
        self.latin_box.setCurrentIndex(max(0, self.latin_box.findData(settings.latin_font)))
        for check, on in (
            (self.pinyin, view.pinyin),
            (self.tones, view.tone_colours),
            (self.names, view.names),
            (self.watch, view.watch_clipboard),
            (self.slang, settings.slang_layer),
            (self.glossary, settings.glossary),
            (self.remember, settings.remember),
            (self.tray, settings.tray),
            (self.close_to_tray, settings.close_to_tray),
        ):
            check.setChecked(on)
        self._filling = False
        self._enable()

    def reset(self) -> None:
        """Go back to the defaults, with undo; what is known and starred is no choice and stays."""
        before, fresh = self._settings, Settings()
        kept = replace(fresh.view, known=before.view.known, starred=before.view.starred)
        self.changed.emit(
            replace(
                fresh,
                view=kept,
                welcomed=before.welcomed,
                geometry=before.geometry,
                splitter=before.splitter,
                book_splitter=before.book_splitter,
                page=before.page,
            )
        )
        self.notice.tell(
            self.tr("Everything is as it was at the beginning."),
            self.tr("Undo"),
            lambda: self.changed.emit(before),
            seconds=UNDO_SECONDS,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.show_settings(self._settings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.chinese_box.count() == 1:
            # Looking into every font takes a moment that the start does not have.
            self._filling = True
            for box, names in (
                (self.chinese_box, chinese_families()),
                (self.latin_box, latin_families()),
            ):
                for name in names:
                    box.addItem(name, name)
            self.show_settings(self._settings)
        self._words()  # the desktop may have got room for an icon meanwhile
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        policy = QFormLayout.RowWrapPolicy
        narrow = self.width() < self.theme.px(_NARROW)
        self._form.setRowWrapPolicy(policy.WrapAllRows if narrow else policy.DontWrapRows)

    def _choose(self) -> None:
        if self._filling:
            return
        settings = self._settings
        self.changed.emit(
            replace(
                settings,
                theme=_THEMES[self.theme_box.currentIndex()],
                language=_LANGUAGES[self.language_box.currentIndex()],
                zoom=ZOOMS[self.zoom.currentIndex()],
                chinese_font=self.chinese_box.currentData(),
                latin_font=self.latin_box.currentData(),
                slang_layer=self.slang.isChecked(),
                glossary=self.glossary.isChecked(),
                remember=self.remember.isChecked(),
                tray=self.tray.isChecked(),
                close_to_tray=self.close_to_tray.isChecked(),
                view=replace(
                    settings.view,
                    pinyin=self.pinyin.isChecked(),
                    tone_colours=self.tones.isChecked(),
                    names=self.names.isChecked(),
                    watch_clipboard=self.watch.isChecked(),
                ),
            )
        )

    def _checks(self) -> list[Check]:
        return [part for _, group in self._groups for part in group if isinstance(part, Check)]

    def _heading(self) -> QLabel:
        heading = self.label(13, second=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        return heading

    def _enable(self) -> None:
        room = tray.has_room()
        self.tray.setEnabled(room or self._settings.tray)
        self.close_to_tray.setEnabled(room and self._settings.tray)
        self.glossary.setEnabled(self._settings.slang_layer)

    def _lay(self) -> None:
        self._inside = QVBoxLayout()
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in zip(self._names, self._boxes, strict=True):
            name.setBuddy(box)
            self._form.addRow(name, box)
        self._inside.addLayout(self._form)
        self._inside.addWidget(self.preview)
        for heading, group in self._groups:
            self._inside.addWidget(heading)
            for part in group:
                self._inside.addWidget(part)
        self._inside.addSpacing(self.theme.px(16))
        self._inside.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addStretch(1)
        self.body.addLayout(self._inside, 1)

    def _restyle(self) -> None:
        px = self.theme.px
        self._inside.setContentsMargins(0, px(8), 0, px(8))
        self._inside.setSpacing(px(2))
        for heading, _ in self._groups:
            heading.setMinimumHeight(px(48))
            heading.setFont(self.theme.font(13, bold=True))
        for about in self._abouts:
            about.setContentsMargins(px(33), 0, 0, px(8))
        self._form.setHorizontalSpacing(px(24))
        self._form.setVerticalSpacing(px(12))
        for part in (*self._boxes, *self._names, *self._checks()):
            part.setFont(self.theme.font(15))
        self.reset_button.setFont(self.theme.font(14))
        for box in self._boxes:
            box.setMaximumWidth(px(300))
            box.setMinimumWidth(px(140))
        self.preview.setFont(self.theme.font(20))
        self.preview.setContentsMargins(0, px(12), 0, 0)
        self._name_fonts()

    def _name_fonts(self) -> None:
        """Say which fonts are taken when none is chosen."""
        latin, chinese = families()
        for box, family in ((self.chinese_box, chinese), (self.latin_box, latin)):
            text = self.tr("Chosen for you: %s") % family
            if box.count():
                box.setItemText(0, text)
            else:
                box.addItem(text, "")

    def _words(self) -> None:
        filling, self._filling = self._filling, True
        self.title.setText(self.tr("Settings"))
        names = (
            self.tr("Appearance"),
            self.tr("Size of everything"),
            self.tr("Language"),
            self.tr("Font for Chinese"),
            self.tr("Font for other writing"),
        )
        for label, box, name in zip(self._names, self._boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        _refill(
            self.theme_box,
            (self.tr("As the desktop"), self.tr("Light: paper"), self.tr("Dark: ink")),
        )
        _refill(self.language_box, (self.tr("As the desktop"), "English", "简体中文"))
        self._name_fonts()
        self.preview.setText(self.tr("评论 pínglùn, comments: 蹲一个链接 123"))
        self.preview.setAccessibleName(self.tr("How the fonts look"))
        headings = (self.tr("The page"), self.tr("Translation"), self.tr("This computer"))
        for (heading, _), text in zip(self._groups, headings, strict=True):
            heading.setText(text)
        self.pinyin.setText(self.tr("Pinyin above the words"))
        self.tones.setText(self.tr("Colour the pinyin by tone"))
        self.names.setText(self.tr("Show who wrote a comment"))
        self.watch.setText(self.tr("Read Chinese text as soon as I copy it"))
        self.watch_about.setText(
            self.tr(
                "Only Chinese text is read, nothing that a password manager copied, and nothing "
                "while the screen is locked; where the desktop does not say whether it is, the "
                "text is read when you come back to this window. The rail shows that this is on."
            )
        )
        self.slang.setText(self.tr("Put slang into plain words for the engine"))
        self.slang_about.setText(
            self.tr(
                "Without this the engine gets comments as they were written. The notes stay, and "
                "you see how much the slang matters."
            )
        )
        self.glossary.setText(self.tr("Give the engine English for words it hardly knows"))
        self.glossary_about.setText(
            self.tr(
                "They come from the dictionary CC-CEDICT and stand below the translation, where "
                "they can be taken back."
            )
        )
        self.remember.setText(self.tr("Remember what I read"))
        self.remember_about.setText(
            self.tr("The history is a file on this computer; nothing of it is ever sent anywhere.")
        )
        self.tray.setText(self.tr("An icon beside the clock"))
        self.close_to_tray.setText(self.tr("Closing the window leaves the icon"))
        self.tray_about.setText(
            self.tr("Its menu opens the window, reads the clipboard and ends the program.")
            if tray.has_room()
            else self.tr(
                "This desktop shows no such icons, so closing the window ends the program."
            )
        )
        self.reset_button.setText(self.tr("Back to the defaults"))
        self._filling = filling


def _refill(box: QComboBox, texts: tuple[str, ...]) -> None:
    for index, text in enumerate(texts):
        if index < box.count():
            box.setItemText(index, text)
        else:
            box.addItem(text)
