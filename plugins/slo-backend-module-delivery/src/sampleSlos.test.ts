import {
  indicatorOf,
  queriesOf,
  readOpenSloFile,
} from '@atrium/plugin-slo-common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeliverySpec } from './readDeliverySpec';

const folder = join(__dirname, '../../../examples/acme');

describe('the SLOs of the sample organisation', () => {
  it('ask for deployments and runs in a way that can be answered', () => {
    const asked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('slo.yaml'))
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .flatMap(text => readOpenSloFile(text).definitions)
      .flatMap(definition =>
        definition.objectives.flatMap(objective =>
          queriesOf(indicatorOf(definition, objective)),
        ),
      )
      .filter(({ query }) => query.sourceType === 'delivery');
    expect(new Set(asked.map(({ query }) => query.spec.measure))).toEqual(
      new Set(['deployments', 'runs']),
    );
    for (const { part, query } of asked) {
      expect(readDeliverySpec(query, part)).toHaveProperty('query');
    }
  });
});
