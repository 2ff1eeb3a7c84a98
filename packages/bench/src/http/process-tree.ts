import { readFileSync, readdirSync } from "node:fs";

const TICKS = 100;

/** Fields of /proc/<pid>/stat behind the command's name. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Processor time, in seconds, of a process and all below it; Linux only. */
export function treeSeconds(root: number): number {
  const known = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), fields: stat(Number(name)) }));
  const seconds = (pid: number): number => {
    const fields = known.find((process) => process.pid === pid)?.fields;
    const own = fields ? (Number(fields[11]) + Number(fields[12])) / TICKS : 0;
    const children = known.filter((process) => process.fields?.[1] === String(pid));
    return children.reduce((sum, child) => sum + seconds(child.pid), own);
  };
  return seconds(root);
}
