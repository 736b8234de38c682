"""The training recipe's numbers: batches, packing, packages, measures. None needs PyTorch."""

import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from training import shortlist
from training.ct2_file import as_float, read_variables
from training.dataset import END, START, Lines, Pairs, batches
from training.measures import copied, copy_rate, percent
from training.pack import join, pack, split, unpack
from training.threads import ThreadChooser
from training.variables import variable_names

ROOT = Path(__file__).parents[2]


# tokens on disk and in batches


def test_pairs_survive_the_disk_and_turn_round(tmp_path: Path) -> None:
    pairs = Pairs(Lines.of([[5, 6], [7]]), Lines.of([[8], [9, 10, 11]]))
    pairs.save(tmp_path / "a.npz")
    back = Pairs.load(tmp_path / "a.npz").reversed()
    assert back.target.flat.tolist() == [5, 6, 7]
    assert back.source.length.tolist() == [1, 3]


def test_batches_feed_the_target_one_late() -> None:
    pairs = Pairs(Lines.of([[5, 6]]), Lines.of([[8, 9]]))
    ((source, fed, wanted),) = batches({"a": pairs}, {}, 64, None)
    assert source[0].tolist() == [5, 6, 0, 0, 0, 0, 0, 0]
    assert fed[0, :4].tolist() == [START, 8, 9, 0]
    assert wanted[0, :4].tolist() == [8, 9, END, 0]


def test_an_epoch_follows_the_mix_and_leaves_out_long_pairs() -> None:
    lines = Lines.of([[i + 4] for i in range(64)] + [[3] * 60])
    pairs = Pairs(lines, lines)
    seen = [
        int(n)
        for source, _, _ in batches({"a": pairs}, {"a": 2.5}, 16, np.random.default_rng(1))
        for n in source[:, 0]
    ]
    assert len(seen) == 160
    assert set(seen) == set(range(4, 68))


def test_narrow_batches_hold_the_same_lines_with_hardly_any_padding() -> None:
    random = np.random.default_rng(2)
    lengths = random.integers(1, 30, (400, 2))
    source = Lines.of([[row + 4] * n for row, (n, _) in enumerate(lengths.tolist())])
    target = Lines.of([[row + 4] * n for row, (_, n) in enumerate(lengths.tolist())])
    pairs = {"a": Pairs(source, target)}
    wide = list(batches(pairs, {}, 40, np.random.default_rng(3)))
    narrow = list(batches(pairs, {}, 40, np.random.default_rng(3), fixed=False))
    for made in (wide, narrow):
        assert all((x[:, 0] == y[:, 1]).all() for x, y, _ in made if y.shape[1] > 1)
    empty = [np.mean([(x == 0).mean() for x, _, _ in made]) for made in (wide, narrow)]
    assert empty[1] < empty[0] / 2
    assert sum(len(x) for x, _, _ in narrow) == sum(len(x) for x, _, _ in wide)


# packing


def test_pack_is_repeatable_and_comes_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "b.txt").write_text("b" * 1000)
    (data / "a.txt").write_text("a")
    size = pack(data, tmp_path / "one.tar.xz")
    pack(data, tmp_path / "two.tar.xz")
    assert (tmp_path / "one.tar.xz").read_bytes() == (tmp_path / "two.tar.xz").read_bytes()
    assert size < 1000
    assert unpack(tmp_path / "one.tar.xz", tmp_path / "back") == ["a.txt", "b.txt"]
    assert (tmp_path / "back" / "b.txt").read_text() == "b" * 1000
    with pytest.raises(ValueError, match="more than the limit"):
        pack(data, tmp_path / "three.tar.xz", limit=10)


def test_thinned_parts_and_shards(tmp_path: Path) -> None:
    lines = Lines.of([[i, i] for i in range(100)])
    thin = Pairs(lines, lines).thinned(0.3)
    assert len(thin.source.length) == 30
    assert (thin.source.flat == thin.target.flat).all()
    assert sorted(thin.source.flat.tolist()) == thin.source.flat.tolist()
    whole = tmp_path / "big.bin"
    whole.write_bytes(bytes(range(100)))
    assert len(split(whole, tmp_path / "shards", 30)) == 4
    assert join(tmp_path / "shards", "big.bin", tmp_path / "again.bin") == 100
    assert (tmp_path / "again.bin").read_bytes() == whole.read_bytes()
    with pytest.raises(FileNotFoundError):
        join(tmp_path, "none", tmp_path / "x")


# a CTranslate2 file


def _string(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("<H", len(raw)) + raw


def _variable(name: str, value: np.ndarray, dtype: int) -> bytes:
    raw = value.tobytes()
    shape = struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape)
    return _string(name) + shape + struct.pack("<BI", dtype, len(raw)) + raw


def test_int8_rows_come_back_as_floats(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    weight, scale = np.array([[127, -64], [10, 0]], np.int8), np.array([127.0, 10.0], np.float32)
    path.write_bytes(
        struct.pack("<I", 6) + _string("TransformerSpec") + struct.pack("<II", 7, 2)
        + _variable("w", weight, 1) + _variable("w_scale", scale, 0)
        + struct.pack("<I", 1) + _string("v") + _string("w")
    )  # fmt: skip
    values = read_variables(path)
    assert np.allclose(as_float(values, "w"), [[1, -64 / 127], [1, 0]])
    assert (values["v"] == weight).all()
    path.write_bytes(struct.pack("<I", 5))
    with pytest.raises(ValueError, match="binary version 5"):
        read_variables(path)


def test_every_parameter_has_its_own_variable() -> None:
    names = variable_names(6, 2)
    assert len(names) == len(set(names.values())) == 3 + 4 + 6 * 12 + 2 * 20
    assert names["dec.1.ca.kv.weight"] == "decoder/layer_1/attention/linear_1/weight"


# measures and threads


def test_copy_rate_counts_whole_unchanged_terms() -> None:
    assert copied("So pretty, waiting for the link!", "Waiting for the link")
    assert not copied("They linked it", "link")
    assert not copied("waiting for a link", "waiting for the link")
    assert copy_rate(["a link here", "none"], [["link"], ["XK-92", "none"]]) == pytest.approx(
        200 / 3
    )
    assert percent([]) == 0.0


def test_a_thread_more_where_a_core_is_idle_and_back_where_it_does_not_pay() -> None:
    used: list[int] = []
    now = idle = 0.0
    chooser = ThreadChooser(2, used.append, stretch=5, clock=lambda: (now, idle))

    def run(steps: int, one: float, two: float, free: float) -> None:
        nonlocal now, idle
        for _ in range(steps):
            took = one if chooser.current == 1 else two
            now, idle = now + took, idle + took * free
            chooser.step()

    run(20, one=1.0, two=9.0, free=0.1)  # another program holds the second core
    assert used == [1]
    run(6, one=1.0, two=0.6, free=0.9)
    assert used == [1, 2]
    run(20, one=1.0, two=0.6, free=0.0)
    assert used == [1, 2]
    run(2, one=1.0, two=9.0, free=0.0)
    assert used == [1, 2, 1]


def test_the_data_side_needs_no_pytorch() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "import training.prepare, training.pack, training.measures, training.__main__\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_which_pieces_become_which_is_learned_from_pairs() -> None:
    # 4 = cat, 5 = dog, 6 = runs; in the target 4 = runs, 5 = dog, 6 = cat, 7 = the
    source = Lines.of([[4, 6], [5, 6], [4], [5]])
    target = Lines.of([[7, 6, 4], [7, 5, 4], [6], [7, 5]])
    counts = shortlist.learn([Pairs(source, target)], 7, 8)
    assert [int(counts[piece].argmax()) for piece in (4, 5, 6)] == [6, 5, 4]
    assert not counts[0].any()


def test_a_shortlist_has_the_common_pieces_spelling_and_what_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shortlist, "ANYWHERE", 1)
    source = ["<s>", "猫", "▁cat", "ok"]
    target = ["<s>", "▁the", "▁cat", "▁kitten", "x", "<0x0A>", "▁ok", "no break"]
    counts = np.zeros((4, 8), np.float32)
    counts[1, [1, 2, 3, 7]] = 100, 50, 20, 10
    assert shortlist.lines(counts, source, target) == [
        "\t▁the x <0x0A>",
        "猫\t▁cat ▁kitten",
        "▁cat\t▁cat",
        "ok\t▁ok",
    ]
