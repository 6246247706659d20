import { EntityFileReader, type EntityOrigins } from '@atrium/backend-common';
import { onRepositoryPush } from '@atrium/git-hosts';
import {
  type AuthService,
  type LoggerService,
  resolvePackagePath,
  type SchedulerService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { DefinitionsConfig } from '../../config/readDefinitionsConfig';
import type { DefinitionStore } from '../../database/DefinitionStore';
import { DefinitionsTask } from '../../tasks/DefinitionsTask';
import { DefinitionChecker, type KnownDrivers } from './DefinitionChecker';
import { DefinitionLoader, readBuiltInTypes } from './DefinitionLoader';
import { findDefinitionFiles } from './findDefinitionFiles';

interface StartDefinitionsOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  config: DefinitionsConfig;
  drivers: KnownDrivers;
  events: EventsService;
  logger: LoggerService;
  origins: EntityOrigins;
  scheduler: SchedulerService;
  store: DefinitionStore;
  urlReader: UrlReaderService;
}

const MAX_FILE_BYTES = 1_000_000;
/** When a file is read again although nobody pushed. */
const REREAD_AFTER_MS = 10 * 60_000;

/**
 * Puts the definitions of the folder in force, and keeps those of repositories
 * as they are there.
 *
 * @throws InputError when those of the folder have problems
 */
export async function startDefinitions(
  options: StartDefinitionsOptions,
): Promise<void> {
  const { config, drivers, scheduler, store } = options;
  const loader = new DefinitionLoader({
    builtIn: await readBuiltInTypes(
      resolvePackagePath(
        '@atrium/plugin-provisioning-backend',
        'definitions/types',
      ),
    ),
    checker: new DefinitionChecker(drivers),
    store,
  });
  await loader.loadFolder(config.folder);
  const task = new DefinitionsTask({
    ...options,
    find: () =>
      findDefinitionFiles({ ...options, repositories: config.repositories }),
    loader,
    reader: new EntityFileReader({
      reader: options.urlReader,
      maxFileBytes: MAX_FILE_BYTES,
    }),
    rereadAfterMs: REREAD_AFTER_MS,
  });
  await scheduler.scheduleTask({
    id: 'provisioning-definitions',
    scope: 'global',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 3 },
    fn: signal => task.run(signal),
  });
  await onRepositoryPush({
    ...options,
    id: 'provisioning-pushes',
    handle: ({ repositoryUrl }) => store.markPushed(repositoryUrl),
  });
}
