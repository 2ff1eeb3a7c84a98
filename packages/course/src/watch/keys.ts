import { emitKeypressEvents } from "node:readline";

/** Reads single keys from the terminal while a command runs. */
export interface Keys {
  readonly close: () => void;
}

interface Keypress {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** Reports each key by its name (`h`, `return`); Ctrl-C as `ctrl-c`. */
export function readKeys(report: (key: string) => void): Keys {
  const { stdin } = process;
  const onKey = (_: string | undefined, key: Keypress) => {
    const name = key.name ?? "";
    report(key.ctrl === true ? `ctrl-${name}` : name);
  };
  // However the process ends, the shell gets its console back.
  const restore = () => stdin.setRawMode(false);
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  stdin.on("keypress", onKey);
  process.once("exit", restore);
  return {
    close() {
      process.off("exit", restore);
      stdin.off("keypress", onKey);
      restore();
      stdin.pause();
    },
  };
}
