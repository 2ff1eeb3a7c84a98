import { unsignedLeb128 } from "./leb128.ts";
import { i32 } from "./integer.ts";
import { append, operation, typeCode } from "./types.ts";
import type { Expr, Statement, ValueType } from "./types.ts";

/** A parameter or local variable; reading it is an expression. */
export interface Local<T extends ValueType = ValueType> extends Expr<T> {
  readonly index: number;
}

export type Params = Readonly<Record<string, ValueType>>;
export type Locals<P extends Params> = { readonly [Name in keyof P]: Local<P[Name]> };

/** What a function returns; "void" is nothing. */
export type ResultType = ValueType | "void";

/** A function of the module being built, as its callers see it. */
export interface Callee<P extends Params, R extends ResultType = ResultType> {
  readonly name: string;
  /** Its place in the module. */
  readonly index: number;
  readonly params: P;
  readonly result: R;
}

const blockVoid = 0x40;

/**
 * Builds one function's body: statements append instructions, expressions are typed trees.
 *
 * Control flow is structured: `loop` tests at the bottom (the shape V8 compiles best), `while` at
 * the top, `if` with an optional else.
 */
export class BodyBuilder {
  readonly name: string;
  readonly index: number;
  readonly params: Params;
  readonly result: ResultType;
  readonly locals: ValueType[] = [];
  readonly body: number[] = [];

  constructor(name: string, index: number, params: Params, result: ResultType) {
    this.name = name;
    this.index = index;
    this.params = params;
    this.result = result;
  }

  /** A fresh local, zero at first. */
  local<T extends ValueType>(type: T): Local<T> {
    this.locals.push(type);
    return local(type, Object.keys(this.params).length + this.locals.length - 1);
  }

  /** `count` fresh locals. */
  localArray<T extends ValueType>(type: T, count: number): Local<T>[] {
    return Array.from({ length: count }, () => this.local(type));
  }

  /** A fresh local that holds `value` from here on. */
  let<T extends ValueType>(value: Expr<T>): Local<T> {
    const fresh = this.local(value.type);
    this.set(fresh, value);
    return fresh;
  }

  emit(statement: Statement): void {
    append(this.body, statement.code);
  }

  set<T extends ValueType>(target: Local<T>, value: Expr<T>): void {
    append(this.body, value.code);
    this.body.push(0x21);
    append(this.body, unsignedLeb128(target.index));
  }

  /** `target += by`, by a constant or an expression. */
  increment(target: Local<"i32">, by: number | Expr<"i32">): void {
    this.set(target, i32.add(target, typeof by === "number" ? i32.const(by) : by));
  }

  /** Runs the body, then again as long as the condition holds. */
  loop(body: () => void, condition: () => Expr<"i32">): void {
    this.body.push(0x03, blockVoid);
    body();
    this.emit(condition());
    this.body.push(0x0d, 0, 0x0b);
  }

  /** Runs the body as long as the condition holds. */
  while(condition: () => Expr<"i32">, body: () => void): void {
    this.body.push(0x02, blockVoid, 0x03, blockVoid);
    this.emit(i32.eqz(condition()));
    this.body.push(0x0d, 1);
    body();
    this.body.push(0x0c, 0, 0x0b, 0x0b);
  }

  if(condition: Expr<"i32">, then: () => void, otherwise?: () => void): void {
    this.emit(condition);
    this.body.push(0x04, blockVoid);
    then();
    if (otherwise) {
      this.body.push(0x05);
      otherwise();
    }
    this.body.push(0x0b);
  }

  /** Calls a function of the same module that returns nothing. */
  call<Q extends Params>(callee: Callee<Q, "void">, args: Arguments<Q>): void {
    this.emit({ code: callCode(callee, args) });
  }

  /** Computes an expression for what it does besides. */
  drop(value: Expr): void {
    this.emit({ code: [...value.code, 0x1a] });
  }

  /** Leaves the function, with its result if it has one. */
  return(value?: Expr): void {
    if ((value?.type ?? "void") !== this.result)
      throw new TypeError(
        `return: ${this.name} returns ${this.result}, found ${value?.type ?? "void"}`,
      );
    if (value) this.emit(value);
    this.body.push(0x0f);
  }
}

/** A function's body together with its named arguments. */
export class FunctionBuilder<P extends Params = Params, R extends ResultType = ResultType>
  extends BodyBuilder
  implements Callee<P, R>
{
  declare readonly params: P;
  declare readonly result: R;
  readonly args: Locals<P>;

  constructor(name: string, index: number, params: P, result: R) {
    super(name, index, params, result);
    const entries = Object.entries(params).map(([key, type], place) => [key, local(type, place)]);
    this.args = Object.fromEntries(entries);
  }
}

export type Arguments<P extends Params> = { readonly [Name in keyof P]: Expr<P[Name]> };

/** The result of a function of the same module. */
export function callResult<P extends Params, R extends ValueType>(
  callee: Callee<P, R>,
  args: Arguments<P>,
): Expr<R> {
  return { type: callee.result, code: callCode(callee, args) };
}

function callCode<P extends Params>(callee: Callee<P>, args: Arguments<P>): number[] {
  const code: number[] = [];
  for (const [name, type] of Object.entries(callee.params)) {
    const argument = args[name];
    if (argument?.type !== type)
      throw new TypeError(
        `call: ${callee.name} expects ${type} for ${name}, found ${argument?.type}`,
      );
    code.push(...argument.code);
  }
  code.push(0x10, ...unsignedLeb128(callee.index));
  return code;
}

function local<T extends ValueType>(type: T, index: number): Local<T> {
  return { type, index, code: [0x20, ...unsignedLeb128(index)] };
}

/** An expression that also keeps its value in a local. */
export function tee<T extends ValueType>(target: Local<T>, value: Expr<T>): Expr<T> {
  return operation(target.type, [0x22, ...unsignedLeb128(target.index)], value);
}

/** The type section's entry of a function. */
export function signature({ params, result }: BodyBuilder): number[] {
  const types = Object.values(params).map((type) => typeCode[type]);
  const results = result === "void" ? [] : [typeCode[result]];
  return [0x60, ...unsignedLeb128(types.length), ...types, results.length, ...results];
}
