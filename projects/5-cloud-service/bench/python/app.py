"""The model of phase 4 as one serves it with what Debian has: PyTorch behind FastAPI.

    MODEL_DIR=folder uvicorn app:app

There is no transformers package there, so BERT's encoder and WordPiece are written out, as Hugging Face has them. A
word's pieces are kept, since Python would spend more time on them than the tokenizers library, which is Rust, does. Weights
are float32: 8-bit ones (`quantize_dynamic`) took more time in Debian's PyTorch 1.13 with either of its engines.
"""

import json
import os
import struct
import unicodedata
from functools import lru_cache

import torch
from fastapi import FastAPI
from pydantic import BaseModel
from torch import nn
from torch.nn import functional as F

FOLDER = os.environ["MODEL_DIR"]
torch.set_num_threads(1)


def read_json(name):
    with open(os.path.join(FOLDER, name), encoding="utf8") as file:
        return json.load(file)


def read_safetensors(name):
    with open(os.path.join(FOLDER, name), "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for key, entry in header.items():
        assert entry["dtype"] == "F32", entry
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(data, dtype=torch.float32, offset=begin, count=(end - begin) // 4)
        tensors[key] = flat.reshape(entry["shape"])
    return tensors


config = read_json("config.json")
H = config["hidden_size"]
A = config["num_attention_heads"]
EPS = config["layer_norm_eps"]
LABELS = [config["id2label"][str(k)] for k in range(len(config["id2label"]))]
LONGEST = read_json("tokenizer_config.json").get("model_max_length", config["max_position_embeddings"])


class Layer(nn.Module):
    """An encoder layer of BERT: (B, S, H) -> (B, S, H)."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(H, H) for _ in range(4))
        self.inner = nn.Linear(H, config["intermediate_size"])
        self.outer = nn.Linear(config["intermediate_size"], H)
        self.norm1, self.norm2 = nn.LayerNorm(H, EPS), nn.LayerNorm(H, EPS)

    def forward(self, x):
        B, S, _ = x.shape
        q, k, v = (f(x).view(B, S, A, H // A).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(2, 3) / (H // A) ** 0.5, -1)
        heard = (weights @ v).transpose(1, 2).reshape(B, S, H)
        a = self.norm1(x + self.attended(heard))
        return self.norm2(a + self.outer(F.gelu(self.inner(a))))


class Classifier(nn.Module):
    """Token ids (1, S), one text and so no padding -> logits (1, K)."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(config["vocab_size"], H)
        self.positions = nn.Embedding(config["max_position_embeddings"], H)
        self.types = nn.Embedding(config["type_vocab_size"], H)
        self.norm = nn.LayerNorm(H, EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(config["num_hidden_layers"]))
        self.pooler = nn.Linear(H, H)
        self.classifier = nn.Linear(H, len(LABELS))

    def forward(self, ids):
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.types.weight[0]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x)
        text = x.mean(1) if config.get("classifier_pooling") == "mean" else x[:, 0]
        return self.classifier(torch.tanh(self.pooler(text)))


NAMES = {
    "words.": "embeddings.word_embeddings.",
    "positions.": "embeddings.position_embeddings.",
    "types.": "embeddings.token_type_embeddings.",
    "norm.": "embeddings.LayerNorm.",
    "pooler.": "pooler.dense.",
    "query.": "attention.self.query.",
    "key.": "attention.self.key.",
    "value.": "attention.self.value.",
    "attended.": "attention.output.dense.",
    "norm1.": "attention.output.LayerNorm.",
    "inner.": "intermediate.dense.",
    "outer.": "output.dense.",
    "norm2.": "output.LayerNorm.",
}


def name_in_file(name):
    """layers.0.query.weight -> bert.encoder.layer.0.attention.self.query.weight"""
    if name.startswith("classifier."):
        return name
    prefix, rest = "bert.", name
    if name.startswith("layers."):
        _, number, rest = name.split(".", 2)
        prefix = f"bert.encoder.layer.{number}."
    part, kind = rest.split(".")
    return prefix + NAMES[part + "."] + kind


def load():
    model = Classifier().eval()
    tensors = read_safetensors("model.safetensors")
    model.load_state_dict({name: tensors[name_in_file(name)] for name in model.state_dict()})
    return model


tokenizer = read_json("tokenizer.json")
VOCABULARY = tokenizer["model"]["vocab"]
UNKNOWN, OPEN, CLOSE = (VOCABULARY[token] for token in ("[UNK]", "[CLS]", "[SEP]"))


def is_punctuation(c):
    code = ord(c)
    ascii_marks = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_marks or unicodedata.category(c).startswith("P")


def is_chinese(c):
    code = ord(c)
    ranges = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
    return any(low <= code <= high for low, high in ranges)


def words_of(text):
    """BERT's normalizer and pre-tokenizer: lower case without accents, punctuation marks alone."""
    text = unicodedata.normalize("NFD", text.lower())
    out = []
    for c in text:
        category = unicodedata.category(c)
        if c in "\t\n\r" or category == "Zs":
            out.append(" ")
        elif category == "Mn" or category.startswith("C") or c == "\ufffd":
            continue
        elif is_punctuation(c) or is_chinese(c):
            out.append(f" {c} ")
        else:
            out.append(c)
    return "".join(out).split()


@lru_cache(maxsize=100_000)
def pieces(word):
    """The longest pieces of a word, from its beginning; unknown where there are none."""
    if len(word) > tokenizer["model"]["max_input_chars_per_word"]:
        return (UNKNOWN,)
    found, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in VOCABULARY:
                found.append(VOCABULARY[piece])
                start = end
                break
        else:
            return (UNKNOWN,)
    return tuple(found)


def encode(text):
    ids = [piece for word in words_of(text) for piece in pieces(word)]
    return [OPEN, *ids[: LONGEST - 2], CLOSE]


model = load()
app = FastAPI()


class Text(BaseModel):
    text: str


# Not `def`: a thread for every request costs more than it brings where all of them compute.
@app.post("/v1/classify")
async def classify(body: Text):
    with torch.inference_mode():
        scores = torch.softmax(model(torch.tensor([encode(body.text)])), -1)[0].tolist()
    best = max(range(len(scores)), key=scores.__getitem__)
    return {"label": LABELS[best], "score": scores[best], "scores": dict(zip(LABELS, scores))}
