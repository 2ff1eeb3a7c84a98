import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MissingPeer, packageRoot } from "@ml-roadmap/bench";
import type { Runner, Sample, Session } from "@ml-roadmap/bench";

// Every contestant of every case has a process of its own, so that its peak memory is its own too.

type Command = { readonly command: string; readonly args: readonly string[] };

/** Runs `command` with `request` as its last argument; it speaks the JSON lines of bench/python/peer.py. */
function childRunner(find: () => Command, request: object, threads: number): Runner {
  return {
    async start({ processes }) {
      const { command, args } = find();
      const variables = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];
      const limits = Object.fromEntries(variables.map((name) => [name, String(threads)]));
      const python = join(packageRoot(import.meta.resolve("@ml-roadmap/bench")), "python");
      const child = processes.spawn(command, [...args, JSON.stringify({ ...request, threads })], {
        stdio: ["pipe", "pipe", "pipe"],
        env: { ...process.env, ...limits, PYTHONPATH: python },
      });
      let said = "";
      child.stderr?.on("data", (chunk: Buffer) => (said = (said + String(chunk)).slice(-2000)));
      const { stdin, stdout } = child;
      if (stdin === null || stdout === null) throw new Error(`${command} has no pipes`);
      const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
      const answer = async (): Promise<Record<string, unknown>> => {
        const { value, done } = await lines.next();
        if (done) throw new Error(`${command} ended: ${said}`);
        const message: Record<string, unknown> = JSON.parse(value);
        if (typeof message["error"] === "string") throw new Error(message["error"]);
        return message;
      };
      const versions = textValues((await answer())["versions"]);
      return {
        versions,
        async measure(repeat): Promise<Sample> {
          stdin.write(
            `${JSON.stringify({ case: "step", args: { ...request, threads }, repeat })}\n`,
          );
          const { cpu, wall, peak } = await answer();
          return {
            cpu: Number(cpu) / repeat,
            wall: Number(wall) / repeat,
            peak: Number(peak),
          };
        },
        close() {
          stdin.end();
        },
      } satisfies Session;
    },
  };
}

function textValues(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

/** A script of this folder in a Node of its own. */
export function nodeChild(script: string, request: object, threads = 1): Runner {
  const file = fileURLToPath(new URL(`./${script}.js`, import.meta.url));
  return childRunner(() => ({ command: process.execPath, args: [file] }), request, threads);
}

/** A script of bench/python, in the first Python that has `module`. */
export function pythonChild(
  script: string,
  module: string,
  request: object,
  threads: number,
): Runner {
  return childRunner(
    () => {
      const named = process.env["ML_ROADMAP_PYTHON"];
      const candidates = named === undefined ? ["python3", "/usr/bin/python3"] : [named];
      const command = candidates.find(
        (python) => spawnSync(python, ["-c", `import ${module}`]).status === 0,
      );
      if (command === undefined) {
        throw new MissingPeer(
          `found no Python with ${module}`,
          `pip install ${module}, or name one by ML_ROADMAP_PYTHON`,
        );
      }
      const file = join(packageRoot(import.meta.url), "bench", "python", `${script}.py`);
      return { command, args: [file] };
    },
    request,
    threads,
  );
}

/** TensorFlow.js, when it was installed in the folder that ML_ROADMAP_PEERS names: it is no dependency of this repository. */
export function tensorflowChild(request: object): Runner {
  const file = fileURLToPath(new URL("./tensorflow-step.js", import.meta.url));
  return childRunner(
    () => {
      const folder = process.env["ML_ROADMAP_PEERS"];
      const names = ["tfjs", "tfjs-backend-wasm"].map((name) => `@tensorflow/${name}`);
      if (!folder || !names.every((name) => existsSync(join(folder, "node_modules", name)))) {
        throw new MissingPeer(
          "TensorFlow.js is not installed",
          `npm install --prefix FOLDER ${names.join(" ")}, and set ML_ROADMAP_PEERS=FOLDER`,
        );
      }
      return { command: process.execPath, args: [file] };
    },
    request,
    1,
  );
}
