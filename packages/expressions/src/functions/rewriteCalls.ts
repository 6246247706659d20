import type { ASTNode } from '@marcbachmann/cel-js';
import { rewrittenCalls } from './rewrittenCalls';

/**
 * Has functions of the language run as they do here: an overload of a function
 * cannot be replaced, so its calls are.
 */
export function rewriteCalls(node: unknown): void {
  if (Array.isArray(node)) {
    node.forEach(rewriteCalls);
    return;
  }
  if (!isNode(node)) {
    return;
  }
  if (node.op === 'rcall' || node.op === 'call') {
    const [name] = node.args;
    node.args[0] = rewrittenCalls[name] ?? name;
  }
  rewriteCalls(node.args);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}
