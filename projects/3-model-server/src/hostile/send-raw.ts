import { connect } from "node:net";

/**
 * Sends bytes over a connection of their own and ends it: the status of the answer, or 0 when the server
 * closed the connection without one.
 */
export function sendRaw(port: number, bytes: Buffer, patience = 10_000): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let answer = "";
    socket.setTimeout(patience, () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      if (answer.length < 100) answer += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? 0)));
    socket.end(bytes);
  });
}
