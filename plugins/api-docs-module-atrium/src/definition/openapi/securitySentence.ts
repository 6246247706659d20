import { isRecord } from '@atrium/common';
import { t } from '../../translation';

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
    .map(way =>
      joinAll(Object.entries(way).map(describeScheme), (first, second) =>
        t('securitySentence.both', { first, second }),
      ),
    );
  return ways.every(way => way === '')
    ? undefined
    : t('securitySentence.needs', {
        ways: joinAll(
          ways.map(way => way || t('securitySentence.noCredentials')),
          (first, second) => t('securitySentence.either', { first, second }),
        ),
      });
}

function joinAll(
  texts: string[],
  join: (first: string, second: string) => string,
): string {
  return texts.length === 0
    ? ''
    : texts.reduce((first, second) => join(first, second));
}

function describeScheme([name, scopes]: [string, unknown]): string {
  const list = Array.isArray(scopes) ? scopes.filter(isText) : [];
  return list.length === 0
    ? `\`${name}\``
    : t('securitySentence.schemeWithScopes', {
        scheme: `\`${name}\``,
        scopes: list.map(scope => `\`${scope}\``).join(', '),
      });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
