import os
import sys

import numpy as np
from peer import serve

sys.path.insert(0, os.path.dirname(__file__))
from blas import blas_version  # noqa: E402

functions = {
    "sum": lambda x, y: x.sum(),
    "mean": lambda x, y: x.mean(),
    "max": lambda x, y: x.max(),
    "argmax": lambda x, y: x.argmax(),
    "dot": lambda x, y: np.dot(x, y),
    "sum of rows": lambda x, y: x.sum(1),
    "sum of columns": lambda x, y: x.sum(0),
    "max of rows": lambda x, y: x.max(1),
    "max of columns": lambda x, y: x.max(0),
    "matrix times vector": lambda x, y: x @ y,
    "transpose times vector": lambda x, y: x.T @ y,
}


def reduction(name, shape, dtype, layout):
    rng = np.random.default_rng(0)
    x = rng.uniform(-1, 1, shape).astype(dtype)
    y = rng.uniform(-1, 1, shape[0] if name.startswith("transpose") else shape[-1]).astype(dtype)
    if layout == "every second":
        x, y = (np.repeat(array, 2)[::2] for array in (x, y))
    function = functions[name]
    return lambda: function(x, y)


serve({"reduction": reduction}, versions={"numpy": f"{np.__version__} ({blas_version()})"})
