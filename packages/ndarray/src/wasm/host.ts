// What the kernels ask of the JavaScript host. Node's modules are reached through
// `process.getBuiltinModule`, so that a bundle for browsers contains no import of them.

interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execArgv: readonly string[];
  readonly versions: { readonly v8: string };
  getBuiltinModule(name: "node:v8"): { setFlagsFromString(flag: string): void };
}

/** Node's process, undefined elsewhere. */
export const node: NodeProcess | undefined = Reflect.get(globalThis, "process");

/** An environment variable; undefined when unset, empty, or not in Node. */
export function environment(name: string): string | undefined {
  return node?.env?.[name] || undefined;
}

/** V8's major and minor version as a number (11.3), Infinity for engines that do not say. */
export function v8Version(): number {
  const version = node?.versions?.v8;
  return version === undefined ? Infinity : Number.parseFloat(version);
}
