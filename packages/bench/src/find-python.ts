import { spawnSync } from "node:child_process";

/** Interpreters in the order they are tried: the user's choice, else what a machine usually has. */
function candidates(): readonly string[] {
  const chosen = process.env["ML_ROADMAP_PYTHON"];
  if (chosen) return [chosen];
  return process.platform === "win32"
    ? ["python", "py"]
    : ["python3", "/usr/bin/python3", "/usr/local/bin/python3"];
}

const found = new Map<string, string | undefined>();

/** The first Python that has all these modules, or undefined. */
export function findPython(modules: readonly string[]): string | undefined {
  const key = `${process.env["ML_ROADMAP_PYTHON"]} ${modules.join(" ")}`;
  if (!found.has(key))
    found.set(
      key,
      candidates().find((python) => hasModules(python, modules)),
    );
  return found.get(key);
}

/** Whether this Python starts and has all these modules. */
export function hasModules(python: string, modules: readonly string[]): boolean {
  const code =
    "import sys; from importlib.util import find_spec; " +
    "sys.exit(any(find_spec(name) is None for name in sys.argv[1:]))";
  const { status } = spawnSync(python, ["-c", code, ...modules], {
    timeout: 60_000,
    windowsHide: true,
  });
  return status === 0;
}
