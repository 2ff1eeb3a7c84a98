import type { Phase } from "../phase/repository.ts";
import { lessonFile } from "../phase/schema.ts";
import { runCommand } from "./package-json.ts";
import { starterPath } from "./paths.ts";

/** The starter's README: what it is, how to work in it, the steps, what to study. */
export function starterReadme(phase: Phase): string {
  const minutes = phase.steps.reduce((total, step) => total + step.minutes, 0);
  const steps = phase.steps.map(
    (step) =>
      `| ${step.id} | [${cell(step.title)}](${lessonFile(step)}) | \`${starterPath(step.file)}\` | ${step.minutes} min |`,
  );
  const learning = phase.learning.map(({ title, by, url }) => {
    const name = url ? `[${title}](${url})` : title;
    return `- ${name}${by ? ` (${by})` : ""}`;
  });
  return `# ${phase.title}

[![check](../../actions/workflows/check.yml/badge.svg)](../../actions/workflows/check.yml)

${phase.objective}

Phase ${phase.id} of The Machine Learning Engineer's Roadmap: ${phase.steps.length} steps, about ${hours(minutes)}.

## Work in it

\`\`\`sh
npm install            # once; not needed where \`roadmap start\` made this folder
npx roadmap check      # the current step: what is expected, what came, what to do next
npx roadmap watch      # the same on every save; keys for hint, diff, list
npx roadmap hint       # a nudge; ask again for more
npx roadmap diff       # yours beside the reference, after passing
npx roadmap status     # how far you are
\`\`\`

pnpm works as well (\`pnpm install\`, \`pnpm roadmap check\`). Each step has a page in
\`lesson/\` and an empty place in \`src/\` that says \`throw new Todo(...)\`; the tests stand beside the
sources. When all steps pass, run the whole thing: \`npm start\` (which is \`node ${runCommand(phase).join(" ")}\`).

## Steps

| step | what you write | where | time |
| --- | --- | --- | --- |
${steps.join("\n")}

## Learn beside it

${learning.join("\n")}
`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function hours(minutes: number): string {
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
