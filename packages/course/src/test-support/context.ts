import type { Context } from "../commands/context.ts";
import { makeTerminal } from "../terminal/terminal.ts";

/** A context whose output is kept, for commands run inside a test. */
export interface TestContext extends Context {
  /** What was printed since the last call. */
  readonly printed: () => string;
}

export function testContext(
  cwd: string,
  more: { repository?: string; json?: boolean; color?: boolean; ascii?: boolean } = {},
): TestContext {
  let text = "";
  const terminal = makeTerminal((chunk) => (text += chunk), {
    json: more.json ?? false,
    ascii: more.ascii ?? false,
    color: more.color ?? false,
    width: 80,
    interactive: false,
  });
  return {
    terminal,
    cwd,
    repository: more.repository,
    say: (command) => `npx roadmap ${command}`,
    signal: new AbortController().signal,
    now: () => new Date("2026-01-02T03:04:05Z"),
    printed() {
      const before = text;
      text = "";
      return before;
    },
  };
}
