import { NAMED_BY_ENTITY, RepositoryFileStore } from '@atrium/backend-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { Activation } from '../allocation/Activation';
import { AllocationChanges } from '../allocation/AllocationChanges';
import { AllocationPublisher } from '../allocation/definitions/AllocationPublisher';
import { GenerationStore } from '../allocation/generations/GenerationStore';
import { Recalculation } from '../allocation/generations/Recalculation';
import { KeyTargets } from '../allocation/targets/KeyTargets';
import { WorldStore } from '../allocation/targets/WorldStore';
import { AllocationStore } from '../allocation/versions/AllocationStore';
import { type SampleCharge, seedImport } from './seedImport';

/** All of allocation over a database, without the tasks that run it. */
export function startAllocationParts(knex: Knex) {
  const generations = new GenerationStore(knex);
  const parts = {
    allocations: new AllocationStore(knex),
    generations,
    keyTargets: new KeyTargets(knex),
    knex,
    recalculation: new Recalculation({ currency: 'EUR', generations, knex }),
    worlds: new WorldStore(knex),
  };
  const changes = new AllocationChanges(parts);
  const activation = new Activation({ ...parts, onChange: () => undefined });
  const files = new RepositoryFileStore(knex, {
    table: 'allocation_files',
    naming: NAMED_BY_ENTITY,
  });
  const publisher = new AllocationPublisher({
    ...parts,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => undefined,
        fail: async () => undefined,
      }),
    }),
    files,
    signals: { publish: () => undefined },
  });
  return {
    ...parts,
    activation,
    changes,
    files,
    publisher,
    /** Stores a delivery and puts it in force. */
    async bring(charges: SampleCharge[], source?: string) {
      const { importId, months } = await seedImport(knex, { charges, source });
      await activation.activate(importId, months);
      return importId;
    },
    /** Publishes a file of rules, and shows cost by it. */
    async publish(spec: object) {
      const content = JSON.stringify({
        apiVersion: 'atrium.dev/v1',
        kind: 'CostAllocation',
        metadata: { name: 'test' },
        spec,
      });
      await files.saveFolder(new Map([['rules.yaml', content]]));
      await publisher.publish();
      await changes.recalculate();
    },
    /** Has the catalog hold these entities and no others. */
    async setEntities(
      entities: {
        ref: string;
        type?: string;
        owner?: string;
        system?: string;
      }[],
    ) {
      await knex('entities').delete();
      await knex('entities').insert(
        entities.map(({ owner, ref, system, type }) => ({
          entity_ref: ref,
          kind: ref.split(':')[0],
          type: type ?? null,
          owner_refs: owner === undefined ? [] : [owner],
          system_refs: system === undefined ? [] : [system],
          hash: ref,
        })),
      );
      await changes.followCatalog();
    },
    /** What is shown: `<place> <from pool> <currency>` and its effective cost. */
    async shown(
      where: { from?: string; to?: string } = {},
    ): Promise<Record<string, string>> {
      const { from = '-infinity', to = 'infinity' } = where;
      const { rows } = await knex.raw(
        `SELECT concat_ws(' ', t.kind, nullif(t.ref, ''), 'of ' || p.ref, d.currency) AS place,
           trim_scale(sum(c.effective))::text AS amount
         FROM daily_costs c JOIN generations g ON g.id = c.generation_id
         JOIN targets t ON t.id = c.target_id
         LEFT JOIN targets p ON p.id = c.pool_id
         JOIN dimensions d ON d.id = c.dimension_id
         WHERE g.state = 'active' AND c.day >= ?::date AND c.day < ?::date
         GROUP BY 1 ORDER BY 1`,
        [from, to],
      );
      return Object.fromEntries(
        rows.map((row: { place: string; amount: string }) => [
          row.place,
          row.amount,
        ]),
      );
    },
  };
}
