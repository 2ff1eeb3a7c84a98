import { CommandError, exitCodes, type ExitCode } from "../exit-codes.ts";
import { loadPhases } from "../phase/repository.ts";
import { publishStarter } from "../publish/publish-starter.ts";
import { facts } from "../views/page.ts";
import type { Context } from "./context.ts";

/** `roadmap publish <remote>`: puts every phase's starter on its branch; the publish workflow runs it. */
export function publish(context: Context, remote: string): ExitCode {
  const { terminal, repository, now } = context;
  if (repository === undefined) {
    throw new CommandError(exitCodes.environment, "publish works in the roadmap's repository");
  }
  const published = loadPhases(repository).map((phase) =>
    publishStarter(repository, phase, remote, now()),
  );
  for (const line of facts(
    terminal,
    published.map(({ branch, edition, pushed }) => [
      branch,
      `${pushed ? "pushed" : "is already at"} edition ${edition}`,
    ]),
  )) {
    terminal.print(line);
  }
  terminal.printJson({ published });
  return exitCodes.ok;
}
