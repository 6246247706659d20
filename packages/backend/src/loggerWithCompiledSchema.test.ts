import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const written: string[] = [];
    const keep = (line: unknown) => written.push(String(line)) > 0;
    // Winston takes the one or the other, as Jest has replaced the console.
    const spies = [
      jest.spyOn(process.stdout, 'write').mockImplementation(keep),
      jest.spyOn(console, 'log').mockImplementation(keep),
    ];
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

    const logger = await ServiceFactoryTester.from(createLoggerFactory(file), {
      dependencies: [
        mockServices.rootConfig.factory({
          data: { slo: { token: 'open-sesame', title: 'Cave' } },
        }),
      ],
    }).getSubject();
    logger.info('open-sesame opens the Cave');
    spies.forEach(spy => spy.mockRestore());

    expect(written.join('')).toContain('*** opens the Cave');
    expect(written.join('')).not.toContain('open-sesame');
  });
});
