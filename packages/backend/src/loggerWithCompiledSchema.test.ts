import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { loadConfigSchema } from '@backstage/config-loader';
import { createLoggerFactory } from './loggerWithCompiledSchema';

describe('createLoggerFactory', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atrium-schema-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps out of the log what the compiled schema calls secret', async () => {
    const addRedactions = jest.spyOn(WinstonLogger.prototype, 'addRedactions');
    const schema = await loadConfigSchema({
      serialized: {
        backstageConfigSchemaVersion: 1,
        schemas: [
          {
            packageName: 'slo-backend',
            path: 'config.d.ts',
            value: {
              type: 'object',
              properties: {
                slo: {
                  type: 'object',
                  properties: {
                    token: { type: 'string', visibility: 'secret' },
                    title: { type: 'string' },
                  },
                },
              },
            },
          },
        ],
      },
    });
    const file = join(folder, 'schema.json');
    await writeFile(file, JSON.stringify(schema.serialize()));

    await ServiceFactoryTester.from(createLoggerFactory(file), {
      dependencies: [
        mockServices.rootConfig.factory({
          data: { slo: { token: 'open-sesame', title: 'Cave' } },
        }),
      ],
    }).getSubject();

    expect(addRedactions.mock.calls.map(([secrets]) => [...secrets])).toEqual([
      ['open-sesame'],
    ]);
  });
});
