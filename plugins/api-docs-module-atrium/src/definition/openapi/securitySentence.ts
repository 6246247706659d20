import { isRecord } from '@atrium/common';

/**
 * Says what credentials an operation needs, in Markdown.
 *
 * @param security - each entry is one way in, and needs all of its schemes
 */
export function securitySentence(security: unknown): string | undefined {
  if (!Array.isArray(security) || security.length === 0) {
    return undefined;
  }
  const ways = security
    .filter(isRecord)
    .map(way => Object.entries(way).map(describeScheme).join(' and '));
  return ways.every(way => way === '')
    ? undefined
    : `Needs ${ways.map(way => way || 'no credentials').join(', or ')}.`;
}

function describeScheme([name, scopes]: [string, unknown]): string {
  const list = Array.isArray(scopes) ? scopes.filter(isText) : [];
  return list.length === 0
    ? `\`${name}\``
    : `\`${name}\` with ${list.map(scope => `\`${scope}\``).join(', ')}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
