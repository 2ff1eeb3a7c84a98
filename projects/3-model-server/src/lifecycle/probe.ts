/** Asks a server on this machine whether it is ready: the exit code of a container's health check. */
export async function probe(port: number): Promise<0 | 1> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/v2/health/ready`, {
      signal: AbortSignal.timeout(2000),
    });
    return answer.ok ? 0 : 1;
  } catch {
    return 1;
  }
}
