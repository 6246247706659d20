import { join } from 'node:path';
import {
  listShippedTexts,
  type ResourceType,
} from '@atrium/plugin-provisioning-common';
import { readBuiltInTypes } from '../definitions/DefinitionLoader';
import { DefinitionReads } from './DefinitionReads';

const FOLDER = join(__dirname, '../../../definitions/types');

it('says of the types of the portal what their texts are, and nothing of others', async () => {
  const builtIn = await readBuiltInTypes(FOLDER);
  const types = builtIn.map(({ document, source }) => ({
    type: document as ResourceType,
    source,
  }));
  const [{ type: mysql }] = types;
  const reads = new DefinitionReads({
    config: { environments: [], approverRefs: [] },
    definitions: {
      checkedAt: async () => undefined,
      files: async () => [],
      list: async () => [],
      listTypes: async () => [
        ...types,
        { type: mysql, source: 'https://git.acme.example/platform/mysql.yaml' },
      ],
      problems: async () => [],
    },
    drivers: { list: () => [] },
    resources: { countByDefinition: async () => new Map() },
  });
  const { types: summaries } = await reads.get();
  const [written] = summaries.splice(-1);
  expect(written).toMatchObject({ name: 'mysql', messages: undefined });

  expect(summaries.map(({ name }) => name).toSorted()).toEqual([
    'mysql',
    'postgres',
    'queue',
    'redis',
    'topic',
  ]);
  for (const { messages = {}, ...summary } of summaries) {
    const { title, description, parameters, outputs } = summary;
    // A text that was changed without its message would be English for everybody.
    expect(Object.keys(messages)).toEqual(
      listShippedTexts({
        title,
        description,
        schemas: { parameters, outputs },
      }).map(([path]) => path),
    );
  }
});
