import { setImmediate as nextTurn } from "node:timers/promises";
import { calibrate } from "./calibrate.ts";
import { cpuTime } from "./measure.ts";
import type { Measure } from "./measure.ts";
import type { Progress } from "./progress.ts";
import { MissingPeer } from "./runner.ts";
import type { RunContext, Runner, Sample, Session } from "./runner.ts";
import { seededShuffle } from "./shuffle.ts";
import type { Case } from "./suite.ts";

export interface RunOptions extends RunContext {
  /** Overrides what cases ask for. */
  readonly rounds?: number;
  readonly seed: number;
  readonly progress: Progress;
}

/** A contestant's samples, one a round. */
export type Samples = readonly Sample[];

export interface CaseResult {
  readonly name: string;
  readonly measures: readonly Measure[];
  /** The first of ours, whether or not it came through. */
  readonly shipped: string;
  readonly ours: ReadonlyMap<string, Samples>;
  readonly peers: ReadonlyMap<string, Samples>;
}

export interface Failure {
  readonly runner: string;
  readonly case: string;
  readonly ours: boolean;
  readonly message: string;
}

export interface SuiteResult {
  readonly cases: readonly CaseResult[];
  readonly failures: readonly Failure[];
  /** Peers this machine does not have: why, and how to get them. */
  readonly missing: ReadonlyMap<string, { readonly why: string; readonly get: string }>;
  readonly versions: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

interface Contestant {
  readonly name: string;
  readonly ours: boolean;
  readonly session: Session;
  readonly repeat: number;
  readonly samples: Sample[];
}

/**
 * Runs each case in rounds. In a round every contestant is measured once, in an order shuffled anew,
 * so that what slows the machine for a while slows all of them. A contestant that fails is left out of
 * the rest of its case.
 */
export async function runCases(cases: readonly Case[], options: RunOptions): Promise<SuiteResult> {
  const failures: Failure[] = [];
  const missing = new Map<string, { why: string; get: string }>();
  const versions = new Map<string, Readonly<Record<string, string>>>();
  const results: CaseResult[] = [];
  const shuffle = seededShuffle(options.seed);
  const { progress, quick } = options;

  for (const [index, one] of cases.entries()) {
    const rounds = options.rounds ?? one.rounds ?? (quick ? 3 : 11);
    progress.begin(one.name, index, cases.length);
    let field: Contestant[] = [];
    // Before each `nextTurn`: contestants in this process never let the event loop turn, and Ctrl-C
    // is an event.
    const fail = (name: string, ours: boolean, error: unknown) => {
      if (error instanceof MissingPeer) missing.set(name, { why: error.message, get: error.get });
      else failures.push({ runner: name, case: one.name, ours, message: messageOf(error) });
    };
    const enter = async (name: string, ours: boolean, runner: Runner) => {
      if (missing.has(name)) return;
      progress.step("warming up", name);
      await nextTurn();
      let session: Session | undefined;
      try {
        session = await runner.start(options);
        if (session.versions) versions.set(name, session.versions);
        const repeat = await calibrate(session, quick ? 0.02 : 0.1, one.repeat);
        field.push({ name, ours, session, repeat, samples: [] });
      } catch (error) {
        fail(name, ours, error);
        await session?.close();
      }
    };
    for (const [name, runner] of Object.entries(one.ours)) await enter(name, true, runner);
    for (const [name, runner] of Object.entries(one.peers)) await enter(name, false, runner);

    for (let round = 1; round <= rounds; round++) {
      for (const contestant of shuffle(field)) {
        progress.step(`round ${round} of ${rounds}`, contestant.name);
        await nextTurn();
        try {
          contestant.samples.push(await contestant.session.measure(contestant.repeat));
        } catch (error) {
          fail(contestant.name, contestant.ours, error);
          field = field.filter((other) => other !== contestant);
          await contestant.session.close();
        }
      }
    }
    for (const { session } of field) await session.close();
    const samplesOf = (side: boolean) =>
      new Map(
        field.filter(({ ours }) => ours === side).map(({ name, samples }) => [name, samples]),
      );
    results.push({
      name: one.name,
      measures: one.measures ?? [cpuTime("ms")],
      shipped: Object.keys(one.ours)[0] ?? "",
      ours: samplesOf(true),
      peers: samplesOf(false),
    });
    progress.end();
  }
  return { cases: results, failures, missing, versions };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
