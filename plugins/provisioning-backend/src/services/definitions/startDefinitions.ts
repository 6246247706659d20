import {
  type AllowedEntity,
  EntityFileReader,
  type EntityOrigins,
  type ScheduledFileReads,
  scheduleFileReads,
} from '@atrium/backend-common';
import {
  type AuthService,
  type LifecycleService,
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
import {
  findDefinitionEntities,
  findDefinitionFiles,
} from './findDefinitionFiles';
import { DefinitionTrial } from './proposals/DefinitionTrial';

interface StartDefinitionsOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  config: DefinitionsConfig;
  drivers: KnownDrivers;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  origins: EntityOrigins;
  scheduler: SchedulerService;
  store: DefinitionStore;
  urlReader: UrlReaderService;
}

const MAX_FILE_BYTES = 1_000_000;
/** When a file is read again although nobody pushed. */
const REREAD_AFTER_MS = 10 * 60_000;

/** What those who write definitions ask. */
export interface StartedDefinitions {
  trial: DefinitionTrial;
  files: ScheduledFileReads;
  /** The entities whose repositories may define. */
  findEntities(): Promise<AllowedEntity[]>;
}

/**
 * Puts the definitions of the folder in force, and keeps those of repositories
 * as they are there.
 *
 * @throws InputError when those of the folder have problems
 */
export async function startDefinitions(
  options: StartDefinitionsOptions,
): Promise<StartedDefinitions> {
  const { config, drivers, store } = options;
  const builtIn = await readBuiltInTypes(
    resolvePackagePath(
      '@atrium/plugin-provisioning-backend',
      'definitions/types',
    ),
  );
  const checker = new DefinitionChecker(drivers);
  const loader = new DefinitionLoader({ builtIn, checker, store });
  const findOptions = { ...options, repositories: config.repositories };
  await loader.loadFolder(config.folder);
  const task = new DefinitionsTask({
    ...options,
    find: () => findDefinitionFiles(findOptions),
    loader,
    reader: new EntityFileReader({
      reader: options.urlReader,
      maxFileBytes: MAX_FILE_BYTES,
    }),
    rereadAfterMs: REREAD_AFTER_MS,
  });
  const files = await scheduleFileReads({
    ...options,
    id: 'provisioning-definitions',
    pluginId: 'provisioning',
    markPushed: url => store.files.markPushed(url),
    fn: signal => task.run(signal),
  });
  return {
    files,
    trial: new DefinitionTrial({ builtIn, checker, store }),
    findEntities: async () => {
      const entities = await findDefinitionEntities(findOptions);
      return entities.filter(({ refusal }) => refusal === undefined);
    },
  };
}
