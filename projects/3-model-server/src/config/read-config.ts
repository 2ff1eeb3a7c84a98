import type { Settings, Values } from "./settings.ts";

/** Settings that cannot be used; the message names all of them. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the settings from environment variables; one that is not set, or empty, has its default.
 *
 * @throws ConfigError that names every variable that is wrong, one a line: what was expected and found
 */
export function readConfig<S extends Settings>(
  environment: Readonly<Record<string, string | undefined>>,
  settings: S,
): Values<S> {
  const config: Record<string, unknown> = {};
  const faults: string[] = [];
  //#region solution 3.9 every setting, or every fault
  for (const [name, { schema, byDefault }] of Object.entries(settings)) {
    const text = environment[name] || byDefault;
    const result = schema.safeParse(text);
    if (result.success) config[name] = result.data;
    else faults.push(`${name}: ${result.error.issues[0].message}, found ${JSON.stringify(text)}`);
  }
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  //#endregion
  // Every setting was read by its own schema.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return config as Values<S>;
}
