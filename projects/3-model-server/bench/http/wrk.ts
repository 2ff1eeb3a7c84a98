import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MissingPeer } from "@ml-roadmap/bench";

/** What is sent, over and over. */
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

const script = (file: string, headers: Record<string, string>) => `
local f = io.open(${JSON.stringify(file)}, "rb"); wrk.body = f:read("*a"); f:close()
wrk.method = "POST"
${Object.entries(headers)
  .map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
  .join("\n")}
done = function(s, l, r)
  io.write(string.format("RESULT %d %d %f %f %d\\n", s.requests, s.duration, l:percentile(50) / 1000, l:percentile(99) / 1000,
    s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout + s.errors.status))
end`;

/** Loads a server for some seconds with wrk; throws when any request failed. */
export function wrk(url: string, request: Request, connections: number, seconds: number) {
  if (spawnSync("wrk", ["-v"]).error)
    throw new MissingPeer("wrk is not installed", "apt install wrk");
  const folder = mkdtempSync(join(tmpdir(), "bench-server-"));
  writeFileSync(join(folder, "body"), request.body);
  writeFileSync(join(folder, "post.lua"), script(join(folder, "body"), request.headers));
  const args = [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "20s",
    "-s",
    join(folder, "post.lua"),
    url + request.path,
  ];
  return new Promise<LoadFigures>((resolve, reject) => {
    execFile("wrk", args, (error, output) => {
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
