import { JsonLines } from "./json-lines.ts";
import type { JsonLinesOptions, Message } from "./json-lines.ts";
import type { RunContext, Sample, Session } from "./runner.ts";

/**
 * A session in another process, which is started at its first use and then shared by all cases with
 * the same `key`. `request` names the case to that process.
 */
export async function remoteSession(
  context: RunContext,
  key: string,
  options: Omit<JsonLinesOptions, "timeoutSeconds">,
  request: Message,
): Promise<Session> {
  const { processes, timeoutSeconds } = context;
  const start = () => JsonLines.start(processes, { ...options, timeoutSeconds });
  let { process, hello } = await processes.share(key, start);
  if (process.ended) {
    // It crashed or hung in an earlier case, which says nothing about this one.
    processes.forget(key);
    ({ process, hello } = await processes.share(key, start));
  }
  return {
    versions: textValues(hello["versions"]),
    async measure(repeat) {
      const answer = await process.request({ ...request, repeat });
      return toSample(options.name, answer, repeat);
    },
    close() {},
  };
}

/** The process reports the whole batch; a sample is one run. */
function toSample(name: string, answer: Message, repeat: number): Sample {
  const { cpu, wall, ...rest } = answer;
  if (typeof cpu !== "number" || typeof wall !== "number") {
    throw new Error(
      `${name}: expected {"cpu", "wall"} in seconds, found ${JSON.stringify(answer)}`,
    );
  }
  const extra: Record<string, number> = {};
  for (const [key, value] of Object.entries(rest))
    if (typeof value === "number") extra[key] = value;
  return { ...extra, cpu: cpu / repeat, wall: wall / repeat };
}

function textValues(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}
