import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { parse } from 'yaml';

/** Who people are, and what runs with the rights of the portal. */
const GUARDED_KINDS = ['User', 'Group', 'Template'];
const REVIEWED =
  /\/(?:org|golden-paths)\/(?:src\/branch|\{blob,tree\})\/main\/\*\*$/;

describe.each(['app-config.sandbox.yaml', 'app-config.production.yaml'])(
  'catalog.rules of %s',
  file => {
    it('take people and templates from the reviewed branch of one repository only', async () => {
      const text = await readFile(resolve(__dirname, '../../..', file), 'utf8');
      const rules = mockServices
        .rootConfig({ data: parse(text) })
        .getConfigArray('catalog.rules');
      for (const kind of GUARDED_KINDS) {
        const patterns = rules
          .filter(rule => rule.getStringArray('allow').includes(kind))
          .map(rule =>
            rule
              .getOptionalConfigArray('locations')
              ?.map(location => location.getString('pattern')),
          );
        expect(patterns).toEqual([[expect.stringMatching(REVIEWED)]]);
      }
    });
  },
);
