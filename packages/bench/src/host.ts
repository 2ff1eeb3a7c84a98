// Runs a suite's own contestants in this Node for a bench in another one. Speaks JSON lines.
import { createInterface } from "node:readline";
import { writeSync } from "node:fs";
import { Processes } from "./processes.ts";
import type { Session } from "./runner.ts";
import { casesOf } from "./suite.ts";
import { importSuite } from "./import-suite.ts";

const [url, quickFlag] = process.argv.slice(2);
// Only answers belong on stdout; what a library prints is for the eye.
process.stdout.write = process.stderr.write.bind(process.stderr);
const send = (message: object) => writeSync(1, `${JSON.stringify(message)}\n`);

const quick = quickFlag === "--quick";
// In this process's group, which the bench ends as a whole.
const processes = new Processes({ ownGroups: false });
process.on("exit", () => processes.killAll());
const cases = casesOf(await importSuite(url), quick);
let current: { key: string; session: Session } | undefined;

async function sessionFor(caseName: string, runnerName: string): Promise<Session> {
  const key = JSON.stringify([caseName, runnerName]);
  if (current?.key === key) return current.session;
  await current?.session.close();
  current = undefined;
  const runner = cases.find(({ name }) => name === caseName)?.ours[runnerName];
  if (!runner) throw new Error(`no case ${caseName} with ${runnerName}`);
  const session = await runner.start({ processes, timeoutSeconds: 600, quick });
  current = { key, session };
  return session;
}

send({ ready: true, versions: { node: process.versions.node } });
for await (const line of createInterface({ input: process.stdin })) {
  const request: { case: string; runner: string; repeat: number } = JSON.parse(line);
  try {
    const session = await sessionFor(request.case, request.runner);
    const sample = await session.measure(request.repeat);
    const { cpu, wall } = sample;
    send({ ...sample, cpu: cpu * request.repeat, wall: wall * request.repeat });
  } catch (error) {
    send({ error: error instanceof Error ? error.message : String(error) });
  }
}
await current?.session.close();
process.exit(0);
