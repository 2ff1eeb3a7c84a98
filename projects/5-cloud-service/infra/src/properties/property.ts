/** Something that makes the service safe, and can be seen in what is deployed. */
export interface Property<Subject> {
  /** Short name, unique among all properties. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly says: string;
  /** Everything in the subject that breaks it; nothing where it holds. */
  readonly faults: (subject: Subject) => string[];
}

/** A way to break a property on purpose: what somebody might change, and must be told of. */
export interface Mutation<Subject> {
  readonly property: string;
  readonly name: string;
  /** Changes the subject in place. */
  readonly apply: (subject: Subject) => void;
}

/** What is tested of one mutation: the property it is meant to break has noticed. */
export interface Outcome {
  readonly property: string;
  readonly mutation: string;
  /** What the property said; nothing where it did not notice. */
  readonly said: readonly string[];
}

/**
 * Applies each mutation to a copy of the subject and asks the property that it is meant to break.
 *
 * @throws Error for a mutation of no property, or one that changes nothing (it would prove nothing).
 */
export function tryMutations<Subject>(
  subject: Subject,
  properties: readonly Property<Subject>[],
  mutations: readonly Mutation<Subject>[],
): Outcome[] {
  return mutations.map(({ property, name, apply }) => {
    const guard = properties.find(({ id }) => id === property);
    if (!guard) throw new Error(`mutation "${name}" breaks "${property}", which is no property`);
    const copy = structuredClone(subject);
    apply(copy);
    if (JSON.stringify(copy) === JSON.stringify(subject)) {
      throw new Error(`mutation "${name}" of "${property}" changes nothing`);
    }
    return { property, mutation: name, said: guard.faults(copy) };
  });
}

/** Properties that no mutation breaks: their tests may be empty. */
export function untried<Subject>(
  properties: readonly Property<Subject>[],
  mutations: readonly Mutation<Subject>[],
): string[] {
  const tried = new Set(mutations.map(({ property }) => property));
  return properties.map(({ id }) => id).filter((id) => !tried.has(id));
}
