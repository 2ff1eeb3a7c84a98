import { join } from "node:path";
import { findPython, MissingPeer, packageRoot, type Command } from "@ml-roadmap/bench";
import type { Precision } from "../../src/model/precision.ts";

const root = packageRoot(import.meta.url);

/** The text service, built, without its cache; its threads as shipped. */
export const service =
  (model: string, precision: Precision, batch: number): Command =>
  (port) => ({
    command: process.execPath,
    args: [join(root, "dist/src/cli.js")],
    env: {
      PORT: String(port),
      MODEL_DIR: model,
      PRECISION: precision,
      MAX_BATCH_SIZE: String(batch),
      CACHE_MB: "0",
      LOG_LEVEL: "error",
      NODE_ENV: "production",
    },
  });

/** PyTorch behind FastAPI, one thread of computing in one process, as the service has. */
export const fastApi =
  (model: string): Command =>
  (port) => {
    const python = findPython(["fastapi", "uvicorn", "torch"]);
    if (python === undefined) {
      throw new MissingPeer(
        "FastAPI or PyTorch is not installed",
        "pip install fastapi uvicorn torch",
      );
    }
    return {
      command: python,
      args: ["-m", "uvicorn", "app:app", "--port", String(port), "--no-access-log"],
      cwd: join(root, "bench/python"),
      env: {
        MODEL_DIR: model,
        OPENBLAS_NUM_THREADS: "1",
        OMP_NUM_THREADS: "1",
        PYTHONDONTWRITEBYTECODE: "1",
      },
    };
  };
