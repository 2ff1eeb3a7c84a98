"""A benchmark peer's side of the conversation: JSON lines on stdin and stdout.

A peer's script ends with

    serve({"gemm": gemm}, versions={"numpy": numpy.__version__})

where `gemm(**args)` makes the data and returns the function to time, or that function and
another one that reports further numbers:

    def gemm(n):
        a = numpy.ones((n, n))
        return lambda: a @ a

A request is {"case": "gemm", "args": {"n": 64}, "repeat": 10}; the answer is
{"cpu": seconds, "wall": seconds, ...} for all the runs together.
"""

import gc
import json
import os
import platform
import sys
import time


def serve(cases, versions=None):
    """Answers requests until stdin ends. Anything printed meanwhile goes to stderr."""
    channel = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def send(message):
        channel.write(json.dumps(message) + "\n")
        channel.flush()

    send({"ready": True, "versions": {"python": platform.python_version(), **(versions or {})}})
    prepared_for, run, report = None, None, None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            wanted = (request["case"], json.dumps(request.get("args", {}), sort_keys=True))
            if wanted != prepared_for:
                prepared_for, run, report = None, None, None
                made = cases[request["case"]](**request.get("args", {}))
                run, report = made if isinstance(made, tuple) else (made, None)
                prepared_for = wanted
            answer = measure(run, request["repeat"])
            send({**(report() if report else {}), **answer})
        except Exception as error:  # the bench shows it and goes on with the next case
            send({"error": f"{type(error).__name__}: {error}"})


def measure(run, repeat):
    gc.collect()
    wall = time.perf_counter()
    cpu = time.process_time()
    for _ in range(repeat):
        run()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
