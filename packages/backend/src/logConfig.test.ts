import { resolve } from 'node:path';
import { createConfigSecretEnumerator } from '@backstage/backend-defaults/rootConfig';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ConfigSources,
  FileConfigSource,
  loadConfigSchema,
} from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';

const ROOT = resolve(__dirname, '../../..');

/** Every variable is a secret that nothing else resembles. */
async function readConfig(file: string) {
  return ConfigSources.toConfig(
    ConfigSources.merge(
      ['app-config.yaml', file].map(name =>
        FileConfigSource.create({
          path: resolve(ROOT, name),
          watch: false,
          substitutionFunc: async variable => `value of ${variable}`,
        }),
      ),
    ),
  );
}

const files = ['app-config.sandbox.yaml', 'app-config.production.yaml'];

describe('backend.logger', () => {
  it.each(files)(
    'blanks what comes from the environment, and no word of the product, in %s',
    async file => {
      const schema = await loadConfigSchema({
        dependencies: [],
        packagePaths: [resolve(ROOT, 'packages/backend/package.json')],
      });
      const logger = mockServices.logger.mock();
      const findSecrets = await createConfigSecretEnumerator({
        logger,
        schema,
      });
      const config = await readConfig(file);
      const allowed = config.getStringArray('backend.logger.redactAllowlist');

      const secrets = [...findSecrets(config)].filter(
        secret => !allowed.includes(secret),
      );

      config.close();
      expect(secrets.length).toBeGreaterThan(3);
      expect(secrets.filter(value => !value.startsWith('value of '))).toEqual(
        [],
      );
      expect(allowed).toEqual(['atrium']);
    },
    60_000,
  );

  it.each(files)('is what its schema asks for in %s', async file => {
    const schema = await loadConfigSchema({
      dependencies: ['@backstage/backend-defaults'],
    });
    const config = await readConfig(file);
    config.close();
    const data = {
      app: { baseUrl: 'http://localhost' },
      backend: {
        baseUrl: 'http://localhost',
        listen: ':0',
        database: { client: 'pg', connection: 'postgresql://localhost' },
        logger: config.get<JsonObject>('backend.logger'),
      },
    };

    expect(schema.process([{ data, context: 'test' }])).toHaveLength(1);
  });

  it.each(files)(
    'passes over what goes well all the time in %s',
    async file => {
      const config = await readConfig(file);
      const { format, setOverrides } = WinstonLogger.logLevelFilter('info');
      setOverrides(config.get('backend.logger.overrides'));
      config.close();
      const isLogged = (url: string, status: number) =>
        format.transform({
          level: 'info',
          message: '',
          type: 'incomingRequest',
          url,
          status,
        }) !== false;

      expect(isLogged('/.backstage/health/v1/readiness', 200)).toBe(false);
      expect(isLogged('/.backstage/health/v1/readiness', 503)).toBe(true);
      expect(isLogged('/api/events/bus/v1/events', 204)).toBe(false);
      expect(isLogged('/api/slo/.backstage/auth/v1/jwks.json', 200)).toBe(
        false,
      );
      expect(isLogged('/api/slo/slos', 200)).toBe(true);
      expect(isLogged('/api/auth/oidc/handler/frame', 200)).toBe(true);
    },
  );
});
