import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MissingPeer } from "../runner.ts";

/** What is sent. */
export interface Request {
  path: string;
  body: Buffer;
  headers: Record<string, string>;
}

/** What a load came to; times in milliseconds. */
export interface LoadFigures {
  requests: number;
  rps: number;
  p50: number;
  p99: number;
}

const script = (requests: readonly { path: string; headers: object; file: string }[]) => `
local function read(name) local f = io.open(name, "rb"); local text = f:read("*a"); f:close(); return text end
local requests, next = {}, 0
init = function()
${requests
  .map(({ path, headers, file }) => {
    const table = Object.entries(headers).map(
      ([key, value]) => `[${quote(key)}] = ${quote(value)}`,
    );
    return `  table.insert(requests, wrk.format("POST", ${quote(path)}, {${table.join(", ")}}, read(${quote(file)})))`;
  })
  .join("\n")}
end
request = function() next = next % #requests + 1; return requests[next] end
done = function(s, l, r)
  io.write(string.format("RESULT %d %d %f %f %d\\n", s.requests, s.duration, l:percentile(50) / 1000, l:percentile(99) / 1000,
    s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout + s.errors.status))
end`;

const quote = (text: unknown) => JSON.stringify(text);

/** Loads a server for some seconds with wrk, with these requests in turn; throws when any of them failed. */
export function wrk(
  url: string,
  requests: readonly Request[],
  connections: number,
  seconds: number,
): Promise<LoadFigures> {
  if (spawnSync("wrk", ["-v"]).error)
    throw new MissingPeer("wrk is not installed", "apt install wrk");
  const folder = mkdtempSync(join(tmpdir(), "bench-http-"));
  const files = requests.map(({ path, headers, body }, i) => {
    const file = join(folder, `body-${i}`);
    writeFileSync(file, body);
    return { path, headers, file };
  });
  writeFileSync(join(folder, "post.lua"), script(files));
  const args = [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "20s",
    "-s",
    join(folder, "post.lua"),
    url,
  ];
  return new Promise<LoadFigures>((resolve, reject) => {
    execFile("wrk", args, (error, output) => {
      rmSync(folder, { recursive: true, force: true });
      const [, requests, micros, p50, p99, errors] =
        /RESULT (\S+) (\S+) (\S+) (\S+) (\S+)/.exec(output) ?? [];
      if (error || Number(errors) !== 0) reject(error ?? new Error(`wrk: failures in ${output}`));
      else {
        resolve({
          requests: Number(requests),
          rps: (Number(requests) * 1e6) / Number(micros),
          p50: Number(p50),
          p99: Number(p99),
        });
      }
    });
  });
}
