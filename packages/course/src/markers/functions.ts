/** A function of a TypeScript file: its name, if it has one, and the lines of its body. */
export interface FunctionSpan {
  readonly name: string | undefined;
  /** Index of the line where the function begins, from 0. */
  readonly start: number;
  /** Index of the line with the body's opening brace, from 0. */
  readonly bodyStart: number;
  /** Index of the line with the body's closing brace, from 0. */
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly loc: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
  readonly [key: string]: unknown;
}

const functionTypes = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ObjectMethod",
  "ClassMethod",
  "ClassPrivateMethod",
]);

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "loc" in value;
}

/**
 * Lists the functions of a TypeScript source, outer before inner.
 *
 * @throws {SyntaxError} when the source does not parse.
 */
export async function listFunctions(source: string): Promise<FunctionSpan[]> {
  // Loaded when needed: the parser takes some 20 ms, and most commands never parse.
  const { parsers } = await import("prettier/plugins/babel");
  const found: FunctionSpan[] = [];
  visit(await Reflect.apply(parsers["babel-ts"].parse, undefined, [source, {}]), undefined, found);
  return found;
}

function visit(value: unknown, name: string | undefined, found: FunctionSpan[]): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, undefined, found);
    return;
  }
  if (!isNode(value)) return;
  const own = nameOf(value) ?? name;
  if (functionTypes.has(value.type) && isNode(value["body"])) {
    found.push({
      name: own,
      start: value.loc.start.line - 1,
      bodyStart: value["body"].loc.start.line - 1,
      end: value.loc.end.line - 1,
    });
  }
  const passDown = value.type === "VariableDeclarator" || value.type === "ClassProperty";
  for (const [key, child] of Object.entries(value)) {
    if (key === "loc" || key === "comments" || key === "tokens") continue;
    visit(child, passDown && key !== "id" ? own : undefined, found);
  }
}

function nameOf(node: Node): string | undefined {
  const named = node["id"] ?? node["key"];
  if (!isNode(named)) return undefined;
  const name = named["name"] ?? (isNode(named["id"]) ? named["id"]["name"] : undefined);
  return typeof name === "string" ? name : undefined;
}
