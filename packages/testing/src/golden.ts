import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const spelled: Record<string, number> = { nan: NaN, inf: Infinity, "-inf": -Infinity };

/**
 * Loads a committed JSON fixture that lies beside a test:
 * `golden<Fixture>(import.meta.url, "../fixtures/x.json")`.
 *
 * JSON has no NaN or infinity: the strings `"nan"`, `"inf"` and `"-inf"` become those numbers.
 * `T` states what the generator script wrote; it is not checked.
 * Throws an `Error` that names the file when it is missing or no JSON.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test states the type
export function golden<T>(from: string, path: string): T {
  const file = fileURLToPath(new URL(path, from));
  try {
    const fixture: T = JSON.parse(readFileSync(file, "utf8"), (_key, value: unknown) =>
      typeof value === "string" && Object.hasOwn(spelled, value) ? spelled[value] : value,
    );
    return fixture;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`golden: cannot read ${file}: ${why}; its generator script makes it again`, {
      cause,
    });
  }
}
