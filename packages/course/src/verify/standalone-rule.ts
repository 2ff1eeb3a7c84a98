import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openLearnerFolder, readReference } from "../learner/folder.ts";
import { answerBodies, withBodies } from "../learner/step-file.ts";
import { writeWhole } from "../learner/write-file.ts";
import type { Phase } from "../phase/repository.ts";
import type { Starter } from "../starter/build.ts";
import { installFromRepository, writeFiles } from "../starter/install.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Fault } from "./fault.ts";

const checkSchema = z.object({
  steps: z.array(z.object({ id: z.string(), verdict: z.string() })),
  others: z
    .object({
      failed: z.array(
        z.object({
          name: z.string(),
          facts: z.array(z.object({ label: z.string(), value: z.string() })),
        }),
      ),
    })
    .nullable(),
});

type Check = z.infer<typeof checkSchema>;

/**
 * Makes the starter in an empty folder with an empty home, far from the repository, and works in it as
 * a learner would: the first check fails as not written, the solutions go in, everything passes.
 */
export function checkStandalone(starter: Starter, phase: Phase): Fault[] {
  const top = temporaryFolder(tmpdir(), "roadmap-alone-");
  const [folder, home] = [join(top.path, "starter"), join(top.path, "home")];
  const faults: Fault[] = [];
  const tell = (message: string) => faults.push({ rule: "standalone", message });
  try {
    mkdirSync(home);
    writeFiles(folder, starter.files);
    const { missing } = installFromRepository(starter, folder, "link");
    if (missing.length > 0) {
      tell(`the repository does not have ${missing.join(", ")} installed`);
      return faults;
    }
    const first = roadmap(folder, home, ["check", "--json"]);
    const verdict = first.check?.steps[0]?.verdict;
    if (first.status !== 1 || verdict !== "unwritten") {
      tell(
        `the first check of a fresh starter ends with ${first.status} (${verdict ?? first.text}), not with "unwritten"`,
      );
      return faults;
    }
    fillAll(folder);
    const last = roadmap(folder, home, ["check", "--all", "--json"]);
    for (const { id, verdict: now } of last.check?.steps ?? []) {
      if (now !== "passed") {
        tell(`step ${id} does not pass with the reference's own solution: ${now}`);
      }
    }
    for (const { name, facts } of last.check?.others?.failed ?? []) {
      const why = facts.map(({ label, value }) => `${label} ${value}`).join(", ");
      tell(`"${name}" fails with the reference's own solutions: ${why}`);
    }
    if (last.status !== 0 && faults.length === 0) {
      tell(`check --all ends with ${last.status}: ${last.text}`);
    }
    const build = run(folder, home, [join("node_modules", "typescript", "bin", "tsc")]);
    if (build.status !== 0) tell(`"npm run build" fails in ${phase.name}'s starter: ${build.text}`);
    return faults;
  } finally {
    top.remove();
  }
}

function fillAll(folder: string): void {
  const learner = openLearnerFolder(folder);
  const reference = readReference(learner);
  for (const step of learner.phase.steps) {
    const file = join(folder, step.file);
    const text = withBodies(
      readFileSync(file, "utf8"),
      step,
      answerBodies(reference, step),
      String,
    );
    writeWhole(file, text);
  }
}

interface Answer {
  readonly status: number | null;
  readonly text: string;
  /** What `check --json` said, where it said something. */
  readonly check?: Check;
}

function roadmap(folder: string, home: string, args: readonly string[]): Answer {
  const command = join("node_modules", "@ml-roadmap", "course", "dist", "src", "cli.js");
  const answer = run(folder, home, [command, ...args]);
  try {
    return { ...answer, check: checkSchema.parse(JSON.parse(answer.text)) };
  } catch {
    return answer;
  }
}

/** Runs Node in the starter with nothing of the caller's environment but what a system needs. */
function run(folder: string, home: string, args: readonly string[]): Answer {
  const { PATH, SystemRoot, TEMP, TMP, ML_ROADMAP_DATA } = process.env;
  const env = { PATH, SystemRoot, TEMP, TMP, ML_ROADMAP_DATA, HOME: home, USERPROFILE: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status, text: (stdout + stderr).trim() };
}
