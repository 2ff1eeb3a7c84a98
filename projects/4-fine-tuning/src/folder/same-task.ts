import type { Task } from "../data/example.ts";

/** Throws when texts are labelled for another task than the model was trained for. */
export function checkSameTask(model: Task, data: Task, name: string): void {
  if (describe(model) === describe(data)) return;
  throw new Error(
    `${name} answers ${describe(model)}, the texts are labelled with ${describe(data)}: choose data of the model's task`,
  );
}

function describe(task: Task): string {
  return task.kind === "regression" ? "numbers" : `${task.kind} ${task.labels.join(", ")}`;
}
