import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "../commands/start.ts";
import { openLearnerFolder, readReference } from "../learner/folder.ts";
import { readProgress, type Progress } from "../learner/progress.ts";
import { answerBodies, withBodies } from "../learner/step-file.ts";
import { testContext } from "./context.ts";
import { temporaryFolder, temporaryWorkspace, type Temporary } from "./workspace.ts";

/** A learner's starter of the tiny phase, ready to be worked in, with its own home. */
export interface TestStarter {
  readonly path: string;
  readonly workspace: Temporary;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  readonly edit: (file: string, from: string, to: string) => void;
  /** Puts the reference's solution of a step in. */
  readonly fill: (step: string) => void;
  readonly progress: () => Progress;
  readonly remove: () => void;
}

export function testStarter(options = { install: true, git: true }): TestStarter {
  const workspace = temporaryWorkspace();
  const home = temporaryFolder();
  // The list of starters on this machine is the test's own.
  process.env["XDG_CONFIG_HOME"] = join(home.path, "config");
  const path = join(home.path, "tiny");
  start(testContext(home.path, { repository: workspace.path }), "1", path, options);
  const read = (file: string) => readFileSync(join(path, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(path, file), text);
  return {
    path,
    workspace,
    read,
    write,
    edit(file, from, to) {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not contain "${from}"`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    fill(id) {
      const folder = openLearnerFolder(path);
      const step = folder.phase.steps.find((candidate) => candidate.id === id)!;
      write(
        step.file,
        withBodies(read(step.file), step, answerBodies(readReference(folder), step), String),
      );
    },
    progress: () => readProgress(path, 1, new Date()),
    remove() {
      workspace.remove();
      home.remove();
    },
  };
}
