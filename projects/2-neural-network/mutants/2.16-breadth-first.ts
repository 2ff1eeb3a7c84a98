// Misconception: Going back level by level visits every variable after all its users.
// file: src/autograd/tape.ts
//#region solution 2.16 walk the tape backwards
  loss.gradient = np.onesLike(loss.value);
  const queue = [loss];
  const seen = new Set(queue);
  for (const variable of queue) {
    variable.propagate(variable.gradient);
    for (const input of variable.inputs) {
      if (!seen.has(input)) queue.push(input);
      seen.add(input);
    }
  }
//#endregion
