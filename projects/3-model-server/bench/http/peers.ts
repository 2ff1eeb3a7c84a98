import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPython, MissingPeer, packageRoot, type Command } from "@ml-roadmap/bench";

const root = packageRoot(import.meta.url);

/** Our server, built, with a model. */
export function ours(model: string, workers = 1): Command {
  return (port) => ({
    command: process.execPath,
    args: [join(root, "dist/src/cli.js")],
    env: { PORT: String(port), MODEL_DIR: model, WORKERS: String(workers), NODE_ENV: "production" },
  });
}

/** The tutorial service in FastAPI: the folder that ML_ROADMAP_FASTAPI names, else the one shared by the team. */
export function fastApi(workers = 1): Command {
  const folder = process.env["ML_ROADMAP_FASTAPI"] ?? join(root, "../../../shared/peers/fastapi");
  return (port) => {
    const python = findPython(["fastapi", "uvicorn", "numpy"]);
    if (python === undefined) {
      throw new MissingPeer("FastAPI is not installed", "pip install fastapi uvicorn numpy");
    }
    if (!existsSync(join(folder, "app.py"))) {
      throw new MissingPeer("its app.py is not here", "set ML_ROADMAP_FASTAPI to its folder");
    }
    const args = ["-m", "uvicorn", "app:app", "--port", String(port), "--workers", String(workers)];
    // One thread for linear algebra, as one process has here.
    return { command: python, args, cwd: folder, env: { OPENBLAS_NUM_THREADS: "1" } };
  };
}
