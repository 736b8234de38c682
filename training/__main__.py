"""`python -m training STEP`: prepare, pack, warm-start, train, export, measure and help along."""

import argparse
from collections.abc import Callable
from pathlib import Path

PRESETS: dict[str, dict[str, float | int]] = {
    # Two CPU cores: small, no dropout, since no line is seen often.
    "cpu": {
        "width": 256, "heads": 4, "ffn": 1024, "encoders": 6, "decoders": 2,
        "tokens": 4096, "dropout": 0.0, "peak": 1.2e-3, "average": 0.999, "save": 6,
    },
    # One large GPU: wider, many epochs, hence dropout.
    "gpu": {
        "width": 512, "heads": 8, "ffn": 2048, "encoders": 6, "decoders": 2,
        "tokens": 49152, "dropout": 0.2, "peak": 2e-3, "average": 0.9995, "save": 3,
    },
}  # fmt: skip
# How often each part is gone through in an epoch.
STAGES: dict[str, dict[str, float]] = {
    "main": {
        "general": 0.7, "tatoeba": 1, "comments": 2, "comments-typed": 2, "comments-cut": 1,
        "lexicon": 10, "joined": 1, "switched": 1, "switched-comments": 1.5, "rendered": 2,
        "as-given": 2, "names": 0.5, "copies": 0.5,
    },
    "fine": {
        "general": 0.22, "tatoeba": 1, "comments": 2, "comments-typed": 1.5, "comments-cut": 2,
        "lexicon": 8, "joined": 0.5, "switched": 0.7, "switched-comments": 2.5,
        "rendered": 4, "as-given": 4, "names": 0.5, "copies": 0.5,
    },
    # English -> Chinese: nobody wants English left in it, so nothing switched.
    "main-reverse": {
        "general": 0.4, "tatoeba": 1, "comments": 2, "english-typed": 1, "comments-cut": 2,
        "lexicon": 8, "joined": 0.5, "names": 1, "copies": 0.2,
    },
    "fine-reverse": {
        "general": 0.08, "tatoeba": 0.5, "comments": 2, "english-typed": 1, "comments-cut": 2,
        "lexicon": 8, "joined": 0.2, "names": 0.5, "copies": 0.1,
    },
}  # fmt: skip


def _prepare(args: argparse.Namespace) -> None:
    from training.prepare import Sources, prepare

    prepare(
        Sources(args.corpora, args.vocabulary, args.lexicon, args.evaluation, args.extra),
        args.out,
        args.seed,
    )


def _shares(parts: list[str]) -> dict[str, float]:
    """Read `general=0.7` and the like."""
    return {name: float(number) for name, number in (part.split("=") for part in parts)}


def _as_given(args: argparse.Namespace) -> None:
    from training.as_given import write

    print(f"{write(args.corpora, args.out)} pairs")


def _pack(args: argparse.Namespace) -> None:
    from training.pack import pack

    size = pack(args.data, args.out, tuple(args.extra), _shares(args.keep))
    print(f"{size / 1e6:.1f} MB")


def _unpack(args: argparse.Namespace) -> None:
    from training.pack import unpack

    print("\n".join(unpack(args.packed, args.out)))


def _split(args: argparse.Namespace) -> None:
    from training.pack import split

    print("\n".join(str(shard) for shard in split(args.file, args.out)))


def _join(args: argparse.Namespace) -> None:
    from training.pack import join

    print(join(args.folder, args.out.name, args.out))


def _average(args: argparse.Namespace) -> None:
    from training.checkpoint import average

    average(args.checkpoints, args.out, args.shares)


def _shrink(args: argparse.Namespace) -> None:
    from training.checkpoint import shrink

    print(f"{shrink(args.checkpoint, args.out) / 1e6:.1f} MB")


def _warm_start(args: argparse.Namespace) -> None:
    from training.warm_start import turn_round, warm_start

    if args.reverse:
        print(turn_round(args.package, args.out))
    else:
        print(warm_start(args.package, args.out, args.vocabulary, not args.no_extend))


def _train(args: argparse.Namespace) -> None:
    from training.train import Plan, Run

    preset = PRESETS[args.preset]
    mix = dict(STAGES[args.stage + ("-reverse" if args.reverse else "")])
    mix |= _shares(args.mix)
    Run(
        Plan(
            data=args.data,
            out=args.out,
            parts={n: t for n, t in mix.items() if t and (args.data / f"{n}.npz").exists()},
            minutes=args.minutes,
            peak=args.peak or preset["peak"],
            init=args.init,
            reverse=args.reverse,
            hold=args.hold,
            tokens=int(args.tokens or preset["tokens"]),
            dropout=preset["dropout"] if args.dropout is None else args.dropout,
            average=preset["average"],
            save_minutes=preset["save"],
            seed=args.seed,
            threads=args.threads,
            shape={
                k: int(getattr(args, k) or preset[k])
                for k in ("width", "heads", "ffn", "encoders", "decoders")
            },
        )
    ).train()


def _export(args: argparse.Namespace) -> None:
    from training.export import archive, export

    folder = export(
        args.checkpoint, args.vocabulary, args.out, args.direction, args.version, args.card
    )
    print(archive(folder) if args.archive else folder)


def _glossary(args: argparse.Namespace) -> None:
    from training.glossary import write

    print(f"{write(args.corpora, args.package)} words")


def _phrases(args: argparse.Namespace) -> None:
    from training.phrases import write

    print(f"{write(args.corpora, args.package)} phrases")


def _shortlist(args: argparse.Namespace) -> None:
    from training.shortlist import write

    print(f"{write(args.data, args.package)} pieces")


def _evaluate(args: argparse.Namespace) -> None:
    from training.evaluate import Sets, table

    text = table([args.package, *args.compare], Sets(args.eval, args.data), args.threads)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    steps = parser.add_subparsers(required=True, metavar="STEP")

    def step(
        name: str, run: Callable[[argparse.Namespace], None], about: str
    ) -> argparse.ArgumentParser:
        added = steps.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        added.add_argument("--seed", type=int, default=7)
        added.add_argument("--threads", type=int, default=2)
        return added

    p = step("prepare", _prepare, "clean, vary and tokenise the corpora")
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--vocabulary", type=Path, required=True, help="written by warm-start")
    p.add_argument("--lexicon", type=Path, help="folder of the lexicon's *.json")
    p.add_argument("--evaluation", type=Path, help="tables whose rows must stay out")
    p.add_argument("--extra", type=Path, help="written by as-given")
    p.add_argument("--out", type=Path, required=True)

    p = step("as-given", _as_given, "write comments as the program gives them to the engine")
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)

    p = step("pack", _pack, "put prepared data into one file under 60 MB")
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--keep", nargs="*", default=[], metavar="PART=SHARE", help="thin out parts")
    p.add_argument("extra", type=Path, nargs="*", help="further files to take along")

    p = step("unpack", _unpack, "the reverse of pack")
    p.add_argument("packed", type=Path)
    p.add_argument("--out", type=Path, required=True)

    p = step("split", _split, "cut a file into shards of 15 MB")
    p.add_argument("file", type=Path)
    p.add_argument("--out", type=Path, required=True)

    p = step("join", _join, "put the shards of a file together again")
    p.add_argument("folder", type=Path)
    p.add_argument("--out", type=Path, required=True, help="named as the file that was cut")

    p = step("warm-start", _warm_start, "package -> float checkpoint and vocabulary")
    p.add_argument("package", type=Path, help="package folder; with --reverse a checkpoint")
    p.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    p.add_argument("--vocabulary", type=Path, default=Path("vocabulary"))
    p.add_argument("--no-extend", action="store_true", help="leave the vocabularies as they are")
    p.add_argument("--reverse", action="store_true", help="turn a checkpoint's direction round")

    p = step("train", _train, "train for some minutes, or go on with a run that was cut off")
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True, help="checkpoint; gone on from if there")
    p.add_argument("--init", type=Path, help="checkpoint to begin from")
    p.add_argument("--minutes", type=float, required=True)
    p.add_argument("--preset", choices=PRESETS, default="cpu")
    p.add_argument("--stage", choices=("main", "fine"), default="main")
    p.add_argument("--reverse", action="store_true", help="English to Chinese")
    p.add_argument("--mix", nargs="*", default=[], metavar="PART=TIMES")
    p.add_argument("--peak", type=float, help="highest learning rate")
    p.add_argument("--hold", type=float, default=0.3, help="share of the time at the peak")
    p.add_argument("--dropout", type=float)
    for name in ("tokens", "width", "heads", "ffn", "encoders", "decoders"):
        p.add_argument(f"--{name}", type=int)

    p = step("average", _average, "weighted mean of checkpoints")
    p.add_argument("checkpoints", type=Path, nargs="+")
    p.add_argument("--shares", type=float, nargs="*")
    p.add_argument("--out", type=Path, required=True)

    p = step("shrink", _shrink, "checkpoint -> its averaged weights in int8, to carry")
    p.add_argument("checkpoint", type=Path)
    p.add_argument("--out", type=Path, required=True)

    p = step("export", _export, "checkpoint -> package folder")
    p.add_argument("checkpoint", type=Path)
    p.add_argument("--vocabulary", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--direction", choices=("zh_en", "en_zh"), default="zh_en")
    p.add_argument("--version", required=True)
    p.add_argument("--card", type=Path, help="model card, to be the package's README.md")
    p.add_argument("--archive", action="store_true", help="also write the .argosmodel file")

    p = step("glossary", _glossary, "write English for seldom words beside a package's model")
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--package", type=Path, required=True, help="package folder, zh_en")

    p = step("phrases", _phrases, "write translations of short comments beside a package's model")
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--package", type=Path, required=True, help="package folder")

    p = step("shortlist", _shortlist, "write which pieces can become which beside a model")
    p.add_argument("--data", type=Path, required=True, help="prepared data")
    p.add_argument("--package", type=Path, required=True, help="package folder, zh_en")

    p = step("evaluate", _evaluate, "measure packages side by side")
    p.add_argument("--package", type=Path, required=True)
    p.add_argument("--compare", type=Path, nargs="*", default=[])
    p.add_argument("--eval", type=Path, help="folder of the evaluation tables")
    p.add_argument("--data", type=Path, help="prepared data, for held-out lines and copy test")
    p.add_argument("--out", type=Path, help="write the table here too")
    return parser


if __name__ == "__main__":
    arguments = _parser().parse_args()
    arguments.run(arguments)
