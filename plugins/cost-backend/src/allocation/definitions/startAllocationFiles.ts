import {
  EntityFileReader,
  findAllowedFiles,
  readDueFiles,
  NAMED_BY_ENTITY,
  RepositoryFileStore,
  type ScheduledFileReads,
  scheduleFileReads,
} from '@atrium/backend-common';
import { COST_ANNOTATION } from '@atrium/plugin-cost-common';
import type { AllocationConfig } from '../../config/readAllocationConfig';
import type { CostEnvironment } from '../../CostEnvironment';
import type { AllocationStore } from '../versions/AllocationStore';
import { AllocationPublisher } from './AllocationPublisher';

interface StartAllocationFilesOptions {
  allocations: AllocationStore;
  config: AllocationConfig;
  environment: CostEnvironment;
  /** Told when other rules may be published. */
  onRead(): void;
}

const MAX_FILE_BYTES = 500_000;

/** The files of rules, as they are kept. */
export interface AllocationFiles {
  files: RepositoryFileStore;
  reads: ScheduledFileReads;
}

/**
 * Takes over the rules of the operator, and keeps files of rules in repositories as
 * they are there.
 */
export async function startAllocationFiles({
  allocations,
  config,
  environment,
  onRead,
}: StartAllocationFilesOptions): Promise<AllocationFiles> {
  const files = new RepositoryFileStore(environment.knex, {
    table: 'allocation_files',
    naming: NAMED_BY_ENTITY,
  });
  const publisher = new AllocationPublisher({
    ...environment,
    allocations,
    files,
  });
  await publisher.loadOwn(config);
  const reader = new EntityFileReader({
    reader: environment.urlReader,
    maxFileBytes: MAX_FILE_BYTES,
  });
  const reads = await scheduleFileReads({
    ...environment,
    id: 'cost-allocation-files',
    pluginId: 'cost',
    markPushed: url => files.markPushed(url),
    async fn(signal) {
      const found = await findAllowedFiles({
        ...environment,
        annotation: COST_ANNOTATION,
        repositories: config.repositories,
        setting: 'cost.allocation.repositories',
      });
      await files.syncRepositoryFiles(found);
      const againInMs = await readDueFiles({
        ...environment,
        files,
        reader,
        signal,
        subject: 'rules of cost',
      });
      await publisher.publish();
      onRead();
      return againInMs;
    },
  });
  return { files, reads };
}
