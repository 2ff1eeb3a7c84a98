import { createInterface } from "node:readline";

/** Answers `{"repeat": n}` lines with the time of n runs and the peak memory of this process, in MiB. */
export async function serve(
  run: () => Promise<unknown>,
  versions: Readonly<Record<string, string>>,
): Promise<void> {
  const send = (message: object): boolean => process.stdout.write(`${JSON.stringify(message)}\n`);
  send({ ready: true, versions });
  for await (const line of createInterface({ input: process.stdin })) {
    const { repeat }: { repeat: number } = JSON.parse(line);
    const wall = performance.now();
    const cpu = process.cpuUsage();
    for (let i = 0; i < repeat; i += 1) await run();
    const { user, system } = process.cpuUsage(cpu);
    send({
      cpu: (user + system) / 1e6,
      wall: (performance.now() - wall) / 1e3,
      peak: process.resourceUsage().maxRSS / 1024,
    });
  }
}
