import type { ScopeOptions } from '@atrium/backend-common';
import { type Period, toSkippedRefs } from '@atrium/common';
import type {
  DoraComparison,
  DoraReport,
} from '@atrium/plugin-delivery-common';
import { InputError } from '@backstage/errors';
import type { DoraConfig } from '../../config/readDeliveryConfig';
import type { DoraStore } from '../../database/DoraStore';
import type { DayPeriod } from '../../database/DoraSummary';
import type { ComponentScope } from '../catalog/ComponentScope';
import { buildDoraReport } from './buildDoraReport';

interface DoraServiceOptions {
  store: DoraStore;
  scope: Pick<ComponentScope, 'getComponents' | 'getEach'>;
  config: DoraConfig;
}

const MAX_DAYS = 3 * 366;
const DAY_MS = 24 * 3_600_000;

/** Answers the DORA metrics of whatever stands for components. */
export class DoraService {
  readonly #options: DoraServiceOptions;

  constructor(options: DoraServiceOptions) {
    this.#options = options;
  }

  /** The metrics of one entity, or of all that one may see. */
  async getReport(
    query: Period & { entityRef?: string },
    options: ScopeOptions,
  ): Promise<DoraReport> {
    const { scope } = this.#options;
    const components = await scope.getComponents(query.entityRef, options);
    const [report] = await this.#build(
      [{ entityRef: query.entityRef, components }],
      { period: toDays(query), withTrend: true },
    );
    return report;
  }

  /**
   * The metrics of several entities, in the order of the query, without trends. Those
   * that nothing is known of are skipped, and said.
   */
  async compare(
    query: Period & { entityRef: string[] },
    options: ScopeOptions,
  ): Promise<DoraComparison> {
    const { scope } = this.#options;
    const all = await scope.getEach(query.entityRef, options);
    const sets = all.flatMap(({ entityRef, components }) =>
      components ? [{ entityRef, components }] : [],
    );
    const known = new Set(sets.map(({ entityRef }) => entityRef));
    return {
      items: await this.#build(sets, {
        period: toDays(query),
        withTrend: false,
      }),
      skipped: toSkippedRefs(query.entityRef.filter(ref => !known.has(ref))),
    };
  }

  async #build(
    sets: { entityRef?: string; components: string[] }[],
    options: { period: DayPeriod; withTrend: boolean },
  ): Promise<DoraReport[]> {
    const { store, config } = this.#options;
    const { period, withTrend } = options;
    const components = sets.map(set => set.components);
    const [summaries, progress] = await Promise.all([
      store.summarize(components, { period, byWeek: withTrend }),
      store.readProgress(components),
    ]);
    return sets.map((set, number) =>
      buildDoraReport({
        ...set,
        period,
        summary: summaries[number],
        progress: progress[number],
        config,
        withTrend,
      }),
    );
  }
}

/** The whole days (UTC) that a period touches. */
function toDays({ from, to }: Period): DayPeriod {
  const days = {
    from: from.slice(0, 10),
    to: new Date(Math.ceil(Date.parse(to) / DAY_MS) * DAY_MS)
      .toISOString()
      .slice(0, 10),
  };
  if ((Date.parse(days.to) - Date.parse(days.from)) / DAY_MS > MAX_DAYS) {
    throw new InputError(`The period may have ${MAX_DAYS} days`);
  }
  return days;
}
