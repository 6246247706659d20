import { words } from '../../apiHistoryWords';
import { listOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { describeValues } from '../tree/describeValue';
import type { OperationContext, Pair } from './OperationContext';

/** One way to be let in: scopes by scheme. No scheme: everybody is. */
type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares who may call an operation. */
export function compareSecurity(
  context: OperationContext,
  operations: Pair<PlainMap>,
): void {
  const { documents } = context;
  const before = alternativesOf(
    documents.before.root,
    operations.before,
    documents.renamedSchemes,
  );
  const after = alternativesOf(documents.after.root, operations.after);
  const isOpen = (all: Map<string, Alternative[]>) => all.has('');
  if (isOpen(before) && isOpen(after)) {
    return;
  }
  if (isOpen(after)) {
    context.report({
      severity: 'compatible',
      rule: 'security-removed',
      message: words.describe('apiHistory.change.securityRemoved'),
      before: [...before.keys()].join(', '),
    });
    return;
  }
  if (isOpen(before)) {
    context.report({
      severity: 'breaking',
      rule: 'security-required',
      message: words.describe('apiHistory.change.securityRequired'),
      after: [...after.keys()].join(', '),
    });
    return;
  }
  for (const [name, was] of before) {
    const is = after.get(name);
    if (is) {
      compareAlternatives(context, name, { before: was, after: is });
    } else if (!areLetIn(was, [...after.values()].flat())) {
      context.report({
        severity: 'breaking',
        rule: 'security-alternative-removed',
        message: words.describe('apiHistory.change.authenticationRemoved', {
          name,
        }),
        before: name,
      });
    }
  }
  for (const name of after.keys()) {
    if (!before.has(name)) {
      reportAdded(context, name);
    }
  }
}

/** Whether callers by each of some alternatives get in by another one as well. */
function areLetIn(before: Alternative[], after: Alternative[]): boolean {
  return before.every(was =>
    after.some(
      is =>
        [...is.keys()].every(scheme => was.has(scheme)) &&
        missingScopes(was, is) === 0,
    ),
  );
}

function reportAdded(context: OperationContext, name: string): void {
  context.report({
    severity: 'compatible',
    rule: 'security-alternative-added',
    message: words.describe('apiHistory.change.authenticationAdded', { name }),
    after: name,
  });
}

/** Compares the alternatives that use the same schemes with other scopes. */
function compareAlternatives(
  context: OperationContext,
  name: string,
  { before, after }: Pair<Alternative[]>,
): void {
  const matched = new Set<Alternative>();
  for (const was of before) {
    const is = findClosest(was, after);
    const isKnown = before.some(other => isSame(other, is));
    // Whoever fitted this one still gets in by another that is as it was.
    if (!(isKnown && missingScopes(was, is) === 0)) {
      compareScopes(context, { before: was, after: is });
    }
    matched.add(is);
  }
  for (const is of after) {
    const wasLetIn = before.some(was => missingScopes(is, was) === 0);
    if (!matched.has(is) && !wasLetIn) {
      const scopes = [...is.values()].flatMap(all => [...all]);
      reportAdded(context, `${name} (${describeValues(scopes)})`);
    }
  }
}

/** The alternative that asks for the fewest other scopes. */
function findClosest(
  alternative: Alternative,
  candidates: Alternative[],
): Alternative {
  return candidates.reduce((closest, candidate) => {
    const difference =
      missingScopes(alternative, candidate) -
        missingScopes(alternative, closest) ||
      missingScopes(candidate, alternative) -
        missingScopes(closest, alternative);
    return difference < 0 ? candidate : closest;
  });
}

/** How many scopes the other one asks for that this one does not bring. */
function missingScopes(one: Alternative, other: Alternative): number {
  return [...other].reduce(
    (count, [scheme, scopes]) =>
      count + [...scopes].filter(scope => !one.get(scheme)?.has(scope)).length,
    0,
  );
}

function isSame(one: Alternative, other: Alternative): boolean {
  return missingScopes(one, other) === 0 && missingScopes(other, one) === 0;
}

function compareScopes(
  context: OperationContext,
  { before, after }: Pair<Alternative>,
): void {
  for (const [scheme, scopes] of after) {
    const known = before.get(scheme) ?? new Set();
    const added = [...scopes].filter(scope => !known.has(scope));
    const removed = [...known].filter(scope => !scopes.has(scope));
    if (added.length > 0) {
      context.report({
        severity: 'breaking',
        rule: 'security-scope-added',
        message: words.describe('apiHistory.change.scopeAdded', {
          scopes: describeValues(added),
          scheme,
        }),
        after: describeValues(added),
      });
    }
    if (removed.length > 0) {
      context.report({
        severity: 'compatible',
        rule: 'security-scope-removed',
        message: words.describe('apiHistory.change.scopeRemoved', {
          scopes: describeValues(removed),
          scheme,
        }),
        before: describeValues(removed),
      });
    }
  }
}

/**
 * What the operation asks for, or else what the whole API does, by schemes.
 *
 * @param renamed - what schemes are called in the other document
 */
function alternativesOf(
  root: PlainMap,
  operation: PlainMap,
  renamed: ReadonlyMap<string, string> = new Map(),
): Map<string, Alternative[]> {
  const owner = Array.isArray(valueOf(operation, 'security'))
    ? operation
    : root;
  const requirements = listOf(owner, 'security').filter(isPlainMap);
  const alternatives = requirements.map(requirement =>
    readOne(requirement, renamed),
  );
  return Map.groupBy(
    alternatives.length > 0 ? alternatives : [new Map()],
    alternative => [...alternative.keys()].sort().join(' and '),
  );
}

function readOne(
  requirement: PlainMap,
  renamed: ReadonlyMap<string, string>,
): Alternative {
  return new Map(
    Object.keys(requirement).map(scheme => [
      renamed.get(scheme) ?? scheme,
      new Set(listOf(requirement, scheme).filter(isText)),
    ]),
  );
}

function isText(value: PlainData): value is string {
  return typeof value === 'string';
}
