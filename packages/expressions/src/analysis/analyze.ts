import type { ASTNode } from '@marcbachmann/cel-js';
import type { RecordReference } from '../CompiledExpression';
import { ExpressionError } from '../ExpressionError';
import { compilePattern } from '../functions/linearMatch';
import { callBound } from './callBound';
import {
  itemOf,
  largerOf,
  listBound,
  SCALAR,
  type SizeBound,
  textBound,
} from './SizeBound';

/** What is known of the variables of an environment. */
export interface AnalyzedVariables {
  /** How large a variable can be. */
  sizes: ReadonlyMap<string, SizeBound>;
  /** How large the field of a record can be; undefined where there is none. */
  findField(reference: RecordReference): SizeBound | undefined;
  isRecord(variable: string): boolean;
}

/** What follows from an expression, whatever its variables are. */
export interface ExpressionAnalysis {
  references: RecordReference[];
  variables: Set<string>;
  /** At most so many steps are taken; each is less than 50 nanoseconds. */
  cost: number;
}

interface Cost {
  bound: SizeBound;
  cost: number;
}

type Scope = ReadonlyMap<string, SizeBound>;
type Node<Op extends ASTNode['op']> = Extract<ASTNode, { op: Op }>;

/** Reading a field of JSON may fail, and an error takes its time. */
const ACCESS_COST = 60;
const STEP_COST = 4;
const MACROS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/**
 * Says what an expression can cost at most, and which variables and fields it
 * names.
 *
 * @param root - as it was parsed and checked for types
 * @throws ExpressionError when it uses what expressions may not use
 */
export function analyze(
  root: ASTNode,
  variables: AnalyzedVariables,
): ExpressionAnalysis {
  const references = new Map<string, RecordReference>();
  const named = new Set<string>();
  const { cost } = visit(root, new Map());
  return { references: [...references.values()], variables: named, cost };

  function visit(node: ASTNode, scope: Scope): Cost {
    switch (node.op) {
      case 'value':
        return { bound: boundOfLiteral(node), cost: 1 };
      case 'id':
        return { bound: visitName(node, scope), cost: STEP_COST };
      case '.':
        return visitField(node, scope);
      case '[]':
        return visitItem(node, scope);
      case 'call':
        return visitCall(node, scope);
      case 'rcall':
        return visitMethod(node, scope);
      case 'list':
        return visitList(node.args, scope);
      case 'map':
        return visitList(node.args.flat(), scope);
      case '?:':
        return visitChoice(node, scope);
      case '!_':
      case '-_':
        return plus(visit(node.args, scope), STEP_COST);
      case '.?':
      case '[?]':
        throw refuse(node, 'is not used here: say has(…) instead');
      default:
        return visitOperator(node, scope);
    }
  }

  function visitName(node: Node<'id'>, scope: Scope): SizeBound {
    const local = scope.get(node.args);
    if (local) {
      return local;
    }
    const size = variables.sizes.get(node.args);
    if (!size || variables.isRecord(node.args)) {
      throw refuse(
        node,
        variables.isRecord(node.args)
          ? `is not a value: name one of its fields`
          : 'is not a variable',
      );
    }
    named.add(node.args);
    return size;
  }

  function visitField(node: Node<'.'>, scope: Scope): Cost {
    const reference = toReference(node, scope);
    if (reference) {
      const bound = variables.findField(reference);
      if (!bound) {
        throw refuse(node, 'is not a value: name one of its fields');
      }
      const { variable, group, field } = reference;
      references.set(`${variable}.${group}.${field}`, reference);
      return { bound, cost: ACCESS_COST };
    }
    const [left] = node.args;
    const base = visit(left, scope);
    requireJson(left, node);
    return { bound: itemOf(base.bound), cost: base.cost + ACCESS_COST };
  }

  function visitItem(node: Node<'[]'>, scope: Scope): Cost {
    const [left, right] = node.args;
    const base = visit(left, scope);
    const key = visit(right, scope);
    requireJson(left, node);
    return {
      bound: itemOf(base.bound),
      cost: base.cost + key.cost + ACCESS_COST,
    };
  }

  /** `facts.slo.count` names a field of a record. */
  function toReference(
    node: Node<'.'>,
    scope: Scope,
  ): RecordReference | undefined {
    const [left, field] = node.args;
    const [base, group] = left.op === '.' ? left.args : [];
    return base?.op === 'id' &&
      group !== undefined &&
      !scope.has(base.args) &&
      variables.isRecord(base.args)
      ? { variable: base.args, group, field }
      : undefined;
  }

  function visitCall(node: Node<'call'>, scope: Scope): Cost {
    const [name, args] = node.args;
    if (name === 'has') {
      return visitHas(args, scope);
    }
    requireLiteral(node, name, args);
    return callOf(node, visitAll(args, scope));
  }

  /** The check for types made sure that it is about a field. */
  function visitHas(args: readonly ASTNode[], scope: Scope): Cost {
    let [node] = args;
    let taken = STEP_COST;
    while (node?.op === '.') {
      const reference = toReference(node, scope);
      if (reference) {
        visitField(node, scope);
        return { bound: SCALAR, cost: taken + ACCESS_COST };
      }
      taken += ACCESS_COST;
      [node] = node.args;
    }
    return node
      ? { ...plus(visit(node, scope), taken), bound: SCALAR }
      : { bound: SCALAR, cost: taken };
  }

  function visitMethod(node: Node<'rcall'>, scope: Scope): Cost {
    const [name, receiver, args] = node.args;
    if (MACROS.has(name)) {
      return visitMacro(node, scope);
    }
    requireLiteral(node, name, args);
    return callOf(node, visitAll([receiver, ...args], scope));
  }

  function callOf(node: Node<'call'> | Node<'rcall'>, operands: Cost[]): Cost {
    const [name] = node.args;
    const made = callBound(
      name,
      operands.map(({ bound }) => bound),
    );
    if (!made) {
      throw refuse(node, `calls '${name}', which is not a function here`);
    }
    return { bound: made.bound, cost: sum(operands) + made.cost + STEP_COST };
  }

  function visitMacro(node: Node<'rcall'>, scope: Scope): Cost {
    const [name, receiver, [variable, ...bodies]] = node.args;
    if (variable?.op !== 'id' || bodies.length === 0) {
      throw refuse(node, `needs a name: ${name}(x, …)`);
    }
    if (variables.sizes.has(variable.args)) {
      throw refuse(variable, 'is a variable already: take another name');
    }
    const base = visit(receiver, scope);
    const item = itemOf(base.bound);
    const inner = new Map([...scope, [variable.args, item]]);
    const steps = visitAll(bodies, inner);
    const { count } = base.bound;
    const made = steps.at(-1);
    return {
      bound: boundOfMacro(name, base.bound, made?.bound ?? SCALAR),
      cost: base.cost + count * (sum(steps) + STEP_COST) + STEP_COST,
    };
  }

  function visitList(items: ASTNode[], scope: Scope): Cost {
    const costs = visitAll(items, scope);
    const item = costs.reduce(
      (largest, { bound }) => largerOf(largest, bound),
      SCALAR,
    );
    return {
      bound: listBound(items.length, item),
      cost: sum(costs) + items.length * 2 + STEP_COST,
    };
  }

  function visitChoice(node: Node<'?:'>, scope: Scope): Cost {
    const costs = visitAll(node.args, scope);
    const [, one, other] = node.args;
    if (typeOf(one) !== typeOf(other)) {
      throw refuse(node, 'comes to values of different types');
    }
    return {
      bound: largerOf(costs[1]?.bound ?? SCALAR, costs[2]?.bound ?? SCALAR),
      cost: sum(costs) + STEP_COST,
    };
  }

  function visitOperator(
    node: Extract<ASTNode, { args: [ASTNode, ASTNode] }>,
    scope: Scope,
  ): Cost {
    const [left, right] = visitAll(node.args, scope);
    const operands = (left?.cost ?? 0) + (right?.cost ?? 0) + STEP_COST * 2;
    const one = left?.bound ?? SCALAR;
    const other = right?.bound ?? SCALAR;
    switch (node.op) {
      case '+': {
        const size = one.size + other.size;
        const count = one.count + other.count;
        const text = one.text + other.text;
        const item = largerOf(itemOf(one), itemOf(other));
        return {
          bound: { size, text, count, item },
          cost: operands + count + text / 8,
        };
      }
      case 'in':
        return {
          bound: SCALAR,
          cost: operands + other.count * 2 + (one.size + other.size) / 8,
        };
      default:
        return {
          bound: SCALAR,
          cost: operands + Math.min(one.size, other.size) / 8,
        };
    }
  }

  function visitAll(nodes: readonly ASTNode[], scope: Scope): Cost[] {
    return nodes.map(node => visit(node, scope));
  }
}

function boundOfLiteral({ args }: Node<'value'>): SizeBound {
  return typeof args === 'string' ? textBound(args.length) : SCALAR;
}

function boundOfMacro(
  name: string,
  list: SizeBound,
  made: SizeBound,
): SizeBound {
  switch (name) {
    case 'map':
      return listBound(list.count, made);
    case 'filter':
      return list;
    default:
      return SCALAR;
  }
}

/** What is written out can be looked at before it is used. */
function requireLiteral(node: ASTNode, name: string, args: ASTNode[]): void {
  if (!['matches', 'duration'].includes(name)) {
    return;
  }
  const [literal] = args;
  if (literal?.op !== 'value' || typeof literal.args !== 'string') {
    throw refuse(node, `needs a text that is written out: ${name}("…")`);
  }
  if (literal.args.length > 200) {
    throw refuse(literal, 'is too long');
  }
  if (name === 'matches') {
    try {
      compilePattern(literal.args);
    } catch (error) {
      throw refuse(
        literal,
        `is not a pattern of RE2: ${
          error instanceof Error ? error.message : String(error)
        }`,
      );
    }
  }
}

/** Fields are those of JSON: instants and records have none. */
function requireJson(value: ASTNode, node: ASTNode): void {
  if (typeOf(value) === 'message' || typeOf(value) === undefined) {
    throw refuse(node, 'is not there: only objects and lists have fields');
  }
}

/** As the check for types left it. */
function typeOf(node: ASTNode): unknown {
  const { checkedType } = node as ASTNode & {
    checkedType?: { kind: string; type: string };
  };
  return checkedType?.kind === 'primitive'
    ? checkedType.type
    : checkedType?.kind;
}

function refuse(node: ASTNode, message: string): ExpressionError {
  return new ExpressionError(
    `'${node.input.slice(node.start, node.end)}' ${message}`,
    { from: node.start, to: node.end },
  );
}

function plus(cost: Cost, more: number): Cost {
  return { ...cost, cost: cost.cost + more };
}

function sum(costs: readonly Cost[]): number {
  return costs.reduce((total, { cost }) => total + cost, 0);
}
