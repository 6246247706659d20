import {
  EntityFileReader,
  type EntityOrigins,
  type ScheduleFileReadsOptions,
} from '@atrium/backend-common';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScorecardConfig } from '../config/readScorecardConfig';
import type { createEngine } from '../createEngine';
import type { ScorecardStores } from '../database/createStores';
import { DefinitionsTask } from '../definitions/DefinitionsTask';
import { findScorecardFiles } from '../definitions/findScorecardFiles';
import { CollectTask } from '../facts/CollectTask';
import type { FactRegistry } from '../facts/FactRegistry';
import type { ScorecardTasks } from './scheduleTasks';

interface CreateTasksOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ScorecardConfig;
  engine: ReturnType<typeof createEngine>;
  logger: LoggerService;
  origins: EntityOrigins;
  registry: FactRegistry;
  stores: ScorecardStores;
  urlReader: UrlReaderService;
}

const MAX_FILE_BYTES = 1_000_000;

/** Creates what scorecard does by time. */
export function createTasks(options: CreateTasksOptions): ScorecardTasks & {
  readDefinitions: ScheduleFileReadsOptions['fn'];
} {
  const { config, engine, stores } = options;
  const definitions = new DefinitionsTask({
    ...options,
    ...engine,
    files: stores.files,
    find: () => findScorecardFiles({ ...options, config: config.definitions }),
    reader: new EntityFileReader({
      reader: options.urlReader,
      maxFileBytes: MAX_FILE_BYTES,
    }),
  });
  const collect = new CollectTask({ ...options, ...engine, ...stores });
  return {
    readDefinitions: signal => definitions.run(signal),
    collect: signal => collect.run(signal),
    evaluate: signal => engine.evaluateTask.run(signal),
    async forget() {
      const before = new Date(Date.now() - config.retentionMs);
      await stores.facts.deleteOlderThan(before);
      await stores.results.deleteOlderThan(before);
      await stores.entities.deleteOlderThan(before);
      await stores.entities.forgetRemoved(before);
    },
  };
}
