import { z } from "zod";

const stepId = z.string().regex(/^\d+\.\d+$/, 'a step id looks like "1.2"');
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "small letters, digits and hyphens");
const text = z.string().trim().min(1);

const step = z.strictObject({
  id: stepId,
  slug,
  title: text,
  /** The file with the step's regions, from the project's top folder. */
  file: text,
  /** The functions the learner writes; none for a Dockerfile or YAML. */
  function: z.union([text, z.array(text).min(1)]).optional(),
  minutes: z.number().int().min(1).max(240),
});

const learningItem = z.strictObject({ title: text, by: text.optional(), url: z.url().optional() });

/** `phase.json`: what a phase is, what to study beside it, and its steps in order. */
export const phaseSchema = z
  .strictObject({
    id: z.number().int().min(1),
    slug,
    title: text,
    objective: text,
    learning: z.array(learningItem).min(1),
    data: z.array(text).default([]),
    files: z.array(text).default([]),
    steps: z.array(step).min(1),
    tour: z.strictObject({ command: z.array(text).min(1) }),
  })
  .superRefine((phase, context) => {
    for (const [index, { id }] of phase.steps.entries()) {
      const wanted = `${phase.id}.${index + 1}`;
      if (id !== wanted) {
        context.addIssue({
          code: "custom",
          path: ["steps", index, "id"],
          message: `step ids are unique and in order: expected "${wanted}", found "${id}"`,
        });
      }
    }
  });

export type PhaseFile = z.infer<typeof phaseSchema>;
export type Step = PhaseFile["steps"][number];
export type LearningItem = PhaseFile["learning"][number];

/** A step's functions as a list; empty for a Dockerfile or YAML. */
export function functionsOf(step: Step): readonly string[] {
  return typeof step.function === "string" ? [step.function] : (step.function ?? []);
}

/** A step's lesson page, from the project's top folder. */
export function lessonFile(step: Step): string {
  return `lesson/${step.id}-${step.slug}.md`;
}
