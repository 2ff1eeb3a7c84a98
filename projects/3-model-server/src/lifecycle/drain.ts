/** What ending a server takes. */
export interface Drainable {
  /** From now on readiness says no and answers close their connections. */
  stopBeingReady(): void;
  /** Stops listening and waits for the requests that are being answered. */
  close(): Promise<void>;
  wait(ms: number): Promise<void>;
}

/**
 * Ends a server so that no request is lost: first it stops being ready but goes on answering for
 * `delay` ms, in which load balancers notice and clients' connections close after their answers; then it
 * stops listening and finishes what is being answered.
 *
 * @returns 0 when all ended within `limit` ms after that, else 1: what a process exits with
 */
export async function drain(server: Drainable, delay: number, limit: number): Promise<0 | 1> {
  //#region solution 3.12 not ready, wait, close
  server.stopBeingReady();
  await server.wait(delay);
  return Promise.race([
    server.close().then(() => 0 as const),
    server.wait(limit).then(() => 1 as const),
  ]);
  //#endregion
}
