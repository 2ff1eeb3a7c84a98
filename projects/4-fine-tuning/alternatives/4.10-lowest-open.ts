// Alternative: By how deep a mode goes in an epoch.
// file: src/training/trainable.ts
//#region solution 4.10 by mode: everything, the head, the head and what lies open by now, updates and head
  const lowest = { full: 0, head, gradual: head - epoch, lora: head }[mode];
  return depth >= lowest || (mode === "lora" && /\.lora_[AB]\./.test(name));
//#endregion
