"""MLP 784-256-128-10 with Adam in NumPy, as one writes it by hand: the peer of mnist-epoch."""

import numpy as np
from peer import serve

SIZES = [784, 256, 128, 10]
BETA1, BETA2, EPSILON, RATE = np.float32(0.9), np.float32(0.999), np.float32(1e-8), 1e-3


def mlp(n):
    rng = np.random.default_rng(0)
    images = rng.random((n, 784), dtype=np.float32)
    labels = rng.integers(0, 10, n)
    weights = [(rng.standard_normal((a, b)) * np.sqrt(2 / a)).astype(np.float32)
               for a, b in zip(SIZES, SIZES[1:])]
    parameters = weights + [np.zeros(b, np.float32) for b in SIZES[1:]]
    m = [np.zeros_like(p) for p in parameters]
    v = [np.zeros_like(p) for p in parameters]
    steps = 0

    def gradients(x, y):
        w1, w2, w3, b1, b2, b3 = parameters
        z1 = x @ w1 + b1
        a1 = np.maximum(z1, 0)
        z2 = a1 @ w2 + b2
        a2 = np.maximum(z2, 0)
        z3 = a2 @ w3 + b3
        e = np.exp(z3 - z3.max(1, keepdims=True))
        d3 = e / e.sum(1, keepdims=True)
        d3[np.arange(len(y)), y] -= 1
        d3 /= np.float32(len(y))
        d2 = (d3 @ w3.T) * (z2 > 0)
        d1 = (d2 @ w2.T) * (z1 > 0)
        return [x.T @ d1, a1.T @ d2, a2.T @ d3, d1.sum(0), d2.sum(0), d3.sum(0)]

    def epoch():
        nonlocal steps
        order = rng.permutation(n)
        for start in range(0, n, 128):
            rows = order[start:start + 128]
            steps += 1
            rate = np.float32(RATE * np.sqrt(1 - 0.999**steps) / (1 - 0.9**steps))
            for i, g in enumerate(gradients(images[rows], labels[rows])):
                m[i] += (1 - BETA1) * (g - m[i])
                v[i] += (1 - BETA2) * (g * g - v[i])
                parameters[i] -= rate * m[i] / (np.sqrt(v[i]) + EPSILON)

    return epoch


serve({"mlp": mlp}, versions={"numpy": np.__version__})
