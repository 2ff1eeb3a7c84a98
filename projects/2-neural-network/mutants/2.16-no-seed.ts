// Misconception: The gradient of the loss with respect to itself is 0, as all gradients start at 0.
// file: src/autograd/tape.ts
//#region solution 2.16 walk the tape backwards
  const order: Variable[] = [];
  const seen = new Set<Variable>();
  const visit = (variable: Variable) => {
    if (seen.has(variable)) return;
    seen.add(variable);
    variable.inputs.forEach(visit);
    order.push(variable);
  };
  visit(loss);
  for (const variable of order.toReversed()) variable.propagate(variable.gradient);
//#endregion
