import { toAscii } from "./ascii.ts";
import { detectAbilities } from "./detect.ts";
import { makeStyle, type Style } from "./style.ts";

/** Where a command writes: text for people, or one JSON document for tools. */
export interface Terminal {
  readonly style: Style;
  readonly width: number;
  /** Plain ASCII is wanted. */
  readonly ascii: boolean;
  /** `--json`: people's text is not written. */
  readonly json: boolean;
  /** A person sits at both ends. */
  readonly interactive: boolean;
  /** Writes a line (or several) for people. */
  readonly print: (text?: string) => void;
  /** Writes without ending the line; for prompts and control codes. */
  readonly write: (text: string) => void;
  /** Writes the JSON document of `--json`; nothing otherwise. */
  readonly printJson: (value: unknown) => void;
}

export interface TerminalOptions {
  readonly json?: boolean;
  readonly ascii?: boolean;
  /** `false` for `--no-color`. */
  readonly color?: boolean;
}

/** A terminal on the process's own standard output. */
export function processTerminal(options: TerminalOptions = {}): Terminal {
  const abilities = detectAbilities(process.stdout, process.env, process.platform);
  const interactive = process.stdout.isTTY && process.stdin.isTTY && options.json !== true;
  return makeTerminal((text) => process.stdout.write(text), {
    json: options.json ?? false,
    ascii: options.ascii ?? abilities.ascii,
    color: options.color !== false && abilities.color,
    width: abilities.width,
    interactive,
  });
}

/** A terminal that hands its text to `write`. */
export function makeTerminal(
  write: (text: string) => void,
  settings: {
    json: boolean;
    ascii: boolean;
    color: boolean;
    width: number;
    interactive: boolean;
  },
): Terminal {
  const { json, ascii, width, interactive } = settings;
  const emit = (text: string) => {
    if (!json) write(ascii ? toAscii(text) : text);
  };
  return {
    style: makeStyle(settings),
    width,
    ascii,
    json,
    interactive,
    print: (text = "") => emit(`${text}\n`),
    write: emit,
    printJson(value) {
      if (json) write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}
