import { percentOf, scoreText, intervalText } from "../report/format.ts";
import type { FineTuningResults } from "../report/results.ts";
import { frontMatter } from "./front-matter.ts";

/**
 * The model card, README.md of the exported folder: YAML front matter as Hugging Face reads it, then what
 * one should know before using the model. Source of the form: Mitchell et al. (2019), Model Cards for Model Reporting.
 */
export function modelCard(results: FineTuningResults): string {
  const { model, data, judgement, command, settings, createdAt } = results;
  const { scores, baseline, slices, behaviour, calibration } = judgement;
  const labels =
    data.task.kind === "regression" ? "one number" : data.task.labels.map(code).join(", ");
  const sections = [
    `# ${plain(model.name)}`,
    `${plain(model.base)}, fine-tuned (${plain(model.method)}) on ${plain(data.name)}. It gives ${labels} for a text${data.task.kind === "multi-label" ? ", any number of them at once" : ""}.`,
    "## Use",
    usage(results),
    "## Data",
    `${plain(data.description)} Licence of the data: ${plain(data.licence ?? "not stated; ask whoever gave them to you before you publish the model")}.`,
    `${data.parts.train.toLocaleString("en-US")} texts for training, ${data.parts.validation.toLocaleString("en-US")} for choices, ${data.parts.test.toLocaleString("en-US")} for the test, which was opened once.`,
    ...data.problems.map(({ severity, message }) => `- ${severity}: ${plain(message)}`),
    "## Results",
    `On ${judgement.texts.toLocaleString("en-US")} test texts:`,
    table(
      ["score", "value", "95% interval", ...(baseline ? [baseline.name] : [])],
      scores.map((score) => {
        const other = baseline?.scores.find(({ name }) => name === score.name);
        return [
          score.name,
          scoreText(score.name, score.value),
          intervalText(score),
          ...(baseline ? [other ? scoreText(other.name, other.value) : "\u2013"] : []),
        ];
      }),
    ),
    ...(calibration
      ? [
          `Probabilities are those at temperature ${calibration.after.temperature.toFixed(3)}, fitted on the validation texts (calibration error ${calibration.after.error.toFixed(3)}; as trained ${calibration.before.error.toFixed(3)}).`,
        ]
      : []),
    "## Limits",
    ...limits(results),
    ...(slices.length > 0 && data.task.kind !== "regression"
      ? [
          table(
            ["part of the test texts", "texts", "right"],
            slices.map(({ by, name, count, value }) => [
              `${by}: ${name}`,
              String(count),
              percentOf(value),
            ]),
          ),
        ]
      : []),
    ...(behaviour.length > 0
      ? [
          "Behavioural tests (cases failed):",
          table(
            ["test", "failed"],
            behaviour.map(({ name, failed, cases }) => [name, `${failed} of ${cases}`]),
          ),
        ]
      : []),
    "## How it was made",
    fence(command),
    table(
      ["setting", "value"],
      [
        ["architecture", model.architecture],
        [
          "parameters",
          `${model.parameters.toLocaleString("en-US")} (${model.trainedParameters.toLocaleString("en-US")} trained)`,
        ],
        ["longest input", `${model.maxLength} tokens`],
        ...Object.entries(settings).map(([name, value]) => [name, String(value)]),
        ["ended", createdAt],
      ],
    ),
  ];
  return `${frontMatter(results)}\n${joined(sections)}\n`;
}

function usage({ data, model }: FineTuningResults): string {
  const example = `import { pipeline } from "@huggingface/transformers";

const classify = await pipeline("text-classification", "path/to/this/folder", { dtype: "fp32" });
console.log(await classify("..."));`;
  const pair = data.task.kind === "multi-label" ? " For all labels pass `{ top_k: null }`." : "";
  return `${fence(example, "js")}\n\nTexts beyond ${model.maxLength} tokens are cut.${pair} \`dtype: "q8"\` runs the 8-bit model.`;
}

function limits({ judgement, data }: FineTuningResults): string[] {
  const failing = judgement.behaviour
    .filter(({ failed, cases }) => failed > cases / 4)
    .map(({ name }) => name);
  const worst = judgement.slices
    .filter(({ count }) => count >= 20)
    .toSorted((a, b) => a.value - b.value)
    .at(0);
  return [
    `- It has learnt from ${plain(data.name)} alone: texts of another kind, language or time get an answer all the same, without a warning in it.`,
    ...(failing.length > 0
      ? [`- It fails more than a quarter of the cases of these tests: ${failing.join(", ")}.`]
      : []),
    ...(worst && data.task.kind !== "regression"
      ? [
          `- Of parts with 20 texts or more it is worst on ${plain(worst.by)}: ${plain(worst.name)} (${percentOf(worst.value)} right).`,
        ]
      : []),
    "- It repeats whatever prejudice its training texts hold. It is no basis for a decision about anybody.",
  ];
}

/** Blocks with an empty line between them; items of a list stay together. */
function joined(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    if (text === "") return block;
    const isItem = block.startsWith("- ") && text.split("\n").at(-1)?.startsWith("- ");
    return `${text}${isItem ? "\n" : "\n\n"}${block}`;
  }, "");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => plain(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A fence longer than any run of backticks inside. */
function fence(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** Text of the user's as one line without markup. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replaceAll("<", "&lt;");
}
