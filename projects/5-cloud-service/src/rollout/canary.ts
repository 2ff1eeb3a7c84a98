/** What moving traffic to a new version takes. */
export interface CanaryOptions {
  /** Gives the new version a share of the traffic, 0 for none. */
  setShare: (share: number) => Promise<void>;
  /** Alarms about the new version that fire now. */
  firing: () => Promise<readonly string[]>;
  /** How many requests the new version has answered so far. */
  answered: () => Promise<number>;
  /** Answers without which silence says nothing. */
  least: number;
  wait: (ms: number) => Promise<void>;
  share: number;
  /** Milliseconds without an alarm after which it is good. */
  bake: number;
  /** Milliseconds between looks at the alarms. */
  interval: number;
  /** Ends the watching before its time: then nobody watches any more, and the share is taken back. */
  signal?: AbortSignal;
  onStep?: (text: string) => void;
}

export interface CanaryResult {
  outcome: "good" | "withdrawn";
  /** Why it was withdrawn. */
  reasons: readonly string[];
}

/** Looks at the alarms that may fail one after the other before nobody can say that all is well. */
const MOST_BLIND = 3;

/**
 * Sends a share of the traffic to a new version and watches it. As soon as an alarm fires, or nobody can say
 * whether one does, the share goes back to 0; also when watching fails or is broken off, and when it was asked
 * so little that its silence says nothing.
 */
export async function runCanary(options: CanaryOptions): Promise<CanaryResult> {
  const { setShare, firing, answered, least, wait, share, bake, interval, signal } = options;
  const { onStep = () => {} } = options;
  const withdraw = async (reasons: readonly string[]): Promise<CanaryResult> => {
    await setShare(0);
    onStep(`withdrawn: ${reasons.join(", ")}`);
    return { outcome: "withdrawn", reasons };
  };
  const before = await firing();
  if (before.length > 0) return withdraw(before);
  const earlier = await answered();
  await setShare(share);
  onStep(`${100 * share}% of the traffic`);
  let blind = 0;
  for (let watched = 0; watched < bake; watched += interval) {
    await wait(interval);
    if (signal?.aborted) return withdraw(["the watch was broken off"]);
    try {
      const reasons = await firing();
      blind = 0;
      if (reasons.length > 0) return await withdraw(reasons);
    } catch (error) {
      blind += 1;
      const reason = messageOf(error);
      onStep(`the alarms cannot be read: ${reason}`);
      if (blind >= MOST_BLIND) return withdraw([`the alarms cannot be read: ${reason}`]);
    }
  }
  let given: number;
  try {
    given = (await answered()) - earlier;
  } catch (error) {
    return withdraw([`its answers cannot be counted: ${messageOf(error)}`]);
  }
  if (given < least) return withdraw([`it answered ${given} requests, of at least ${least}`]);
  onStep(`${bake / 1000} s and ${given} answers without an alarm`);
  return { outcome: "good", reasons: [] };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
