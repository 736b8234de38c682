"""Which CTranslate2 variable holds which parameter of our model: used in both directions."""


def variable_names(encoders: int, decoders: int) -> dict[str, str]:
    """Return {our parameter: CTranslate2 variable} for a model of these depths."""
    names = {
        "se.weight": "encoder/embeddings_0/weight",
        "te.weight": "decoder/embeddings/weight",
        "out_b": "decoder/projection/bias",
    }

    def linear(ours: str, theirs: str) -> None:
        for part in ("weight", "bias"):
            names[f"{ours}.{part}"] = f"{theirs}/{part}"

    def norm(ours: str, theirs: str) -> None:
        names[f"{ours}.weight"], names[f"{ours}.bias"] = f"{theirs}/gamma", f"{theirs}/beta"

    def common(ours: str, theirs: str, last_norm: str) -> None:
        norm(f"{ours}.n1", f"{theirs}/self_attention/layer_norm")
        linear(f"{ours}.sa.qkv", f"{theirs}/self_attention/linear_0")
        linear(f"{ours}.sa.o", f"{theirs}/self_attention/linear_1")
        norm(f"{ours}.{last_norm}", f"{theirs}/ffn/layer_norm")
        linear(f"{ours}.ff.a", f"{theirs}/ffn/linear_0")
        linear(f"{ours}.ff.b", f"{theirs}/ffn/linear_1")

    norm("en", "encoder/layer_norm")
    norm("dn", "decoder/layer_norm")
    for i in range(encoders):
        common(f"enc.{i}", f"encoder/layer_{i}", "n2")
    for i in range(decoders):
        common(f"dec.{i}", f"decoder/layer_{i}", "n3")
        norm(f"dec.{i}.n2", f"decoder/layer_{i}/attention/layer_norm")
        linear(f"dec.{i}.ca.q", f"decoder/layer_{i}/attention/linear_0")
        linear(f"dec.{i}.ca.kv", f"decoder/layer_{i}/attention/linear_1")
        linear(f"dec.{i}.ca.o", f"decoder/layer_{i}/attention/linear_2")
    return names
