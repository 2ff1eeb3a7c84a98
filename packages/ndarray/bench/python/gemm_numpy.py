import os
import sys

import numpy as np
from peer import serve

sys.path.insert(0, os.path.dirname(__file__))
from blas import blas_version  # noqa: E402


def product(m, k, n, form, dtype):
    rng = np.random.default_rng(0)
    a = rng.standard_normal((m, k) if form[0] == "n" else (k, m)).astype(dtype)
    b = rng.standard_normal((k, n) if form[1] == "n" else (n, k)).astype(dtype)
    a = a if form[0] == "n" else a.T
    b = b if form[1] == "n" else b.T
    out = np.empty((m, n), dtype)
    return lambda: np.matmul(a, b, out=out)


serve({"product": product}, versions={"numpy": f"{np.__version__} ({blas_version()})"})
