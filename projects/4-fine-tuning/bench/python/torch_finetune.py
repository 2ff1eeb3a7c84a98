"""Fine-tuning roadmap-bert in PyTorch: the same sizes, batches, dropout, optimiser and clipping as bench/ours.ts."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from peer import serve

VOCABULARY, POSITIONS, HIDDEN, INNER, LAYERS, HEADS, RATE, RANK = 8000, 128, 256, 1024, 4, 4, 0.1, 8


class Projection(nn.Module):
    """A linear layer, with a low-rank update when `rank` is not 0."""

    def __init__(self, rank):
        super().__init__()
        self.base, self.rank = nn.Linear(HIDDEN, HIDDEN), rank
        if rank:
            self.down, self.up = nn.Linear(HIDDEN, rank, bias=False), nn.Linear(rank, HIDDEN, bias=False)

    def forward(self, x):
        y = self.base(x)
        return y + 2 * self.up(self.down(x)) if self.rank else y


class Layer(nn.Module):
    def __init__(self, rank):
        super().__init__()
        self.query, self.key, self.value = Projection(rank), Projection(0), Projection(rank)
        self.output, self.norm1 = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, 1e-12)
        self.wide, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, 1e-12)
        self.drop = nn.Dropout(RATE)

    def forward(self, x, bias):
        b, s, h = x.shape
        split = lambda t: t.view(b, s, HEADS, h // HEADS).transpose(1, 2)
        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) / math.sqrt(h // HEADS) + bias
        mixed = (self.drop(scores.softmax(-1)) @ split(self.value(x))).transpose(1, 2).reshape(b, s, h)
        x = self.norm1(self.drop(self.output(mixed)) + x)
        return self.norm2(self.drop(self.narrow(F.gelu(self.wide(x)))) + x)


class Bert(nn.Module):
    def __init__(self, rank):
        super().__init__()
        self.words, self.places, self.kinds = nn.Embedding(VOCABULARY, HIDDEN), nn.Embedding(POSITIONS, HIDDEN), nn.Embedding(2, HIDDEN)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, 1e-12), nn.Dropout(RATE)
        self.layers = nn.ModuleList(Layer(rank) for _ in range(LAYERS))
        self.pooler, self.classifier = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, 2)

    def forward(self, ids, mask):
        x = self.words(ids) + self.places(torch.arange(ids.shape[1])) + self.kinds(torch.zeros_like(ids))
        x = self.drop(self.norm(x))
        bias = (1 - mask.float())[:, None, None, :] * -1e9
        for layer in self.layers:
            x = layer(x, bias)
        return self.classifier(self.drop(torch.tanh(self.pooler(x[:, 0]))))


def epoch(kind, lengths):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = Bert(RANK if kind == "lora" else 0)
    for p in model.parameters():
        if p.dim() > 1:
            nn.init.normal_(p, std=0.02)
    if kind == "lora":
        for name, p in model.named_parameters():
            p.requires_grad_("down" in name or "up." in name or name.startswith(("classifier", "pooler")))
    batches = []
    for texts in lengths:
        longest = max(texts)
        mask = torch.tensor([[1] * n + [0] * (longest - n) for n in texts])
        batches.append((torch.randint(5, VOCABULARY, mask.shape) * mask, mask, torch.arange(len(texts)) % 2))
    if kind == "answers":
        model.eval()

        def run():
            with torch.inference_mode():
                for ids, mask, _ in batches:
                    model(ids, mask)

        return run

    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [dict(params=[p for p in trained if p.dim() > 1], weight_decay=0.01), dict(params=[p for p in trained if p.dim() == 1], weight_decay=0.0)]
    optimizer = torch.optim.AdamW(groups, lr=1e-4, eps=1e-6)

    def run():
        for ids, mask, labels in batches:
            optimizer.zero_grad(set_to_none=True)
            F.cross_entropy(model(ids, mask), labels).backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()

    return run


serve({"epoch": epoch}, versions={"torch": torch.__version__})
