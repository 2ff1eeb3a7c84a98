#!/usr/bin/env node
import { availableParallelism, loadavg } from "node:os";
import { firstAndLast, overload, soak } from "./endurance.ts";
import { quantile } from "./load.ts";
import { startProcess } from "./server-process.ts";

// `npm run soak -- [SECONDS]`: a soak of the built server (600 seconds), then three times too much. Ends with
// 1 when a request failed, memory grew, or accepted requests took more than five times as long.

const [seconds = 600] = process.argv.slice(2).map(Number);
if (!(seconds > 0)) {
  console.error("usage: soak [SECONDS]");
  process.exit(2);
}
const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
const loads = () => loadavg().map((load) => load.toFixed(1));
const faults: string[] = [];

console.log(`load of this machine: ${loads().join(", ")}`);
{
  const server = await startProcess({});
  const { capacity, result, memory } = await soak(server.url, seconds, () => server.memory());
  const [first, last] = firstAndLast(memory);
  server.child.kill("SIGTERM");
  const code = await server.exit;
  const { statuses, latencies } = result;
  console.log(
    `soak: ${seconds} s at 80% of ${capacity.toFixed(0)} requests/s: ${JSON.stringify(statuses)}, ` +
      `p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms; ` +
      `memory ${mebibytes(first)} MiB in the first fifth, ${mebibytes(last)} MiB in the last; ` +
      `exit code ${code}`,
  );
  if (Object.keys(statuses).join() !== "200") faults.push("soak: not every request was answered");
  if (last > 1.1 * first) faults.push("soak: memory grew");
}
{
  const server = await startProcess({ MAX_IN_FLIGHT: String(2 * availableParallelism()) });
  const found = await overload(server.url, Math.min(20, seconds));
  server.child.kill("SIGTERM");
  const code = await server.exit;
  const { capacity, offered, result, unloadedP99, acceptedP99 } = found;
  console.log(
    `overload: ${offered.toFixed(0)} pictures/s at a capacity of ${capacity.toFixed(0)}: ` +
      `${JSON.stringify(result.statuses)}; p99 of accepted ${acceptedP99.toFixed(1)} ms, ` +
      `unloaded ${unloadedP99.toFixed(1)} ms; exit code ${code}`,
  );
  const shed = Object.keys(result.statuses).toSorted().join();
  if (shed !== "200,503") faults.push(`overload: expected 200 and 503 only, found ${shed}`);
  if (acceptedP99 > 5 * unloadedP99) faults.push("overload: accepted requests took too long");
}
console.log(`load of this machine: ${loads().join(", ")}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
