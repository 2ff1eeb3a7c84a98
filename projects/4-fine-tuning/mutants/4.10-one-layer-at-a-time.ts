// Misconception: In each epoch the next layer alone is trained.
// file: src/training/trainable.ts
//#region solution 4.10 by mode: everything, the head, the head and what lies open by now, updates and head
  if (mode === "full") return true;
  if (mode === "head") return depth === head;
  if (mode === "gradual") return depth === head - epoch;
  return depth === head || name.includes(".lora_");
//#endregion
