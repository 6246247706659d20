import { readFile } from 'node:fs/promises';
import {
  WinstonLogger,
  type WinstonLoggerLevelOverride,
} from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createBackendFeatureLoader,
  createServiceFactory,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { findConfigSecrets } from './findConfigSecrets';

/** What the launcher compiles: the schemas of all packages. */
interface CompiledSchemas {
  schemas: { value: JsonObject }[];
}

/**
 * The root logger of a backend that runs from its sources. Which config is
 * secret, and has to be kept out of the log, it learns from the schema that the
 * launcher compiled into `file`. `backend.logger` means what it means to the
 * stock logger.
 */
export function createLoggerFactory(file: string) {
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: { config: coreServices.rootConfig },
    async factory({ config }) {
      const logger = WinstonLogger.create({
        meta: {
          service: 'backstage',
          ...config.getOptional('backend.logger.meta'),
        },
        level: config.getOptionalString('backend.logger.level'),
      });
      const compiled: CompiledSchemas = JSON.parse(
        await readFile(file, 'utf8'),
      );
      const schemas = compiled.schemas.map(({ value }) => value);
      const apply = () => {
        const allowed = readAllowedWords(config);
        const secrets = findConfigSecrets(schemas, config.getOptional() ?? {});
        logger.addRedactions(
          [...secrets].filter(secret => !allowed.has(secret)),
        );
        logger.setLevelOverrides(readOverrides(config));
      };
      apply();
      config.subscribe?.(apply);
      return logger;
    },
  });
}

function readAllowedWords(config: RootConfigService): Set<string> {
  return new Set(
    config.getOptionalStringArray('backend.logger.redactAllowlist'),
  );
}

function readOverrides(
  config: RootConfigService,
): WinstonLoggerLevelOverride[] {
  const overrides = config.getOptionalConfigArray('backend.logger.overrides');
  return (overrides ?? []).map(override => ({
    matchers: override.getConfig('matchers').get(),
    level: override.getString('level'),
  }));
}

/**
 * Takes the place of the stock root logger where the launcher starts the
 * backend: the stock one compiles the `config.d.ts` of every package at each
 * start, which costs seconds. A built backend has its schemas compiled.
 */
export const loggerWithCompiledSchema = createBackendFeatureLoader({
  *loader() {
    const file = process.env.ATRIUM_CONFIG_SCHEMA;
    if (file) {
      yield createLoggerFactory(file);
    }
  },
});
