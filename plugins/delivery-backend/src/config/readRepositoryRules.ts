import { readNamedSections } from '@atrium/backend-common';
import { normalizeRepository } from '@atrium/plugin-delivery-common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Lets the entities of one repository claim others. */
export interface RepositoryRule {
  /** `host/owner/name` of the repository that their files lie in. */
  from: string;
  /** `host/owner/name`, or `host/owner/*` for all of an owner. */
  repositories: string[];
}

const KEY = 'delivery.repositoryRules';
const PATTERN = /^[^/*\s]+(?:\/[^/*\s]+)+\/(?:\*|[^/*\s]+)$/;

/** Reads and checks `delivery.repositoryRules`. */
export function readRepositoryRules(root: Config): RepositoryRule[] {
  return readNamedSections(root, KEY).map(([name, rule]) => {
    const path = `${KEY}.${name}`;
    const from = rule.getString('from');
    const patterns = rule.getStringArray('repositories');
    for (const pattern of [from, ...patterns]) {
      if (!PATTERN.test(pattern)) {
        throw new InputError(
          `'${path}' takes 'host/owner/name', and 'host/owner/*' in 'repositories', got '${pattern}'`,
        );
      }
    }
    const repository = normalizeRepository(from);
    if (!repository || from.endsWith('/*')) {
      throw new InputError(`'${path}.from' must be one repository`);
    }
    return {
      from: repository,
      repositories: patterns.map(pattern => pattern.toLocaleLowerCase('en-US')),
    };
  });
}
