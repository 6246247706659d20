import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDuplicates } from './findDuplicates.ts';
import type { TestStep } from './TestStep.ts';

/**
 * Libraries whose identity matters: two copies do not see each other's
 * services, APIs, contexts or styles.
 */
const SINGLE_LIBRARIES = [
  '@backstage/backend-app-api',
  '@backstage/backend-defaults',
  '@backstage/backend-plugin-api',
  '@backstage/catalog-model',
  '@backstage/core-app-api',
  '@backstage/core-components',
  '@backstage/core-plugin-api',
  '@backstage/frontend-app-api',
  '@backstage/frontend-defaults',
  '@backstage/frontend-plugin-api',
  '@backstage/plugin-auth-node',
  '@backstage/plugin-catalog-node',
  '@backstage/plugin-catalog-react',
  '@backstage/plugin-events-node',
  '@backstage/plugin-permission-node',
  '@backstage/plugin-permission-react',
  '@backstage/plugin-scaffolder-node',
  '@backstage/plugin-search-react',
  '@backstage/theme',
  '@backstage/ui',
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
];

/** Checks that yarn.lock holds one version of each library that must be one. */
export const duplicates: TestStep = {
  name: 'duplicates',
  leavesCore: true,
  async run({ root }) {
    const lockfile = await readFile(join(root, 'yarn.lock'), 'utf8');
    const found = findDuplicates(lockfile, SINGLE_LIBRARIES);
    return {
      passed: found.length === 0 ? 1 : 0,
      failed: found.length === 0 ? 0 : 1,
      skipped: 0,
      output: found
        .map(
          ({ name, copies }) =>
            `${name} is there ${copies.length} times:\n${copies
              .map(copy => `  ${copy.version} for ${copy.requestedAs}`)
              .join('\n')}`,
        )
        .join('\n'),
    };
  },
};
