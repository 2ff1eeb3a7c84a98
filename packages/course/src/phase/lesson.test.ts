import { expect, test } from "vitest";
import { parseLesson } from "./lesson.ts";

test("parseLesson(markdown) gives title, sections and hints; a # in a code fence is text", () => {
  const page = [
    "# 1.2 Sigmoid",
    "## Concept",
    "```sh",
    "# a comment",
    "## another",
    "```",
    "### A heading of its own",
    "## Hints",
    "### Hint 1",
    "Look.",
    "### Hint 2",
    "Look closer.",
    "## Reading",
    "- A book.",
  ].join("\n");
  expect(parseLesson(page)).toEqual({
    title: "1.2 Sigmoid",
    sections: {
      Concept: "```sh\n# a comment\n## another\n```\n### A heading of its own",
      Hints: "",
      Reading: "- A book.",
    },
    hints: ["Look.", "Look closer."],
  });
});
