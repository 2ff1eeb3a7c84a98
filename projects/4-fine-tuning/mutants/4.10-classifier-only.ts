// Misconception: The head is the classifier; the pooler was pretrained.
// file: src/training/trainable.ts
//#region solution 4.10 by mode: everything, the head, the head and what lies open by now, updates and head
  if (mode === "full") return true;
  if (mode === "head") return name.startsWith("classifier.");
  if (mode === "gradual") return depth >= head - epoch;
  return depth === head || name.includes(".lora_");
//#endregion
