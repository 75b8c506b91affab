"""Write a model of random weights, small enough to start at once: a real server with nothing to download.

Run as `python tiny_model.py OUT.gguf` by the interpreter in the server's cache folder, which has `gguf` and numpy.
Its vocabulary is one token a byte. It knows nothing; it only leans to the bytes that open and close strings, lists and
objects, and to the end of a text, so that a reply under a grammar comes to its end.
"""

import sys
from pathlib import Path

import gguf  # type: ignore[import-not-found]  # installed in the server's cache folder alone
import numpy as np
from numpy.typing import NDArray

CONTEXT = 32768
WIDTH, FEED_FORWARD, LAYERS, HEADS = 64, 128, 2, 4
SPECIAL = ("<unk>", "<s>", "</s>")
LEAN = {'"': 4.5, "{": 4.0, "}": 2.0, "]": 1.0, ",": 1.0}
LEAN_TO_END = 4.0
CONSTANT = 8.0
"""Each token's first number, large beside the random rest: after the norm it is about the root of the width."""

CHAT_TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}assistant:"
)

Weights = NDArray[np.float32]


def main() -> None:
    """Write the file named on the command line."""
    out = Path(sys.argv[1])
    part = out.with_suffix(".part")
    writer = gguf.GGUFWriter(part, "llama")
    describe(writer)
    add_vocabulary(writer)
    for name, weights in weights_of(np.random.default_rng(4)):
        writer.add_tensor(name, weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    part.rename(out)


def describe(writer: gguf.GGUFWriter) -> None:
    """Write the measures of the model."""
    writer.add_name("tiny")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_chat_template(CHAT_TEMPLATE)


def add_vocabulary(writer: gguf.GGUFWriter) -> None:
    """Write one token a byte, after the special ones."""
    tokens = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256))]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL, *([gguf.TokenType.BYTE] * 256)]
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(False)


def weights_of(random: np.random.Generator) -> list[tuple[str, Weights]]:
    """Return every tensor by its name."""
    count = len(SPECIAL) + 256

    def matrix(rows: int, columns: int) -> Weights:
        return random.normal(0.0, 0.02, (rows, columns)).astype(np.float32)

    embedding = matrix(count, WIDTH)
    embedding[:, 0] = CONSTANT
    tensors = [("token_embd.weight", embedding), ("output_norm.weight", ones()), ("output.weight", output(random))]
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        tensors += [(f"{block}.attn_norm.weight", ones()), (f"{block}.ffn_norm.weight", ones())]
        tensors += [(f"{block}.attn_{one}.weight", matrix(WIDTH, WIDTH)) for one in ("q", "k", "v", "output")]
        tensors += [(f"{block}.ffn_{one}.weight", matrix(FEED_FORWARD, WIDTH)) for one in ("gate", "up")]
        tensors.append((f"{block}.ffn_down.weight", matrix(WIDTH, FEED_FORWARD)))
    return tensors


def ones() -> Weights:
    """Return the weights of a norm that only scales."""
    return np.ones(WIDTH, dtype=np.float32)


def output(random: np.random.Generator) -> Weights:
    """Return the head: random, with the leaning carried by what every token has in common."""
    head = random.normal(0.0, 0.5, (len(SPECIAL) + 256, WIDTH)).astype(np.float32)
    head[:, 0] = 0.0
    for character, lean in LEAN.items():
        head[len(SPECIAL) + ord(character), 0] = lean / np.sqrt(WIDTH)
    head[SPECIAL.index("</s>"), 0] = LEAN_TO_END / np.sqrt(WIDTH)
    return head


if __name__ == "__main__":
    main()
