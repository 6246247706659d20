import { parseYamlFile } from '@atrium/common/yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costAllocationDefinitionSchema } from './costAllocationDefinition';

const SAMPLE = join(
  __dirname,
  '../../../../examples/acme/cost-allocation/cost-allocation.yaml',
);

describe('the rules of the sample organisation', () => {
  it('are a valid document, whose pools are all there', () => {
    const { documents, problems } = parseYamlFile(
      readFileSync(SAMPLE, 'utf8'),
      {
        schema: costAllocationDefinitionSchema,
        unknownKey: 'is not known',
      },
    );

    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1);
    const [{ document, problems: fieldProblems }] = documents;
    expect(fieldProblems).toEqual([]);
    const pools = document?.spec.pools.map(({ name }) => name);
    const named = document?.spec.rules.flatMap(({ to }) => to.pool ?? []);
    expect(new Set(named)).toEqual(new Set(pools));
  });
});
