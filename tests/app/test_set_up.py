"""What the set-up takes out of the Qt wheel, and what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

import run


@pytest.mark.parametrize(
    "name",
    """libQt6Core.so.6 libQt6Gui.so.6 libQt6Widgets.so.6 libQt6OpenGL.so.6 libQt6Network.so.6
    libQt6DBus.so.6 libQt6XcbQpa.so.6 libQt6WaylandClient.so.6 libQt6Svg.so.6 libQt6Test.so.6
    libicudata.so.73 Qt6Core.dll QtCore.pyd QtWidgets.abi3.so QtSvg.abi3.so QtTest.abi3.so
    QtGui.framework libqxcb.so libqjpeg.so libqwebp.so qwindows.dll qtbase_zh_CN.qm qtbase_en.qm
    lupdate lrelease libQt6Qml.so.6 Qt6Qml.dll QtQml.framework libpyside6.abi3.so.6.11 __init__.py""".split(),
)
def test_what_the_window_needs_stays(name: str) -> None:
    assert run.SPARE_FILES.fullmatch(name) is None


@pytest.mark.parametrize(
    "name",
    """libQt6Quick.so.6 libQt6QmlModels.so.6 libQt6QuickControls2Basic.so.6 libQt6LabsSettings.so.6 Qt6Quick.dll
    QtQuick.pyd QtQml.abi3.so QtQuick.framework QtOpenGL.abi3.so libQt6Designer.so.6 qmlls qmlls.exe
    designer.exe assistant Designer.app assistant_de.qm qtmultimedia_zh_CN.qm""".split(),
)
def test_what_no_window_of_ours_loads_goes(name: str) -> None:
    assert run.SPARE_FILES.fullmatch(name)


def test_the_wheel_is_slimmed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "VENV", tmp_path)
    package = tmp_path / "lib" / "site-packages" / "PySide6"
    kept = [
        package / "QtCore.abi3.so",
        package / "Qt/lib/libQt6Core.so.6",
        package.parent / "qmlls",
    ]
    gone = [
        package / "QtQml.abi3.so",
        package / "Qt/lib/libQt6Quick.so.6",
        package / "Qt/qml/QtQuick/a.qml",
        package / "Qt/plugins/sqldrivers/libqsqlite.so",
        package / "Qt/lib/QtQuick.framework/QtQuick",
    ]
    for path in kept + gone:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    run.slim()
    run.slim()
    assert all(path.exists() for path in kept)
    assert not any(path.exists() for path in gone)
