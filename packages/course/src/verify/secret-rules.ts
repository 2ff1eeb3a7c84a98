import type { Answers } from "../phase/answers.ts";
import type { Starter } from "../starter/build.ts";
import { referenceFile } from "../starter/reference.ts";
import type { Fault } from "./fault.ts";

/** A line of an answer shorter than this, blanks not counted, could stand anywhere by chance. */
const tellingLine = 30;

const squeeze = (text: string) => text.replace(/\s+/g, "");

/**
 * No answer stands in a readable file of the starter: no region as a whole, and no telling line of one.
 * A line that the reference itself has outside of its regions is no secret.
 */
export function checkSecrets(starter: Starter, answers: Answers): Fault[] {
  const faults: Fault[] = [];
  const readable = [...starter.files]
    .filter(([path]) => path !== referenceFile && !path.startsWith("vendor/"))
    .map(([path, content]) => ({ path, text: content.toString("utf8") }));
  for (const [step, { regions }] of Object.entries(answers)) {
    for (const { title, body } of regions) {
      const whole = squeeze(body.join(""));
      const lines = body.map(squeeze).filter((line) => line.length >= tellingLine);
      for (const { path, text } of readable) {
        const squeezed = squeeze(text);
        const line = lines.find((candidate) => squeezed.includes(candidate));
        if (line !== undefined && whole.length >= tellingLine) {
          const shown = body.find((candidate) => squeeze(candidate) === line)?.trim();
          faults.push({
            rule: "secrets",
            message: `${path} shows the answer to ${step} ${title}: "${shown}"`,
          });
        }
      }
    }
  }
  return faults;
}
