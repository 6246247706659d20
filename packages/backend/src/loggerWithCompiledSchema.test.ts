import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { loadConfigSchema } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { createLoggerFactory } from './loggerWithCompiledSchema';

describe('createLoggerFactory', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atrium-schema-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  afterEach(() => jest.restoreAllMocks());

  async function getLogger(data: JsonObject) {
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
    return ServiceFactoryTester.from(createLoggerFactory(file), {
      dependencies: [mockServices.rootConfig.factory({ data })],
    }).getSubject();
  }

  it('keeps out of the log what the compiled schema calls secret', async () => {
    const addRedactions = jest.spyOn(WinstonLogger.prototype, 'addRedactions');

    await getLogger({ slo: { token: 'open-sesame', title: 'Cave' } });

    expect(addRedactions.mock.calls.map(([secrets]) => [...secrets])).toEqual([
      ['open-sesame'],
    ]);
  });

  it('follows backend.logger as the stock logger does', async () => {
    const addRedactions = jest.spyOn(WinstonLogger.prototype, 'addRedactions');
    const setLevelOverrides = jest.spyOn(
      WinstonLogger.prototype,
      'setLevelOverrides',
    );
    const overrides = [
      { matchers: { type: 'incomingRequest', status: [200] }, level: 'warn' },
    ];

    await getLogger({
      slo: { token: 'atrium' },
      backend: { logger: { redactAllowlist: ['atrium'], overrides } },
    });

    expect(addRedactions.mock.calls.map(([secrets]) => [...secrets])).toEqual([
      [],
    ]);
    expect(setLevelOverrides).toHaveBeenCalledWith(overrides);
  });
});
