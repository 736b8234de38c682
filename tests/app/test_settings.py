from __future__ import annotations

from pathlib import Path

from app.settings import Settings, ViewChoices, load, save


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.json"
    assert load(file) == Settings()
    view = ViewChoices(pinyin=True, known=frozenset({"我们"}), starred=frozenset({"dun"}))
    chosen = Settings(theme="dark", zoom=150, chinese_font="Noto Serif CJK SC", view=view)
    save(file, chosen)
    assert load(file) == chosen
    assert [f.name for f in file.parent.iterdir()] == ["settings.json"]


def test_what_is_missing_is_filled_and_what_is_foreign_kept_out(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"zoom": 200, "later": 1, "view": {"names": false}}')
    assert load(file) == Settings(zoom=200, view=ViewChoices(names=False))


def test_a_damaged_file_is_set_aside_for_mending(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for damaged in ('{"view": {"known": ["我们"]', '{"theme": "pink"}'):
        file.write_text(damaged, "utf-8")
        assert load(file) == Settings()
        save(file, Settings())
        assert file.with_suffix(".damaged").read_text("utf-8") == damaged
