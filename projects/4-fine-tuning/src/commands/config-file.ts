import { readFile } from "node:fs/promises";
import { CommanderError, type Command, type Option } from "commander";

/**
 * A command's options, those of its `--config` file included: JSON with the options' long names,
 * `{"learning-rate": 1e-4}`. What the command line says wins. Throws when the file has an unknown option or
 * a value that the option does not take.
 */
export async function withConfigFile<Flags extends object>(command: Command): Promise<Flags> {
  const path: unknown = command.getOptionValue("config");
  if (typeof path !== "string") return command.opts<Flags>();
  for (const [name, value] of Object.entries(await readJson(path))) {
    const option = command.options.find(({ long }) => long === `--${name}`);
    if (option === undefined || name === "config") {
      const known = command.options.map(({ long }) => long?.slice(2)).join(", ");
      throw new Error(`${path}: unknown option "${name}"; expected one of ${known}`);
    }
    const key = option.attributeName();
    if (command.getOptionValueSource(key) === "cli") continue;
    command.setOptionValueWithSource(key, parsed(option, value, path), "config");
  }
  return command.opts<Flags>();
}

async function readJson(path: string): Promise<object> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path}: cannot be read (${error.code ?? error.message})`, { cause: error });
  });
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
  } catch {
    // The same message as for JSON that is no object.
  }
  throw new Error(`${path}: expected a JSON object of options, such as {"epochs": 3}`);
}

/** The value as the command line's parser would take it. */
function parsed(option: Option, value: unknown, path: string): unknown {
  const name = option.long ?? "";
  if (option.isBoolean()) {
    if (typeof value === "boolean") return value || undefined;
    throw new Error(`${path}: ${name} expects true or false, found ${JSON.stringify(value)}`);
  }
  if (option.variadic) {
    const list = Array.isArray(value) ? value.map(String) : [String(value)];
    const wrong = list.find((item) => option.argChoices && !option.argChoices.includes(item));
    if (wrong === undefined) return list;
    throw new Error(`${path}: ${name} takes ${option.argChoices?.join(", ")}, found "${wrong}"`);
  }
  if (typeof value !== "string" && typeof value !== "number") {
    throw new Error(`${path}: ${name} expects a text or a number, found ${JSON.stringify(value)}`);
  }
  try {
    return option.parseArg ? option.parseArg(String(value), undefined) : String(value);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new Error(`${path}: ${name}: ${error.message}`, { cause: error });
  }
}
