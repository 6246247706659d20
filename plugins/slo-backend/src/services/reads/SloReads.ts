import { words } from '../../sloWords';
import {
  type EntityScope,
  findScopedEntities,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { ScopedPage } from '@atrium/common';
import {
  type alertQuerySchema,
  type EntityDefinitions,
  type EntitySloStatus,
  hasAlertOfEachObjective,
  type SloAlert,
  type SloDetails,
  type sloListQuerySchema,
  type SloState,
  type SloSummary,
} from '@atrium/plugin-slo-common';
import { worstState } from '../../engine/budget/objectiveState';
import { isError, NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { DefinitionStore } from '../../database/DefinitionStore';
import type { ReadStore } from '../../database/ReadStore';
import type { StoredSlo } from '../../database/StoredSlo';
import { toDetails, toSummary } from './toSummary';

interface SloReadsOptions {
  store: ReadStore;
  definitions: Pick<DefinitionStore, 'get' | 'countProblems'>;
  scope: Pick<EntityScope, 'getEntities'>;
  visible: Pick<VisibleEntities, 'filterKnown'>;
}

/** Answers what one may see of SLOs. */
export class SloReads {
  readonly #options: SloReadsOptions;

  constructor(options: SloReadsOptions) {
    this.#options = options;
  }

  /** A page of SLOs, worst first. */
  async list(
    query: z.output<typeof sloListQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<SloSummary>> {
    const { entityRef, ownerRef, systemRef, state, ...request } = query;
    const { entityRefs, skipped } = await findScopedEntities(
      this.#options.scope,
      [entityRef, ownerRef, systemRef],
      options,
    );
    const page = await this.#options.store.listSlos({
      ...request,
      states: state,
      entityRefs,
    });
    return { ...page, skipped, items: page.items.map(toSummary) };
  }

  /** One SLO with all there is to say. */
  async get(id: string, options: ScopeOptions): Promise<SloDetails> {
    return toDetails(await this.find(id, options));
  }

  /**
   * One SLO.
   *
   * @throws NotFoundError when there is none that one may see, in the same
   * words, which name no entity.
   */
  async find(id: string, options: ScopeOptions): Promise<StoredSlo> {
    const { store, scope } = this.#options;
    const slo = await store.getSlo(id);
    const [visible] = slo
      ? await scope.getEntities(slo.entityRef, options).catch(hideMissing)
      : [];
    if (!slo || !visible) {
      throw words.error(
        NotFoundError,
        words.describe('slo.refusal.sloNotFound', { id }),
      );
    }
    return slo;
  }

  /** How the SLOs of entities stand together, in the order asked. */
  async getStatuses(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<EntitySloStatus[]> {
    const { store, visible, definitions } = this.#options;
    // Of what is hidden is said the same as of what has no SLO.
    const refs = await visible.filterKnown(entityRefs, options);
    const [slos, firing, problems] = await Promise.all([
      store.listSlosOf(refs),
      store.countFiring(refs),
      definitions.countProblems(refs),
    ]);
    return entityRefs.map(entityRef => ({
      ...summarise(slos.filter(slo => slo.entityRef === entityRef)),
      entityRef,
      firingAlerts: firing.get(entityRef) ?? 0,
      fileProblems: problems.get(entityRef) ?? 0,
    }));
  }

  /** A page of alerts, newest first. */
  async listAlerts(
    query: z.output<typeof alertQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<SloAlert>> {
    const { entityRef, ownerRef, ...request } = query;
    const { entityRefs, skipped } = await findScopedEntities(
      this.#options.scope,
      [entityRef, ownerRef],
      options,
    );
    const page = await this.#options.store.listAlerts({
      ...request,
      entityRefs,
    });
    return { ...page, skipped };
  }

  /** What the files of an entity say, and what is wrong with them. */
  async getDefinitions(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<EntityDefinitions> {
    const { store, definitions, scope } = this.#options;
    await scope.getEntities(entityRef, options);
    const [files, slos] = await Promise.all([
      definitions.get(entityRef),
      store.listSlosOf([entityRef]),
    ]);
    return {
      entityRef,
      files: (files ?? []).map(({ url, path, readAt, etag, problems }) => ({
        url: url ?? path,
        readAt,
        revision: etag,
        problems,
      })),
      slos: slos.map(({ id, name, isStale }) => ({ id, name, isStale })),
    };
  }
}

/** The error would name an entity that one may not see. */
function hideMissing(error: unknown): string[] {
  if (isError(error) && error.name === 'NotFoundError') {
    return [];
  }
  throw error;
}

function summarise(
  slos: StoredSlo[],
): Omit<EntitySloStatus, 'entityRef' | 'firingAlerts' | 'fileProblems'> {
  const states: Partial<Record<SloState, number>> = {};
  const all = slos.map(({ status }) => status?.state ?? 'no-data');
  for (const state of all) {
    states[state] = (states[state] ?? 0) + 1;
  }
  const objectives = slos.flatMap(({ status }) => status?.objectives ?? []);
  const together = slos.flatMap(({ status }) => status?.composite ?? []);
  return {
    slos: slos.length,
    state: worstState(all),
    states,
    budgetRemaining: leastOf(
      // Of too few events a budget says nothing: it may be overspent a hundred times.
      [...objectives, ...together]
        .filter(({ state: one }) => one !== 'not-enough-traffic')
        .flatMap(one => one.budgetRemaining ?? []),
    ),
    lowestCoverage: leastOf(objectives.map(({ coverage }) => coverage)),
    slosWithAlerts: slos.filter(({ definition }) =>
      hasAlertOfEachObjective(definition),
    ).length,
    lastDataAt: objectives
      .flatMap(({ lastDataAt }) => lastDataAt ?? [])
      .sort()
      .at(-1),
  };
}

function leastOf(values: number[]): number | undefined {
  return values.length > 0 ? Math.min(...values) : undefined;
}
