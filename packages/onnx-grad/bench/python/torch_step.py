"""One training step of BERT in PyTorch: the same model, batches, optimiser and clipping as bench/peers/onnx-grad-step.ts."""

import json
import math
import resource
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint

from peer import serve

SIZES = {"tiny": (2, 128), "mini": (4, 256), "small": (4, 512), "base": (12, 768)}


class Projection(nn.Module):
    """A linear layer, with a low-rank update when `rank` is not 0."""

    def __init__(self, hidden, rank):
        super().__init__()
        self.base, self.rank = nn.Linear(hidden, hidden), rank
        if rank:
            self.lora_a = nn.Linear(hidden, rank, bias=False)
            self.lora_b = nn.Linear(rank, hidden, bias=False)

    def forward(self, x):
        y = self.base(x)
        return y + 2 * self.lora_b(self.lora_a(x)) if self.rank else y


class Layer(nn.Module):
    def __init__(self, hidden, heads, rank):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = Projection(hidden, rank), Projection(hidden, 0), Projection(hidden, rank)
        self.output, self.norm1 = nn.Linear(hidden, hidden), nn.LayerNorm(hidden, 1e-12)
        self.wide, self.narrow = nn.Linear(hidden, 4 * hidden), nn.Linear(4 * hidden, hidden)
        self.norm2 = nn.LayerNorm(hidden, 1e-12)

    def forward(self, x, bias):
        b, s, h = x.shape
        split = lambda t: t.view(b, s, self.heads, h // self.heads).transpose(1, 2)
        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) / math.sqrt(h // self.heads) + bias
        mixed = (scores.softmax(-1) @ split(self.value(x))).transpose(1, 2).reshape(b, s, h)
        x = self.norm1(self.output(mixed) + x)
        return self.norm2(self.narrow(F.gelu(self.wide(x))) + x)


class Bert(nn.Module):
    def __init__(self, layers, hidden, rank, checkpointing):
        super().__init__()
        self.checkpointing = checkpointing
        self.words, self.places, self.kinds = nn.Embedding(30522, hidden), nn.Embedding(512, hidden), nn.Embedding(2, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(hidden, hidden // 64, rank) for _ in range(layers))
        self.pooler, self.classifier = nn.Linear(hidden, hidden), nn.Linear(hidden, 2)

    def forward(self, ids, kinds, mask):
        x = self.norm(self.words(ids) + self.places(torch.arange(ids.shape[1])) + self.kinds(kinds))
        bias = (1 - mask.float())[:, None, None, :] * -1e9
        for layer in self.layers:
            x = checkpoint(layer, x, bias, use_reentrant=False) if self.checkpointing else layer(x, bias)
        return self.classifier(torch.tanh(self.pooler(x[:, 0])))


def check_products():
    """Some versions of OpenBLAS compute wrong products on processors that are newer than they are: no peer to measure."""
    torch.manual_seed(1)
    for m, k, n in ((3, 5, 7), (64, 48, 96), (130, 77, 65)):
        a, b = torch.randn(m, k), torch.randn(n, k)
        right = (a.double()[:, None] * b.double()[None]).sum(-1)
        if (a @ b.T - right).abs().max() > 1e-4:
            raise RuntimeError("this PyTorch multiplies wrongly here; with OpenBLAS, try OPENBLAS_CORETYPE=Haswell")


def step(size, b, s, mode, threads):
    torch.set_num_threads(threads)
    check_products()
    torch.manual_seed(0)
    layers, hidden = SIZES[size]
    model = Bert(layers, hidden, 8 if mode == "lora" else 0, mode == "checkpoint")
    for p in model.parameters():
        if p.dim() > 1:
            nn.init.normal_(p, std=0.02)
    if mode == "lora":
        for name, p in model.named_parameters():
            p.requires_grad_("lora" in name or name.startswith(("classifier", "pooler")))
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [dict(params=[p for p in trained if p.dim() > 1], weight_decay=0.01), dict(params=[p for p in trained if p.dim() == 1], weight_decay=0.0)]
    optimizer = torch.optim.AdamW(groups, lr=1e-4)
    batches = []
    for _ in range(8):
        ids = (1 + torch.rand(b, s) ** 3 * 30520).long()
        batches.append((ids, torch.zeros(b, s, dtype=torch.long), torch.ones(b, s, dtype=torch.long), torch.randint(0, 2, (b,))))
    turn = [0]

    def run():
        ids, kinds, mask, labels = batches[turn[0] % 8]
        turn[0] += 1
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(ids, kinds, mask), labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        return loss.item()

    return run, lambda: {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)}


serve({"step": step}, versions={"torch": torch.__version__})
