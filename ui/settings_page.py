"""The page of choices; each takes effect at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.settings import Settings
from ui.choices import ViewChoices
from ui.controls import Check, Choice
from ui.page import Page
from ui.theme import ZOOMS, Theme

_THEMES = ("system", "light", "dark")
_LANGUAGES = ("system", "en", "zh_CN")


class SettingsPage(Page):
    """Shows Settings; `changed` carries the new ones after each choice."""

    changed = Signal(object)
    choices_changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        choices: ViewChoices,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self._choices = choices
        self.theme_box = Choice(theme, self)
        self.language_box = Choice(theme, self)
        self.zoom = Choice(theme, self)
        for value in ZOOMS:
            self.zoom.addItem(f"{value} %", value)
        self.slang = Check(theme, self)
        self.remember = Check(theme, self)
        self.slang_about = self.label(13, second=True)
        self.remember_about = self.label(13, second=True)
        self._names = [QLabel(self) for _ in range(3)]
        self._headings = [self.label(13, second=True) for _ in range(3)]
        for heading in self._headings:
            heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.pinyin = Check(theme, self)
        self.tones = Check(theme, self)
        self.names = Check(theme, self)
        self.watch = Check(theme, self)
        self.watch_about = self.label(13, second=True)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._form = QFormLayout()
        for name, box in zip(
            self._names, (self.theme_box, self.zoom, self.language_box), strict=True
        ):
            name.setBuddy(box)
            self._form.addRow(name, box)
        self._inside.addLayout(self._form)
        self._abouts = (self.slang_about, self.remember_about, self.watch_about)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.pinyin, self.tones, self.names),
            (self.slang, self.slang_about),
            (self.remember, self.remember_about, self.watch, self.watch_about),
        )
        for heading, group in zip(self._headings, groups, strict=True):
            self._inside.addWidget(heading)
            for part in group:
                self._inside.addWidget(part)
        self._inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)
        self._filling = False
        self._words()
        self.show_settings(settings)
        self.show_choices(choices)
        for check in (self.pinyin, self.tones, self.names, self.watch):
            check.toggled.connect(self._choose_view)
        for box in (self.theme_box, self.language_box, self.zoom):
            box.currentIndexChanged.connect(self._choose)
        for check in (self.slang, self.remember):
            check.toggled.connect(self._choose)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_settings(self, settings: Settings) -> None:
        """Show choices that were made elsewhere, too."""
        self._settings = settings
        self._filling = True
        self.theme_box.setCurrentIndex(_THEMES.index(settings.theme))
        self.language_box.setCurrentIndex(_LANGUAGES.index(settings.language))
        nearest = min(ZOOMS, key=lambda z: abs(z - settings.zoom))
        self.zoom.setCurrentIndex(ZOOMS.index(nearest))
        self.slang.setChecked(settings.slang_layer)
        self.remember.setChecked(settings.remember)
        self._filling = False

    def show_choices(self, choices: ViewChoices) -> None:
        """Show choices about the page that were made elsewhere, too."""
        self._choices = choices
        self._filling = True
        self.pinyin.setChecked(choices.pinyin)
        self.tones.setChecked(choices.tone_colours)
        self.names.setChecked(choices.names)
        self.watch.setChecked(choices.watch_clipboard)
        self._filling = False

    def _choose_view(self) -> None:
        if self._filling:
            return
        self._choices = replace(
            self._choices,
            pinyin=self.pinyin.isChecked(),
            tone_colours=self.tones.isChecked(),
            names=self.names.isChecked(),
            watch_clipboard=self.watch.isChecked(),
        )
        self.choices_changed.emit(self._choices)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._filling = True
            self._words()
            self.show_settings(self._settings)

    def _choose(self) -> None:
        if self._filling:
            return
        self._settings = replace(
            self._settings,
            theme=_THEMES[self.theme_box.currentIndex()],
            language=_LANGUAGES[self.language_box.currentIndex()],
            zoom=ZOOMS[self.zoom.currentIndex()],
            slang_layer=self.slang.isChecked(),
            remember=self.remember.isChecked(),
        )
        self.changed.emit(self._settings)

    def _restyle(self) -> None:
        px = self.theme.px
        self._inside.setContentsMargins(0, px(8), 0, px(8))
        self._inside.setSpacing(px(2))
        for heading in self._headings:
            heading.setMinimumHeight(px(48))
            heading.setFont(self.theme.font(13, bold=True))
        for about in self._abouts:
            about.setContentsMargins(px(33), 0, 0, px(8))
        self._form.setHorizontalSpacing(px(24))
        self._form.setVerticalSpacing(px(12))
        checks = (
            self.slang, self.remember, self.pinyin, self.tones, self.names, self.watch
        )  # fmt: skip
        boxes: tuple[QWidget, ...] = (self.theme_box, self.language_box, self.zoom, *checks)
        boxes += tuple(self._names)
        for box in boxes:
            box.setFont(self.theme.font(15))
        for box in (self.theme_box, self.language_box, self.zoom):
            box.setMaximumWidth(px(260))
            box.setMinimumWidth(px(100))

    def _words(self) -> None:
        self.title.setText(self.tr("Settings"))
        names = (self.tr("Appearance"), self.tr("Size of everything"), self.tr("Language"))
        boxes = (self.theme_box, self.zoom, self.language_box)
        for label, box, name in zip(self._names, boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        _refill(
            self.theme_box,
            (self.tr("As the desktop"), self.tr("Light: paper"), self.tr("Dark: ink")),
        )
        _refill(self.language_box, (self.tr("As the desktop"), "English", "简体中文"))
        headings = (self.tr("The page"), self.tr("Translation"), self.tr("This computer"))
        for heading, text in zip(self._headings, headings, strict=True):
            heading.setText(text)
        self.pinyin.setText(self.tr("Pinyin above the words"))
        self.tones.setText(self.tr("Colour the pinyin by tone"))
        self.names.setText(self.tr("Show who wrote a comment"))
        self.watch.setText(self.tr("Read Chinese text as soon as I copy it"))
        self.watch_about.setText(
            self.tr(
                "Only Chinese text is read, and nothing that a password manager copied. The rail "
                "shows that this is on."
            )
        )
        self.slang.setText(self.tr("Put slang into plain words for the engine"))
        self.slang_about.setText(
            self.tr(
                "Without this the engine gets comments as they were written. The notes stay, and "
                "you see how much the slang matters."
            )
        )
        self.remember.setText(self.tr("Remember what I read"))
        self.remember_about.setText(
            self.tr("The history is a file on this computer; nothing of it is ever sent anywhere.")
        )


def _refill(box: QComboBox, texts: tuple[str, ...]) -> None:
    for index, text in enumerate(texts):
        if index < box.count():
            box.setItemText(index, text)
        else:
            box.addItem(text)
