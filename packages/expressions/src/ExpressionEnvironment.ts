import {
  type ASTNode,
  Environment,
  EvaluationError,
  type ParseError,
} from '@marcbachmann/cel-js';
import { analyze, type AnalyzedVariables } from './analysis/analyze';
import {
  jsonBound,
  type JsonLimits,
  listBound,
  SCALAR,
  type SizeBound,
  textBound,
} from './analysis/SizeBound';
import type {
  CompiledExpression,
  ExpressionContext,
} from './CompiledExpression';
import {
  ExpressionError,
  type ExpressionRange,
  MissingFieldError,
} from './ExpressionError';
import { resetSteps } from './functions/linearMatch';
import { rewriteCalls } from './functions/rewriteCalls';
import { registerRewrittenCalls } from './functions/rewrittenCalls';

/** What the field of a record is. */
export type FieldType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'text'
  | 'instant'
  | 'texts';

/** The types of fields, by group and field. */
export type RecordTypes = Record<string, Record<string, FieldType>>;

/** A variable of expressions beside the records. */
type VariableType =
  | { type: 'map' | 'list' | 'any'; limits: JsonLimits }
  | { type: 'instant' };

interface ExpressionEnvironmentOptions {
  /** Variables with fields that have types, by their names: `facts`. */
  records?: Record<string, RecordTypes>;
  variables?: Record<string, VariableType>;
  /** How many steps of 50 nanoseconds an evaluation may take; 400,000. */
  maxCost?: number;
}

type RecordClass = new () => Record<string, unknown>;

const INSTANT = 'google.protobuf.Timestamp';
/** 20 milliseconds. */
const MAX_COST = 400_000;
const MAX_NODES = 600;
/** How long a text of a record is at most, and how many a list has. */
const MAX_TEXT = 1000;
const MAX_TEXTS = 200;

const FIELDS: Record<FieldType, { cel: string; bound: SizeBound }> = {
  boolean: { cel: 'bool', bound: SCALAR },
  integer: { cel: 'int', bound: SCALAR },
  number: { cel: 'double', bound: SCALAR },
  text: { cel: 'string', bound: textBound(MAX_TEXT) },
  instant: { cel: INSTANT, bound: SCALAR },
  texts: {
    cel: 'list<string>',
    bound: listBound(MAX_TEXTS, textBound(MAX_TEXT)),
  },
};

const CEL_TYPES = { map: 'map', list: 'list', any: 'dyn', instant: INSTANT };

/** Checks and evaluates expressions over some variables. */
export class ExpressionEnvironment implements AnalyzedVariables {
  readonly sizes: ReadonlyMap<string, SizeBound>;
  readonly #environment: Environment;
  readonly #maxCost: number;
  readonly #records: Record<string, RecordTypes>;
  readonly #classes = new Map<string, RecordClass>();

  constructor(options: ExpressionEnvironmentOptions) {
    const { records = {}, variables = {}, maxCost = MAX_COST } = options;
    this.#maxCost = maxCost;
    this.#records = records;
    const environment = new Environment({ limits: { maxAstNodes: MAX_NODES } });
    registerRewrittenCalls(environment);
    for (const [variable, groups] of Object.entries(records)) {
      this.#registerRecord(environment, variable, groups);
    }
    for (const [variable, { type }] of Object.entries(variables)) {
      environment.registerVariable(variable, CEL_TYPES[type]);
    }
    this.#environment = environment;
    this.sizes = new Map([
      ...Object.keys(records).map(name => [name, SCALAR] as const),
      ...Object.entries(variables).map(
        ([name, variable]) =>
          [
            name,
            variable.type === 'instant' ? SCALAR : jsonBound(variable.limits),
          ] as const,
      ),
    ]);
  }

  isRecord(variable: string): boolean {
    return Object.hasOwn(this.#records, variable);
  }

  findField({
    variable,
    group,
    field,
  }: Record<'variable' | 'group' | 'field', string>): SizeBound | undefined {
    const groups = this.#records[variable] ?? {};
    const fields = Object.hasOwn(groups, group) ? groups[group] : undefined;
    const type =
      fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
    return type && FIELDS[type].bound;
  }

  /**
   * Checks an expression.
   *
   * @throws ExpressionError when it cannot be used, with the place
   */
  compile(
    source: string,
    options: { returns: 'boolean' },
  ): CompiledExpression<boolean>;
  compile(
    source: string,
    options: { returns: 'text' },
  ): CompiledExpression<string>;
  compile(
    source: string,
    { returns }: { returns: 'boolean' | 'text' },
  ): CompiledExpression<boolean | string> {
    const parsed = this.#parse(source);
    const { ast } = parsed;
    const checked = parsed.check();
    if (!checked.valid) {
      throw toExpressionError(checked.error);
    }
    const { cost, references, variables } = analyze(ast, this);
    const wanted = returns === 'boolean' ? 'bool' : 'string';
    if (checked.type !== wanted && checked.type !== 'dyn') {
      throw new ExpressionError(
        returns === 'boolean'
          ? 'Must be true or false'
          : 'Must be a text: write string(…) around it',
        { from: 0, to: source.length },
      );
    }
    if (cost > this.#maxCost) {
      throw new ExpressionError(
        'Could take too long: go through fewer lists inside of others, and compare shorter texts',
        { from: 0, to: source.length },
      );
    }
    const run = this.#parse(source);
    rewriteCalls(run.ast);
    const rewritten = run.check();
    if (!rewritten.valid) {
      throw toExpressionError(rewritten.error);
    }
    const type = returns === 'boolean' ? 'boolean' : 'string';
    return {
      source,
      references,
      variables,
      evaluate(context) {
        const result = evaluateQuickly(run, context);
        if (typeof result !== type) {
          throw new ExpressionError(
            returns === 'boolean'
              ? 'It comes to something that is neither true nor false'
              : 'It comes to something that is no text',
          );
        }
        return result as boolean | string;
      },
    };
  }

  /**
   * The value of a record for an evaluation.
   *
   * @param values - by group and field: instants as ISO 8601, whole numbers as
   * numbers; what is not known is left out
   */
  createRecord(
    variable: string,
    values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ): unknown {
    const record = new (this.#classOf(variable))();
    for (const [group, types] of Object.entries(
      this.#records[variable] ?? {},
    )) {
      const part = new (this.#classOf(`${variable}.${group}`))();
      const known = values[group] ?? {};
      for (const field of Object.keys(known)) {
        const value = toCelValue(known[field], types[field]);
        if (value !== undefined) {
          part[field] = value;
        }
      }
      record[group] = part;
    }
    return record;
  }

  #parse(source: string) {
    try {
      return this.#environment.parse(source);
    } catch (error) {
      throw toExpressionError(error);
    }
  }

  #registerRecord(
    environment: Environment,
    variable: string,
    groups: RecordTypes,
  ): void {
    const groupTypes: Record<string, string> = {};
    for (const [group, fields] of Object.entries(groups)) {
      const name = `${variable}.${group}`;
      const types = Object.entries(fields).map(
        ([field, type]) => [field, FIELDS[type].cel] as const,
      );
      const typeName = `Record_${variable}_${group}`;
      environment.registerType(typeName, {
        ctor: this.#createClass(name),
        fields: Object.fromEntries(types),
      });
      groupTypes[group] = typeName;
    }
    environment.registerType(`Record_${variable}`, {
      ctor: this.#createClass(variable),
      fields: groupTypes,
    });
    environment.registerVariable(variable, `Record_${variable}`);
  }

  /** The language knows types by their constructors. */
  #createClass(name: string): RecordClass {
    const made = class {} as RecordClass;
    this.#classes.set(name, made);
    return made;
  }

  #classOf(name: string): RecordClass {
    const found = this.#classes.get(name);
    if (!found) {
      throw new Error(`There is no record '${name}'`);
    }
    return found;
  }
}

function toCelValue(value: unknown, type: FieldType | undefined): unknown {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
    case 'instant': {
      const instant = new Date(String(value));
      return Number.isNaN(instant.getTime()) ? undefined : instant;
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
    case 'texts':
      return Array.isArray(value)
        ? value.slice(0, MAX_TEXTS).map(item => String(item).slice(0, MAX_TEXT))
        : undefined;
    default:
      return undefined;
  }
}

/** What is missing is common, and its stack is of no use. */
function evaluateQuickly(
  run: (context: ExpressionContext) => unknown,
  context: ExpressionContext,
): unknown {
  resetSteps();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run(context);
  } catch (error) {
    throw toExpressionError(error);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function toExpressionError(error: unknown): ExpressionError {
  if (error instanceof ExpressionError) {
    return error;
  }
  const { summary, range, node, code } =
    error instanceof Error ? (error as Partial<ParseError>) : {};
  const place: ExpressionRange | undefined = range && {
    from: range.start,
    to: range.end,
  };
  if (error instanceof EvaluationError && code === 'no_such_key') {
    const path = pathOf(node as ASTNode | undefined);
    if (path) {
      return new MissingFieldError(path, place);
    }
  }
  return new ExpressionError(
    summary ?? (error instanceof Error ? error.message : String(error)),
    place,
  );
}

/** The names from the variable on; undefined where something is worked out. */
function pathOf(node: ASTNode | undefined): string[] | undefined {
  switch (node?.op) {
    case 'id':
      return [node.args];
    case '.': {
      const base = pathOf(node.args[0]);
      return base && [...base, node.args[1]];
    }
    case '[]': {
      const base = pathOf(node.args[0]);
      const key = node.args[1];
      return base && key.op === 'value'
        ? [...base, String(key.args)]
        : undefined;
    }
    default:
      return undefined;
  }
}
