"""Which BLAS a NumPy runs on, for the table of versions."""

import ctypes
import re


def blas_version():
    """Such as "OpenBLAS 0.3.21 Haswell", or an empty string where it cannot be told."""
    try:
        with open("/proc/self/maps") as maps:
            libraries = sorted(set(re.findall(r"(/\S*blas\S*\.so\S*)", maps.read())))
    except OSError:
        return ""
    for path in libraries:
        library = ctypes.CDLL(path)
        for prefix in ("", "scipy_"):
            for suffix in ("", "64_"):
                try:
                    config = getattr(library, f"{prefix}openblas_get_config{suffix}")
                    core = getattr(library, f"{prefix}openblas_get_corename{suffix}")
                except AttributeError:
                    continue
                config.restype = core.restype = ctypes.c_char_p
                return f"{' '.join(config().decode().split()[:2])} {core().decode()}"
    return ""
