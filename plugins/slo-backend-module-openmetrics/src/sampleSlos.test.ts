import {
  indicatorOf,
  queriesOf,
  readOpenSloFile,
} from '@atrium/plugin-slo-common';
import { mockServices } from '@backstage/backend-test-utils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOpenMetricsConfig } from './config/readOpenMetricsConfig';
import { OpenMetricsEndpoints } from './OpenMetricsEndpoints';

const folder = join(__dirname, '../../../examples/acme');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('slo.yaml'),
);

describe('the SLOs of the sample organisation', () => {
  it('are in at least twelve repositories', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files)('%s has no problem', file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { definitions, problems } = readOpenSloFile(text);
    expect(problems).toEqual([]);
    expect(definitions.length).toBeGreaterThan(0);

    const endpoints = new OpenMetricsEndpoints(
      readOpenMetricsConfig(
        mockServices.rootConfig({
          data: {
            slo: {
              openmetrics: {
                endpoints: {
                  sandbox: {
                    url: 'http://localhost:7013/services/{service}/metrics',
                  },
                },
              },
            },
          },
        }),
      ).endpoints,
    );
    for (const definition of definitions) {
      for (const objective of definition.objectives) {
        const asked = queriesOf(indicatorOf(definition, objective)).filter(
          ({ query }) => query.sourceType === 'openmetrics',
        );
        for (const { query } of asked) {
          expect(endpoints.resolve(query.spec)).not.toHaveProperty('problems');
        }
      }
    }
  });
});
