import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPython } from "./find-python.ts";
import { packageRoot } from "./package-root.ts";

// The command is run as users run it, from `dist`, on a repository made of the fixtures.
const home = packageRoot(import.meta.url);
const fixtures = join(home, "fixtures");
const hasPython = findPython([]) !== undefined;
let root = "";
let script = "";

beforeAll(() => {
  const require = createRequire(import.meta.url);
  const typescript = dirname(require.resolve("typescript/package.json"));
  execFileSync(process.execPath, [join(typescript, "bin", "tsc"), "-b", home]);
  root = mkdtempSync(join(tmpdir(), "bench-main-"));
  const owner = join(root, "packages", "fake");
  mkdirSync(join(owner, "dist", "bench"), { recursive: true });
  mkdirSync(join(owner, "bench"));
  writeFileSync(join(owner, "package.json"), '{ "type": "module" }');
  for (const file of readdirSync(fixtures)) {
    const name = file.replace(/\.js$/, "");
    const to = file.endsWith(".py") ? join("bench", file) : join("dist", "bench", file);
    copyFileSync(join(fixtures, file), join(owner, to));
    if (name !== file) writeFileSync(join(owner, "bench", `${name}.ts`), "");
  }
  mkdirSync(join(root, "node_modules", "@ml-roadmap"), { recursive: true });
  symlinkSync(home, join(root, "node_modules", "@ml-roadmap", "bench"), "junction");
  script = join(root, "run.mjs");
  const main = pathToFileURL(join(home, "dist", "src", "main.js")).href;
  const text = `import { main } from ${JSON.stringify(main)};
    await main(process.argv.slice(2), ${JSON.stringify(root)});`;
  writeFileSync(script, text);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  args: readonly string[],
  whileRunning?: (pid: number) => unknown,
): Promise<Ended> {
  const env = { ...process.env, ML_ROADMAP_NODES: "" };
  const child = spawn(process.execPath, [script, ...args], { env });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const closed = once(child, "close");
  await whileRunning?.(child.pid ?? 0);
  await closed;
  return { code: child.exitCode, ...output };
}

interface Result {
  readonly rows: readonly {
    readonly case: string;
    readonly ours: Record<string, number>;
    readonly peers: Record<string, number>;
    readonly ratio: Record<string, number>;
  }[];
}

const readResult = (path: string): Result => JSON.parse(readFileSync(path, "utf8"));

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean) {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(50);
  return condition();
}

// Child processes on a busy machine take their time.
describe("bench", { timeout: 120_000 }, () => {
  it("bench --list names the suites", async () => {
    const { stdout, code } = await run(["--list"]);
    expect(code).toBe(0);
    expect(stdout).toContain("demo             sums of numbers (fake)\n");
    expect(stdout).toContain("endless          never ends (fake)\n");
  });

  it("bench --help explains, bench alone too, and fails", async () => {
    expect(await run(["--help"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Usage: bench/),
    });
    expect(await run([])).toMatchObject({ code: 1, stderr: expect.stringMatching(/Usage: bench/) });
  });

  it("bench with what does not exist says what does", async () => {
    expect(await run(["nope"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/there are: broken, demo, endless/),
    });
    expect(await run(["demo", "--filter", "zz"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/there are: sum 1000, /),
    });
    expect(await run(["demo", "--rounds", "0"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/above 0/),
    });
    expect(await run(["demo", "--rounds", "1.5"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/whole number/),
    });
    expect(await run(["demo", "--node", "/no/node"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no Node.js at \/no\/node/),
    });
    expect(await run(["demo", "--python", "/no/python"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/no Python at \/no\/python/),
    });
    const nowhere = join(root, "none", "x.json");
    expect(await run(["demo", "--json", nowhere])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/folder does not exist/),
    });
  });

  it("bench broken exits with 1 and shows the rest", async () => {
    const { code, stdout } = await run(["broken", "--quick"]);
    expect(code).toBe(1);
    expect(stdout).toContain("- failed: ours in x: ours is broken\n");
    expect(stdout).toMatch(/\| x \| ms CPU \| [\d.e-]+ \|/);
  });

  it("bench demo runs ours in another Node and in each variant whose flags it accepts", async () => {
    const file = join(root, "variants.json");
    const args = ["demo", "--quick", "--filter", "sum 1000", "--node", process.execPath];
    const { code } = await run([...args, "--json", file]);
    expect(code).toBe(0);
    const label = `node ${process.versions.node}`;
    expect(Object.keys(readResult(file).rows[0].ours)).toEqual([
      "ours",
      `ours [${label}]`,
      "ours [big]",
      `ours [${label}, big]`,
    ]);
  });

  it.skipIf(!hasPython)(
    "bench demo survives peers that crash, refuse, hang or are missing",
    async () => {
      const file = join(root, "result.json");
      const { code, stdout, stderr } = await run([
        "demo",
        "--quick",
        "--timeout",
        "15",
        "--json",
        file,
      ]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/- python: python 3\.\S+, threads 1\n/);
      expect(stdout).toContain("- ours: sum 1.0\n");
      expect(stdout).toContain(
        "- missing: nowhere: found no Python with no_such_module; get it: pip",
      );
      expect(stdout).toMatch(
        /- failed: python in crash: .*exit code 7; it said:[^]*out of memory\n/,
      );
      expect(stdout).toMatch(/- failed: python in refuse: .*ValueError: not for this input\n/);
      expect(stdout).toMatch(/- failed: python in hang: .* did not answer within 15 s/);
      expect(stderr).toContain("[5/5] sum 2000: ");

      const { rows, ...rest } = readResult(file);
      expect(Object.keys(rest)).toEqual(["suite", "node", "cpu"]);
      expect(rows.map((row) => row.case)).toEqual([
        ...["sum 1000", "crash", "refuse", "hang", "sum 2000"].flatMap((name) => [
          `${name}, CPU time`,
          `${name}, wall time`,
        ]),
        "geometric mean, us CPU",
        "geometric mean, us",
      ]);
      const [cpu, wall] = rows;
      for (const row of [cpu, wall, rows[8], rows[9]]) {
        expect(row.ours["ours"]).toBeGreaterThan(0);
        expect(row.ratio["python"]).toBeGreaterThan(0);
      }
      expect(rows[2].peers).toEqual({});
      expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    },
  );

  it.skipIf(!hasPython)(
    "bench demo --python runs peers in another Python with its variables, --no-variants no variants",
    async () => {
      const file = join(root, "pythons.json");
      const args = ["demo", "--quick", "--filter", "sum 1000", "--no-variants", "--json", file];
      const python = findPython([])!;
      const { code, stdout } = await run([...args, "--python", `OMP_NUM_THREADS=3 ${python}`]);
      expect(code).toBe(0);
      const { ours, peers } = readResult(file).rows[0];
      expect(Object.keys(ours)).toEqual(["ours"]);
      expect(Object.keys(peers)).toEqual(["python", expect.stringMatching(/^python \[python 3/)]);
      expect(stdout).toMatch(
        /- python \[python 3\.\S+, OMP_NUM_THREADS=3\]: python 3\.\S+, threads 3\n/,
      );
    },
  );

  it.skipIf(!hasPython || process.platform === "win32")(
    "bench endless ends at Ctrl-C, with its children, and writes nothing",
    async () => {
      const file = join(root, "endless.json");
      const pids = join(root, "packages", "fake", "bench", "pids");
      const { code } = await run(["endless", "--json", file], async (pid) => {
        expect(await until(() => existsSync(pids))).toBe(true);
        process.kill(pid, "SIGINT");
      });
      expect(code).toBe(130);
      const children = readFileSync(pids, "utf8").split(" ").map(Number);
      expect(children).toHaveLength(2);
      expect(await until(() => !children.some(alive))).toBe(true);
      expect(existsSync(file)).toBe(false);
      expect(readdirSync(root).filter((name) => name.includes(".tmp"))).toEqual([]);
    },
  );
});
