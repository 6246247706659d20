import { resolve } from 'node:path';
import {
  ConfigSources,
  FileConfigSource,
  MutableConfigSource,
} from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';

const ROOT = resolve(__dirname, '../../../..');

/** The variables that the production configuration insists on. */
export const REQUIRED_VARIABLES = {
  ATRIUM_PORTAL_URL: 'http://localhost',
  ATRIUM_SESSION_SECRET: 'session-secret',
  ATRIUM_OIDC_METADATA_URL: 'http://localhost/oidc',
  ATRIUM_OIDC_CLIENT_ID: 'atrium',
  ATRIUM_OIDC_CLIENT_SECRET: 'client-secret',
  POSTGRES_HOST: 'localhost',
  POSTGRES_USER: 'postgres',
  POSTGRES_PASSWORD: 'postgres',
};

export interface ReadProductionConfigOptions {
  environment: Record<string, string>;
  /** What differs here from any production. */
  overrides: JsonObject;
}

/**
 * What a portal in production is configured with, read from the files that it
 * starts with, so that a test of it is a test of them.
 */
export async function readProductionConfig(
  options: ReadProductionConfigOptions,
): Promise<JsonObject> {
  const variables: Record<string, string> = {
    ...REQUIRED_VARIABLES,
    ...options.environment,
  };
  const files = ['app-config.yaml', 'app-config.production.yaml'];
  const config = await ConfigSources.toConfig(
    ConfigSources.merge([
      ...files.map(file =>
        FileConfigSource.create({
          path: resolve(ROOT, file),
          watch: false,
          substitutionFunc: async name => variables[name],
        }),
      ),
      MutableConfigSource.create({ data: options.overrides }),
    ]),
  );
  config.close();
  return config.get<JsonObject>();
}
