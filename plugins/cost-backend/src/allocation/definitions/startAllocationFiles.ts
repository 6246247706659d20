import {
  EntityFileReader,
  findAllowedFiles,
  readDueFiles,
  RepositoryFileStore,
} from '@atrium/backend-common';
import { onRepositoryPush } from '@atrium/git-hosts';
import { COST_ANNOTATION } from '@atrium/plugin-cost-common';
import type { AllocationConfig } from '../../config/readAllocationConfig';
import type { CostEnvironment } from '../../CostEnvironment';
import type { AllocationStore } from '../versions/AllocationStore';
import { AllocationPublisher } from './AllocationPublisher';

interface StartAllocationFilesOptions {
  allocations: AllocationStore;
  config: AllocationConfig;
  environment: CostEnvironment;
}

const MAX_FILE_BYTES = 500_000;

/** The files of rules, as they are kept. */
export interface AllocationFiles {
  files: RepositoryFileStore;
  /** Looks for files, reads those that are due, and publishes. */
  readAgain(signal?: AbortSignal): Promise<void>;
}

/**
 * Takes over the rules of the operator, and keeps files of rules in repositories as
 * they are there.
 */
export async function startAllocationFiles({
  allocations,
  config,
  environment,
}: StartAllocationFilesOptions): Promise<AllocationFiles> {
  const files = new RepositoryFileStore(environment.knex, {
    table: 'allocation_files',
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
  await onRepositoryPush({
    ...environment,
    id: 'cost-pushes',
    handle: ({ repositoryUrl }) => files.markPushed(repositoryUrl),
  });
  return {
    files,
    async readAgain(signal) {
      const found = await findAllowedFiles({
        ...environment,
        annotation: COST_ANNOTATION,
        repositories: config.repositories,
        setting: 'cost.allocation.repositories',
      });
      await files.syncRepositoryFiles(found);
      await readDueFiles({
        ...environment,
        files,
        reader,
        signal,
        subject: 'rules of cost',
      });
      await publisher.publish();
    },
  };
}
