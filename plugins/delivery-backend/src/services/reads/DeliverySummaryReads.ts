import type { ScopeOptions } from '@atrium/backend-common';
import { type Period, toSkippedRefs } from '@atrium/common';
import type { DeliverySummaries } from '@atrium/plugin-delivery-common';
import type { ComponentStore } from '../../database/ComponentStore';
import type { ReadStore } from '../../database/ReadStore';
import type { ComponentScope } from '../catalog/ComponentScope';

interface DeliverySummaryReadsOptions {
  store: Pick<ReadStore, 'readNewest' | 'readRunSummaries'>;
  components: Pick<ComponentStore, 'listStandings'>;
  scope: Pick<ComponentScope, 'filterComponents'>;
}

/** Sums up the delivery of many components at once. */
export class DeliverySummaryReads {
  readonly #options: DeliverySummaryReadsOptions;

  constructor(options: DeliverySummaryReadsOptions) {
    this.#options = options;
  }

  /** The summaries of those components that one may see, in the order asked. */
  async get(
    { entityRef, ...period }: Period & { entityRef: string[] },
    options: ScopeOptions,
  ): Promise<DeliverySummaries> {
    const { store, components, scope } = this.#options;
    const asked = [...new Set(entityRef)];
    const visible = new Set(await scope.filterComponents(asked, options));
    const refs = asked.filter(ref => visible.has(ref));
    const [standings, newest, runs] = await Promise.all([
      components.listStandings({ components: refs, limit: refs.length }),
      store.readNewest(refs),
      store.readRunSummaries(refs, period),
    ]);
    const standingOf = new Map(
      standings.items.map(standing => [standing.entityRef, standing]),
    );
    return {
      items: refs.map(ref => ({
        finishedRuns: 0,
        failedRuns: 0,
        openIncidents: 0,
        status: 'unknown',
        ...standingOf.get(ref),
        ...runs.get(ref),
        entityRef: ref,
        lastProductionDeployment: newest.get(ref)?.lastProductionDeployment,
        productionDeployments: newest.get(ref)?.productionDeployments,
      })),
      skipped: toSkippedRefs(asked.filter(ref => !visible.has(ref))),
    };
  }
}
