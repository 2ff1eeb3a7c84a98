/** What a console can show. */
export interface Abilities {
  readonly color: boolean;
  readonly ascii: boolean;
  readonly width: number;
}

/**
 * Tells what a console can show: colour unless `NO_COLOR`, `TERM=dumb` or a pipe says no (`FORCE_COLOR`
 * overrules a pipe); plain ASCII where asked for, on the Linux console and on old Windows consoles.
 */
export function detectAbilities(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Abilities {
  const set = (name: string) => (env[name] ?? "") !== "";
  const forced = set("FORCE_COLOR") && env["FORCE_COLOR"] !== "0";
  const plain = set("NO_COLOR") || env["TERM"] === "dumb";
  const modernWindows = ["WT_SESSION", "TERM_PROGRAM", "ConEmuTask", "MSYSTEM"].some(set);
  return {
    color: !plain && (forced || stream.isTTY === true),
    ascii:
      set("ROADMAP_ASCII") ||
      env["TERM"] === "linux" ||
      (platform === "win32" && stream.isTTY === true && !modernWindows),
    // A console that does not know its width says 0.
    width: Math.max(40, Math.min(100, stream.columns || 80)),
  };
}
