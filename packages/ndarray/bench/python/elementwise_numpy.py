import os
import sys

import numpy as np
from peer import serve

sys.path.insert(0, os.path.dirname(__file__))
from blas import blas_version  # noqa: E402


def sigmoid(x, out):
    np.negative(x, out=out)
    np.exp(out, out=out)
    np.add(out, 1, out=out)
    return np.divide(1, out, out=out)


functions = {
    "add": lambda x, y, out: np.add(x, y, out=out),
    "multiply by a number": lambda x, y, out: np.multiply(x, 1.5, out=out),
    "divide": lambda x, y, out: np.divide(x, y, out=out),
    "maximum": lambda x, y, out: np.maximum(x, y, out=out),
    "sqrt": lambda x, y, out: np.sqrt(x, out=out),
    "abs": lambda x, y, out: np.abs(x, out=out),
    "exp": lambda x, y, out: np.exp(x, out=out),
    "log": lambda x, y, out: np.log(x, out=out),
    "tanh": lambda x, y, out: np.tanh(x, out=out),
    "sigmoid": lambda x, y, out: sigmoid(x, out),
    "less": lambda x, y, out: np.less(x, y),
    "where": lambda x, y, out: np.where(x < y, x, y),
}


def elementwise(name, n, dtype, layout):
    rng = np.random.default_rng(0)
    function = functions[name]
    if layout == "contiguous":
        x, y = (rng.uniform(0.1, 4, n).astype(dtype) for _ in range(2))
        out = np.empty(n, dtype)
    elif layout == "every second":
        x, y = (rng.uniform(0.1, 4, 2 * n).astype(dtype)[::2] for _ in range(2))
        out = np.empty(2 * n, dtype)[::2]
    else:
        side = round(n**0.5)
        x = rng.uniform(0.1, 4, (side, side)).astype(dtype).T
        y = rng.uniform(0.1, 4, side).astype(dtype)
        out = np.empty((side, side), dtype)
    return lambda: function(x, y, out)


serve({"elementwise": elementwise}, versions={"numpy": f"{np.__version__} ({blas_version()})"})
