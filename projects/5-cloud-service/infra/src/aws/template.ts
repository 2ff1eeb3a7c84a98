/** A CloudFormation template as far as the checks read it; `any`, because it is whatever CloudFormation takes. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: Json;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
}

/** The templates of the whole app. */
export interface Templates {
  readonly foundation: Template;
  readonly staging: Template;
  readonly production: Template;
}

export const environments = ["staging", "production"] as const;
export const stacks = ["foundation", ...environments] as const;

/** A resource with where it is, for messages: `production/TextService1234`. */
export interface Found {
  readonly where: string;
  readonly id: string;
  readonly resource: Resource;
  readonly properties: Json;
}

/** Resources of a type in these stacks. */
export function find(
  templates: Templates,
  type: string,
  where: readonly (keyof Templates)[] = stacks,
): Found[] {
  return where.flatMap((stack) =>
    Object.entries(templates[stack].Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        where: `${stack}/${id}`,
        id,
        resource,
        properties: resource.Properties,
      })),
  );
}

/** The first resource of a type, for mutations. @throws Error where there is none. */
export function first(
  templates: Templates,
  type: string,
  stack: keyof Templates = "production",
  fits: (properties: Json) => boolean = () => true,
): Resource {
  const found = find(templates, type, [stack]).find(({ properties }) => fits(properties));
  if (!found) throw new Error(`${stack} has no ${type} that fits`);
  return found.resource;
}

/**
 * Faults of every resource of a type that does not hold to a rule. That there is none is a fault as well: in each of the
 * stacks that are named, or in all together.
 */
export function every(
  templates: Templates,
  type: string,
  holds: (found: Found) => boolean,
  where?: readonly (keyof Templates)[],
): string[] {
  const found = find(templates, type, where);
  const missing = (where ?? []).filter((stack) => find(templates, type, [stack]).length === 0);
  if (found.length === 0 && where === undefined) return [`no ${type} at all`];
  return [
    ...missing.map((stack) => `${stack} has no ${type}`),
    ...found.filter((one) => !holds(one)).map((one) => one.where),
  ];
}

/** All statements of all policies that are written in a stack, whichever resource holds them. */
export function statements(
  templates: Templates,
  where: readonly (keyof Templates)[] = stacks,
): { where: string; statement: Json }[] {
  return ["AWS::IAM::Policy", "AWS::IAM::Role"].flatMap((type) =>
    find(templates, type, where).flatMap(({ where: place, properties }) => {
      const documents = [
        properties.PolicyDocument,
        ...(properties.Policies ?? []).map((policy: Json) => policy.PolicyDocument),
      ];
      return documents
        .filter((document) => document !== undefined)
        .flatMap((document) => list(document.Statement))
        .map((statement) => ({ where: place, statement }));
    }),
  );
}

/** CloudFormation writes one as itself. */
export function list(value: Json): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
