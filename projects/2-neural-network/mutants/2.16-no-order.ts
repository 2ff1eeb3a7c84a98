// Misconception: Each variable can pass its gradient on as soon as it gets one.
// file: src/autograd/tape.ts
//#region solution 2.16 walk the tape backwards
  const visit = (variable: Variable) => {
    variable.propagate(variable.gradient);
    variable.inputs.forEach(visit);
  };
  loss.gradient = np.onesLike(loss.value);
  visit(loss);
//#endregion
