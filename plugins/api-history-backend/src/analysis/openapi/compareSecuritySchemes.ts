import { mapOf, textOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainMap } from '@atrium/common/yaml';
import { words } from '../../apiHistoryWords';
import { describeValues } from '../tree/describeValue';
import type { OpenApiDocument } from './OpenApiDocument';
import type { ComparedDocuments, Pair } from './OperationContext';

/** Compares how the schemes work that both documents have. */
export function compareSecuritySchemes(documents: ComparedDocuments): void {
  const before = schemesOf(documents.before);
  const after = schemesOf(documents.after);
  for (const [formerName, was] of before) {
    const name = documents.renamedSchemes.get(formerName) ?? formerName;
    const is = after.get(name);
    if (is) {
      compareScheme(documents, name, { before: was, after: is });
    }
  }
}

/**
 * What schemes are called now whose name is gone while another one works as they
 * did: callers do not know the names.
 */
export function findRenamedSchemes(
  documents: Pair<OpenApiDocument>,
): Map<string, string> {
  const before = schemesOf(documents.before);
  const after = schemesOf(documents.after);
  const gone = new Map([...before].filter(([name]) => !after.has(name)));
  const fresh = new Map([...after].filter(([name]) => !before.has(name)));
  const renamed = new Map<string, string>();
  for (const describe of [describeInFull, describeScheme]) {
    const names = Map.groupBy(fresh.keys(), name =>
      describe(fresh.get(name) ?? {}),
    );
    for (const [formerName, scheme] of gone) {
      const name = names.get(describe(scheme))?.shift();
      if (name !== undefined && describeScheme(scheme) !== '') {
        renamed.set(formerName, name);
        gone.delete(formerName);
        fresh.delete(name);
      }
    }
  }
  return renamed;
}

function schemesOf(document: OpenApiDocument): Map<string, PlainMap> {
  return new Map(
    Object.entries(document.components('securitySchemes')).map(
      ([name, scheme]) => [name, document.mapAt(scheme)],
    ),
  );
}

function compareScheme(
  documents: ComparedDocuments,
  name: string,
  schemes: Pair<PlainMap>,
): void {
  const before = describeScheme(schemes.before);
  const after = describeScheme(schemes.after);
  if (before !== after) {
    documents.collector.add({
      severity: 'breaking',
      rule: 'security-scheme-changed',
      path: name,
      message: words.describe('apiHistory.change.schemeChanged', { name }),
      before,
      after,
    });
    return;
  }
  const flows = {
    before: describeFlows(schemes.before),
    after: describeFlows(schemes.after),
  };
  const isWithout = (one: readonly string[], other: readonly string[]) =>
    one.some(flow => !other.includes(flow));
  const isRemoved = isWithout(flows.before, flows.after);
  if (isRemoved || isWithout(flows.after, flows.before)) {
    documents.collector.add({
      // Often the same secrets are good for the same tokens at another place.
      severity: isRemoved ? 'risky' : 'compatible',
      rule: 'security-flow-changed',
      path: name,
      message: isRemoved
        ? words.describe('apiHistory.change.flowChanged', { name })
        : words.describe('apiHistory.change.flowAdded', { name }),
      before: describeValues(flows.before),
      after: describeValues(flows.after),
    });
  }
}

function describeInFull(scheme: PlainMap): string {
  return JSON.stringify([describeScheme(scheme), ...describeFlows(scheme)]);
}

function describeScheme(scheme: PlainMap): string {
  return ['type', 'scheme', 'in', 'name']
    .map(key => textOf(scheme, key)?.toLocaleLowerCase('en-US'))
    .filter(part => part !== undefined)
    .join(' ');
}

/** The ways to get a token with their addresses; operations say the scopes. */
function describeFlows(scheme: PlainMap): string[] {
  const flows = Object.entries(mapOf(scheme, 'flows')).map(([name, flow]) => {
    const addresses = Object.entries(isPlainMap(flow) ? flow : {})
      .filter(([key]) => key.endsWith('Url'))
      .map(([key, url]) => `${key} ${url}`);
    return [name, ...addresses.sort()].join(' ');
  });
  const discovery = ['openIdConnectUrl', 'oauth2MetadataUrl'].flatMap(
    key => textOf(scheme, key) ?? [],
  );
  return [...flows.filter(flow => !flow.startsWith('x-')), ...discovery];
}
