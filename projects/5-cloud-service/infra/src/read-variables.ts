type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings from environment variables, and gathers everything that is wrong with them. */
export class Variables {
  readonly #environment: Environment;
  readonly #faults: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** A variable that must be there and look like the pattern. */
  read(name: string, pattern: RegExp, expected: string): string {
    const value = this.#environment[name] ?? "";
    if (!pattern.test(value)) this.#faults.push(`${name}: expected ${expected}, found "${value}"`);
    return value;
  }

  /** A variable that may be left out. */
  optional(name: string, pattern: RegExp, expected: string, otherwise: string): string {
    return this.#environment[name] === undefined ? otherwise : this.read(name, pattern, expected);
  }

  /** The settings made of them. @throws Error naming every variable that is wrong */
  checked<Settings>(settings: Settings): Settings {
    if (this.#faults.length > 0) throw new Error(this.#faults.join("\n"));
    return settings;
  }
}
