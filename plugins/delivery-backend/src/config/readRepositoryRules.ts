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

const PATTERN = /^[^/*\s]+(?:\/[^/*\s]+)+\/(?:\*|[^/*\s]+)$/;

/** Reads and checks `delivery.repositoryRules`. */
export function readRepositoryRules(
  config: Config | undefined,
): RepositoryRule[] {
  const rules = config?.getOptionalConfig('repositoryRules');
  return (rules?.keys() ?? []).map(name => {
    const path = `delivery.repositoryRules.${name}`;
    const from = rules?.getString(`${name}.from`) ?? '';
    const patterns = rules?.getStringArray(`${name}.repositories`) ?? [];
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
