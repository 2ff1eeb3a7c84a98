import torch
from peer import serve

torch.set_num_threads(1)


def product(m, k, n, form, dtype):
    kind = getattr(torch, dtype)
    a = torch.randn((m, k) if form[0] == "n" else (k, m), dtype=kind)
    b = torch.randn((k, n) if form[1] == "n" else (n, k), dtype=kind)
    a = a if form[0] == "n" else a.T
    b = b if form[1] == "n" else b.T
    out = torch.empty((m, n), dtype=kind)
    return lambda: torch.mm(a, b, out=out)


serve({"product": product}, versions={"torch": torch.__version__})
