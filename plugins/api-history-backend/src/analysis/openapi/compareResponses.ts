import { words } from '../../apiHistoryWords';
import { mapOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { compareContent } from './compareContent';
import type { OperationContext, Pair } from './OperationContext';

/** Compares what an operation answers, by status. */
export function compareResponses(
  context: OperationContext,
  responses: Pair,
): void {
  const before = byStatus(responses.before);
  const after = byStatus(responses.after);
  for (const [status, was] of before) {
    const is = after.has(status)
      ? after.get(status)
      : rangeOf(status, { responses: after, others: before });
    if (is === undefined) {
      reportRemoved(context, status);
    } else {
      compareResponse(context, status, { before: was, after: is });
    }
  }
  for (const [status, is] of after) {
    if (!before.has(status)) {
      const was = rangeOf(status, { responses: before });
      if (was === undefined) {
        reportAdded(context, status);
      } else {
        compareResponse(context, status, { before: was, after: is });
      }
    }
  }
}

function compareResponse(
  context: OperationContext,
  status: string,
  responses: Pair,
): void {
  const pair = context.maps(responses);
  const path = `${describeStatus(status)} response`;
  compareHeaders(context, { ...pair, path });
  compareContent(context, {
    before: mapOf(pair.before, 'content'),
    after: mapOf(pair.after, 'content'),
    direction: 'response',
    path,
  });
}

function reportRemoved(context: OperationContext, status: string): void {
  const isSuccess = isSuccessStatus(status);
  context.report({
    severity: isSuccess ? 'breaking' : 'risky',
    rule: 'response-status-removed',
    path: `${describeStatus(status)} response`,
    message: isSuccess
      ? words.describe('apiHistory.change.statusRemoved', { status })
      : words.describe('apiHistory.change.statusUndescribed', { status }),
    before: status,
  });
}

function reportAdded(context: OperationContext, status: string): void {
  const isSuccess = isSuccessStatus(status);
  context.report({
    // Consumers have to expect errors; another way to succeed is news to them.
    severity: isSuccess ? 'risky' : 'compatible',
    rule: 'response-status-added',
    path: `${describeStatus(status)} response`,
    message: isSuccess
      ? words.describe('apiHistory.change.statusAdded', { status })
      : words.describe('apiHistory.change.statusDescribed', { status }),
    after: status,
  });
}

/**
 * What a status falls under when it is not described by itself.
 *
 * @remarks Beside a success, `default` describes the errors. It stands for a
 * success only where there is no other, and where the other document does not
 * describe both.
 */
function rangeOf(
  status: string,
  {
    responses,
    others,
  }: {
    responses: ReadonlyMap<string, PlainData>;
    others?: ReadonlyMap<string, PlainData>;
  },
): PlainData | undefined {
  const isForErrors =
    describesSuccess(responses) ||
    (others !== undefined && others.has('DEFAULT') && describesSuccess(others));
  return (
    responses.get(`${status.charAt(0)}XX`) ??
    (isSuccessStatus(status) && isForErrors
      ? undefined
      : responses.get('DEFAULT'))
  );
}

function describesSuccess(responses: ReadonlyMap<string, PlainData>): boolean {
  return [...responses.keys()].some(isSuccessStatus);
}

function isSuccessStatus(status: string): boolean {
  return /^[23]/.test(status);
}

function byStatus(responses: PlainData | undefined): Map<string, PlainData> {
  return new Map(
    isPlainMap(responses)
      ? Object.entries(responses)
          .filter(([status]) => !status.startsWith('x-'))
          .map(([status, value]) => [status.toLocaleUpperCase('en-US'), value])
      : [],
  );
}

function describeStatus(status: string): string {
  return status === 'DEFAULT' ? 'default' : status;
}

function compareHeaders(
  context: OperationContext,
  responses: Pair<PlainMap> & { path: string },
): void {
  const before = byHeaderName(responses.before);
  const after = byHeaderName(responses.after);
  for (const [key, was] of before) {
    const path = `header '${was.name}' of the ${responses.path}`;
    const is = after.get(key);
    if (!is) {
      context.report({
        severity: 'breaking',
        rule: 'response-header-removed',
        path,
        message: words.describe('apiHistory.change.headerRemoved', {
          name: was.name,
        }),
      });
      continue;
    }
    const pair = context.maps({ before: was.value, after: is.value });
    const wasRequired = valueOf(pair.before, 'required') === true;
    const isRequired = valueOf(pair.after, 'required') === true;
    if (wasRequired !== isRequired) {
      context.report({
        severity: wasRequired ? 'breaking' : 'compatible',
        rule: isRequired
          ? 'response-header-required'
          : 'response-header-optional',
        path,
        message: isRequired
          ? words.describe('apiHistory.change.headerAlways', { name: is.name })
          : words.describe('apiHistory.change.headerSometimes', {
              name: is.name,
            }),
      });
    }
    context.documents.schemas.add({
      before: valueOf(pair.before, 'schema') ?? true,
      after: valueOf(pair.after, 'schema') ?? true,
      direction: 'response',
      path,
      location: context.location,
    });
  }
  for (const [key, { name }] of after) {
    if (!before.has(key)) {
      context.report({
        severity: 'compatible',
        rule: 'response-header-added',
        path: `header '${name}' of the ${responses.path}`,
        message: words.describe('apiHistory.change.headerAdded', { name }),
      });
    }
  }
}

function byHeaderName(
  response: PlainMap,
): Map<string, { name: string; value: PlainData }> {
  return new Map(
    Object.entries(mapOf(response, 'headers')).map(([name, value]) => [
      name.toLocaleLowerCase('en-US'),
      { name, value },
    ]),
  );
}
