import type { Answers } from "../phase/answers.ts";
import type { Starter } from "../starter/build.ts";
import { referenceFile } from "../starter/reference.ts";
import type { Fault } from "./fault.ts";

/** An answer shorter than this, blanks not counted, could stand anywhere by chance. */
const shortest = 30;

/** Two lines of an answer in a row are a leak when they hold this share of it. */
const share = 0.5;

const squeeze = (text: string) => text.replace(/\s+/g, "");

/**
 * No answer stands in a readable file of the starter: no region as a whole, and no lines in a row that
 * make up half of one. Single lines are no secret: complete code beside the steps shares them.
 */
export function checkSecrets(starter: Starter, answers: Answers): Fault[] {
  const readable = [...starter.files]
    .filter(([path]) => path !== referenceFile && !path.startsWith("vendor/"))
    .map(([path, content]) => ({ path, text: squeeze(content.toString("utf8")) }));
  return Object.entries(answers).flatMap(([step, { regions }]) =>
    regions.flatMap(({ title, body }) =>
      readable
        .map(({ path, text }) => ({ path, leak: leakedLines(body, text) }))
        .filter(({ leak }) => leak.length > 0)
        .map(({ path, leak }): Fault => ({
          rule: "secrets",
          message: `${path} shows the answer to ${step} ${title}: "${leak[0].trim()}" and what follows`,
        })),
    ),
  );
}

/** The longest run of a region's lines that stands in a text, if it gives the answer away. */
function leakedLines(body: readonly string[], text: string): readonly string[] {
  const lines = body.filter((line) => squeeze(line) !== "");
  const whole = squeeze(lines.join("")).length;
  let longest: readonly string[] = [];
  for (let from = 0; from < lines.length; from++) {
    for (let to = lines.length; to > from + longest.length; to--) {
      const run = lines.slice(from, to);
      if (text.includes(squeeze(run.join("")))) longest = run;
    }
  }
  const length = squeeze(longest.join("")).length;
  const all = longest.length === lines.length;
  const telling = all || (longest.length >= 2 && length >= share * whole);
  return telling && length >= shortest ? longest : [];
}
