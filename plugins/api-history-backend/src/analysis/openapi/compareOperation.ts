import { words } from '../../apiHistoryWords';
import { mapOf, textOf, valueOf } from '@atrium/api-definitions';
import type { PlainMap } from '@atrium/common/yaml';
import type { ComparedOperation, OperationSide } from './ComparedOperation';
import { compareContent } from './compareContent';
import { compareParameters } from './compareParameters';
import { compareResponses } from './compareResponses';
import { compareSecurity } from './compareSecurity';
import type { ComparedDocuments, Pair } from './OperationContext';
import { OperationContext } from './OperationContext';

/** Finds what changed in one operation. */
export function compareOperation(
  documents: ComparedDocuments,
  compared: ComparedOperation,
): void {
  const context = new OperationContext(documents, compared.location);
  const before = compared.before.operation;
  const after = compared.after.operation;
  compareDeprecation(context, { before, after });
  compareRequestBody(context, { ...compared });
  if (compared.isInverted) {
    // How consumers answer is up to them; what they are sent is what counts.
    return;
  }
  compareOperationId(context, { before, after });
  compareParameters(context, compared);
  compareResponses(context, {
    before: valueOf(before, 'responses'),
    after: valueOf(after, 'responses'),
  });
  compareSecurity(context, { before, after });
  compareCallbacks(context, { before, after });
}

function compareDeprecation(
  context: OperationContext,
  { before, after }: Pair<PlainMap>,
): void {
  if (
    valueOf(before, 'deprecated') !== true &&
    valueOf(after, 'deprecated') === true
  ) {
    context.report({
      severity: 'compatible',
      rule: 'operation-deprecated',
      message: words.describe('apiHistory.change.operationDeprecated', {
        operation: context.location,
      }),
    });
  }
}

function compareOperationId(
  context: OperationContext,
  operations: Pair<PlainMap>,
): void {
  const before = textOf(operations.before, 'operationId');
  const after = textOf(operations.after, 'operationId');
  if (before !== undefined && before !== after) {
    context.report({
      severity: 'risky',
      rule: 'operation-id-changed',
      message: words.describe('apiHistory.change.operationId'),
      before,
      after,
    });
  }
}

function compareRequestBody(
  context: OperationContext,
  compared: ComparedOperation,
): void {
  const { isInverted } = compared;
  const direction = isInverted ? 'response' : 'request';
  const path = isInverted ? 'body' : 'request body';
  const raw = {
    before: valueOf(compared.before.operation, 'requestBody'),
    after: valueOf(compared.after.operation, 'requestBody'),
  };
  const bodies = context.maps(raw);
  if (!isInverted) {
    const wasRequired = valueOf(bodies.before, 'required') === true;
    const isRequired = valueOf(bodies.after, 'required') === true;
    if (raw.before === undefined && raw.after !== undefined) {
      context.report({
        severity: isRequired ? 'breaking' : 'compatible',
        rule: isRequired ? 'request-body-required' : 'request-body-added',
        path,
        message: isRequired
          ? words.describe('apiHistory.change.bodyAddedRequired')
          : words.describe('apiHistory.change.bodyAdded'),
      });
      return;
    }
    if (raw.before !== undefined && raw.after === undefined) {
      context.report({
        severity: 'breaking',
        rule: 'request-body-removed',
        path,
        message: words.describe('apiHistory.change.bodyRemoved'),
      });
      return;
    }
    if (wasRequired !== isRequired) {
      context.report({
        severity: isRequired ? 'breaking' : 'compatible',
        rule: isRequired ? 'request-body-required' : 'request-body-optional',
        path,
        message: isRequired
          ? words.describe('apiHistory.change.bodyRequired')
          : words.describe('apiHistory.change.bodyOptional'),
      });
    }
  }
  compareContent(context, {
    before: mapOf(bodies.before, 'content'),
    after: mapOf(bodies.after, 'content'),
    direction,
    path,
  });
}

function compareCallbacks(
  context: OperationContext,
  operations: Pair<PlainMap>,
): void {
  const before = callbacksOf(context, operations, 'before');
  const after = callbacksOf(context, operations, 'after');
  for (const [key, was] of before) {
    const location = `${context.location} callback ${key}`;
    const is = after.get(key);
    if (is) {
      compareOperation(context.documents, {
        location,
        before: was,
        after: is,
        isInverted: true,
      });
    } else {
      context.documents.collector.add(
        {
          severity: 'breaking',
          rule: 'callback-removed',
          message: words.describe('apiHistory.change.callbackRemoved', {
            name: key,
          }),
        },
        [location],
      );
    }
  }
  for (const key of after.keys()) {
    if (!before.has(key)) {
      context.documents.collector.add(
        {
          severity: 'compatible',
          rule: 'callback-added',
          message: words.describe('apiHistory.change.callbackAdded', {
            name: key,
          }),
        },
        [`${context.location} callback ${key}`],
      );
    }
  }
}

function callbacksOf(
  context: OperationContext,
  operations: Pair<PlainMap>,
  side: 'before' | 'after',
): Map<string, OperationSide> {
  const document = context.documents[side];
  const found = new Map<string, OperationSide>();
  const callbacks = mapOf(operations[side], 'callbacks');
  for (const [name, callback] of Object.entries(callbacks)) {
    for (const [path, item] of Object.entries(document.mapAt(callback))) {
      const pathItem = document.mapAt(item);
      for (const method of ['post', 'put', 'patch', 'get', 'delete']) {
        const operation = mapOf(pathItem, method);
        if (Object.keys(operation).length > 0) {
          found.set(`${name} ${method.toLocaleUpperCase('en-US')}`, {
            operation,
            pathItem,
            path,
          });
        }
      }
    }
  }
  return found;
}
