import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/**
 * The config of a backend that runs one plugin alone, as `startBackend` starts
 * it.
 */
export function createRootConfig(
  config: ConstructorParameters<typeof ConfigReader>[0] = {},
) {
  const { BENCH_PORT, BENCH_TOKEN, BENCH_POSTGRES_URL } = process.env;
  const baseUrl = `http://localhost:${BENCH_PORT}`;
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port: Number(BENCH_PORT) },
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: BENCH_TOKEN, subject: 'bench' },
              },
            ],
          },
          database: {
            client: 'pg',
            connection: BENCH_POSTGRES_URL,
            pluginDivisionMode: 'schema',
            ensureSchemaExists: true,
            knexConfig: { pool: { min: 0, max: 10 } },
          },
        },
        ...config,
      }) as never,
  });
}
