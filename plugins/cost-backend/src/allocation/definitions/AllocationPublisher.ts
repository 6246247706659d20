import {
  readYamlFolder,
  type RepositoryFileStore,
  type SignalPublisher,
} from '@atrium/backend-common';
import { fileProblemLine } from '@atrium/common/yaml';
import { ALL_COST_REF, type CostSubject } from '@atrium/plugin-cost-common';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readFile } from 'node:fs/promises';
import type { AllocationConfig } from '../../config/readAllocationConfig';
import { words } from '../../costWords';
import type { AllocationStore } from '../versions/AllocationStore';
import { chooseAllocation } from './chooseAllocation';
import { describeAllocationChanges } from './describeAllocationChanges';

interface AllocationPublisherOptions {
  allocations: AllocationStore;
  auditor: AuditorService;
  files: RepositoryFileStore;
  knex: Knex;
  signals: Pick<SignalPublisher<CostSubject>, 'publish'>;
}

/** Makes what the file of rules says the next version of them. */
export class AllocationPublisher {
  readonly #options: AllocationPublisherOptions;

  constructor(options: AllocationPublisherOptions) {
    this.#options = options;
  }

  /**
   * Takes over the file or folder of the operator, when the portal starts.
   *
   * @throws InputError that names every problem: the operator can put it right
   * before anybody's cost changes.
   */
  async loadOwn({ file, folder }: AllocationConfig): Promise<void> {
    const own =
      folder === undefined
        ? new Map<string, string>()
        : await readYamlFolder(folder);
    if (file !== undefined) {
      own.set(file, await readFile(file, 'utf8'));
    }
    const { problems } = chooseAllocation(
      [...own].map(([source, content]) => ({
        source,
        content,
        origin: 'folder' as const,
      })),
      undefined,
    );
    if (problems.length > 0) {
      throw new InputError(
        `The rules of 'cost.allocation' cannot be used:\n${problems
          .map(fileProblemLine)
          .join('\n')}`,
      );
    }
    await this.#options.files.saveFolder(own);
    await this.publish();
  }

  /**
   * Adds a version where the file says something new, one replica at a time.
   *
   * @remarks Rules whose file is gone or broken stay in force: nobody wants all cost
   * to be unallocated because of a typing error.
   */
  async publish(): Promise<void> {
    const { allocations, auditor, files, knex, signals } = this.#options;
    const published = await knex.transaction(async trx => {
      // Reading goes on meanwhile.
      await files.lock(trx);
      const newest = await allocations.findNewest(trx);
      const { allocation, problems } = chooseAllocation(
        await files.list(trx),
        newest?.source,
      );
      await files.saveProblems(trx, problems);
      if (!allocation) {
        return undefined;
      }
      if (newest?.hash === allocation.hash) {
        await allocations.move(trx, { ...allocation, version: newest.version });
        return undefined;
      }
      const version = (newest?.version ?? 0) + 1;
      const { appliesFrom } = allocation.definition.spec;
      const changes = describeAllocationChanges(
        newest?.definition,
        allocation.definition,
      ).map(change => words.text(change));
      await allocations.add(trx, {
        ...allocation,
        appliesFrom,
        changes,
        version,
      });
      return { version, source: allocation.source, changes };
    });
    if (published) {
      const event = await auditor.createEvent({
        eventId: 'allocation-publish',
        meta: { object: `version ${published.version}`, ...published },
      });
      await event.success();
      signals.publish([ALL_COST_REF], ['allocation']);
    }
  }
}
