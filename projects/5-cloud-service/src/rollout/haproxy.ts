import { connect } from "node:net";

/** A replica behind the balancer. */
export interface Replica {
  name: string;
  port: number;
}

export interface HaproxyOptions {
  port: number;
  /** Where it takes commands, on this machine. */
  adminPort: number;
  stable: readonly Replica[];
  canary?: Replica;
}

/** Each stable replica's weight; HAProxy takes 0 to 256. */
const WEIGHT = 60;

/**
 * The weight that gives one canary a share of the traffic beside `count` stable replicas.
 *
 * @throws RangeError for a share that no weight from 1 to 256 gives: a canary that nobody asks would bake well
 */
export function canaryWeight(share: number, count: number): number {
  if (share === 0) return 0;
  const weight = Math.round((share / (1 - share)) * WEIGHT * count);
  if (weight >= 1 && weight <= 256) return weight;
  const [least, most] = [1, 256].map((one) => (100 * one) / (one + WEIGHT * count));
  throw new RangeError(
    `a canary beside ${count} replicas can have ${least.toFixed(2)}% to ${most.toFixed(1)}% of the traffic, found ${100 * share}%`,
  );
}

/**
 * A balancer's configuration: replicas in turn (a share of a canary is then exact, where the least busy one
 * would get more), by weight, asked for their readiness, and requests whose replica died before it answered
 * are sent to another one. That needs their bodies, so those are read first.
 */
export function haproxyConfig({ port, adminPort, stable, canary }: HaproxyOptions): string {
  const server = ({ name, port }: Replica, weight: number) =>
    `  server ${name} 127.0.0.1:${port} weight ${weight}`;
  return `global
  maxconn 4096
  stats socket ipv4@127.0.0.1:${adminPort} level admin

defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  timeout queue 10s
  timeout check 5s
  option http-buffer-request
  option redispatch 1
  retries 4
  retry-on conn-failure empty-response

frontend text
  bind 127.0.0.1:${port}
  default_backend text

backend text
  balance roundrobin
  option httpchk GET /v2/health/ready
  default-server check inter 250ms fastinter 100ms fall 2 rise 2
${stable.map((replica) => server(replica, WEIGHT)).join("\n")}
${canary ? `${server(canary, 0)}\n` : ""}`;
}

/** Sends the balancer a command; what it answered. Throws when it says no. */
export function haproxyCommand(adminPort: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(adminPort, "127.0.0.1", () => socket.end(`${command}\n`));
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy(new Error("haproxy: no answer within 5 s")));
    socket.on("data", (piece) => {
      answer += piece.toString();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const text = answer.trim();
      if (/^(No such|Unknown|Invalid|Require|Can't)/i.test(text))
        reject(new Error(`haproxy: ${text}`));
      else resolve(text);
    });
  });
}

/** Gives a canary ("backend/name") a share of the traffic beside `count` stable replicas, 0 for none. */
export async function weighCanary(
  adminPort: number,
  canary: string,
  share: number,
  count: number,
): Promise<void> {
  await haproxyCommand(adminPort, `set weight ${canary} ${canaryWeight(share, count)}`);
}

/**
 * One value of what the balancer counts about a server ("backend/name"): `hrsp_2xx` for its good answers, `status`, ...
 *
 * @throws Error when there is no such server or value
 */
export async function haproxyStat(
  adminPort: number,
  server: string,
  column: string,
): Promise<string> {
  const table = await haproxyCommand(adminPort, "show stat");
  const [head, ...rows] = table.split("\n").map((line) => line.replace(/^# /, "").split(","));
  const [backend, name] = server.split("/");
  const value = (row: readonly string[], of: string) => row[head.indexOf(of)];
  const row = rows.find((one) => value(one, "pxname") === backend && value(one, "svname") === name);
  const found = row && value(row, column);
  if (found === undefined) throw new Error(`haproxy: it has no ${column} of ${server}`);
  return found;
}
