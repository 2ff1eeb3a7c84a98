import { readAnswers } from "../phase/answers.ts";
import type { Phase } from "../phase/repository.ts";
import { buildStarter, compiledFiles } from "../starter/build.ts";
import { checkCompiler, checkStable } from "./compiler-rules.ts";
import { rules, type Fault, type Rule } from "./fault.ts";
import { checkSecrets } from "./secret-rules.ts";
import { checkStandalone } from "./standalone-rule.ts";
import { checkFunctions, checkLessons, checkMarkers, checkVariants } from "./static-rules.ts";
import { checkTests } from "./test-rules.ts";

export interface VerifyOptions {
  /** Make the starter in an empty folder and work in it; the slowest part. */
  readonly standalone: boolean;
  /** Hears what is being looked at. */
  readonly onProgress: (what: string) => void;
}

/** What was found out about a phase. */
export interface PhaseReport {
  readonly phase: Phase;
  readonly mutants: number;
  readonly alternatives: number;
  readonly faults: readonly Fault[];
  /** Rules that were not looked at, because something before them is broken. */
  readonly skipped: readonly Rule[];
}

/** Proves a phase's promises; see {@link rules}. */
export async function verifyPhase(
  root: string,
  phase: Phase,
  options: VerifyOptions,
): Promise<PhaseReport> {
  const { onProgress } = options;
  onProgress("markers, lessons, wrong answers");
  const markers = checkMarkers(phase);
  const { variants, faults: variantFaults } = checkVariants(phase);
  const faults = [
    ...markers,
    ...(await checkFunctions(phase)),
    ...checkLessons(phase),
    ...variantFaults,
  ];
  const report = (skipped: readonly Rule[]): PhaseReport => ({
    phase,
    mutants: variants.mutants.length,
    alternatives: variants.alternatives.length,
    faults: faults.toSorted((a, b) => order(a.rule) - order(b.rule)),
    skipped,
  });
  const later: Rule[] = [
    "starter",
    "exports",
    "reference",
    "todo",
    "mutants",
    "alternatives",
    "secrets",
  ];
  // Without markers that can be trusted there is no starter to look at.
  if (markers.length > 0) return report([...later, "standalone"]);

  const answers = readAnswers(phase.folder, phase.steps);
  const compiled = compiledFiles(phase);
  faults.push(...checkStable(phase, compiled));
  onProgress("types and tests");
  const [compilerFaults, testFaults] = await Promise.all([
    checkCompiler(root, phase, compiled),
    checkTests(root, phase, answers, compiled, variants, !options.standalone),
  ]);
  faults.push(...compilerFaults, ...testFaults);
  onProgress("the starter");
  const starter = buildStarter(root, phase);
  faults.push(...checkSecrets(starter, answers));
  if (!options.standalone || compilerFaults.length > 0) return report(["standalone"]);
  onProgress("the starter, alone in an empty folder");
  faults.push(...checkStandalone(starter, phase));
  return report([]);
}

function order(rule: Rule): number {
  return rules.findIndex(({ name }) => name === rule);
}
