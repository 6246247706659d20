import { entityNotFound, type ScopeOptions } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import {
  type EntityRow,
  type EntitySummary,
  type OpenIncident,
  type PartName,
  partNameSchema,
} from '@atrium/plugin-entity-summary-common';
import {
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SummedParts } from '../database/sumParts';
import { toNewRow, toKeptEntity } from '../entities/toKeptEntity';
import { OWN_PARTS, SUMMED_KINDS, SUMMED_PARTS } from '../parts/partKinds';
import type { PartsReader, Readings } from '../parts/PartsReader';
import type { CostVisibility } from '../services/CostVisibility';
import type { EntityLists } from '../services/EntityLists';
import { judgeEntity } from '../services/health';
import { withDeadline } from '../services/withDeadline';
import type { ChangeReader, DeliveryReading } from './ChangeReader';
import { findSuspect } from './findSuspect';
import type { Neighbours } from './Neighbours';

interface SummariesOptions {
  catalog: CatalogService;
  changes: ChangeReader;
  costs: CostVisibility;
  deadlineMs: number;
  delivery: Pick<DeliveryService, 'getIncidents'>;
  lists: EntityLists;
  neighbours: Neighbours;
  parts: PartsReader;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const MAX_INCIDENTS = 20;
/** Delivery knows components, and what consists of them or owns them. */
const DELIVERED_KINDS = ['component', 'system', 'domain', 'group', 'user'];

/** Answers the page of one entity, from all plugins at once. */
export class Summaries {
  readonly #options: SummariesOptions;

  constructor(options: SummariesOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or is hidden */
  async get(entityRef: string, options: ScopeOptions): Promise<EntitySummary> {
    const { catalog, changes, lists, neighbours } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, options);
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const ref = stringifyEntityRef(entity);
    const kind = entity.kind.toLocaleLowerCase('en-US');
    const time = {
      ...options,
      from: new Date(Date.now() - WEEK_MS).toISOString(),
    };
    const subject = {
      entityRef: ref,
      kind,
      apiRefs:
        kind === 'api' ? [ref] : relationTargets(entity, RELATION_PROVIDES_API),
    };
    const delivery = DELIVERED_KINDS.includes(kind)
      ? changes.readDelivery(subject, time)
      : undefined;
    // Who waits for it, is told; it must not end the process meanwhile.
    delivery?.catch(() => undefined);
    const [rows, readings, surroundings, incidents, changed] =
      await Promise.all([
        lists.getRows([ref], options),
        this.#readParts(ref, kind, options),
        neighbours.find(entity, options),
        delivery ? this.#readIncidents(ref, delivery, options) : [],
        changes.read(subject, delivery, time),
      ]);
    const row = rows.at(0) ?? toNewRow(toKeptEntity(entity));
    const parts = await this.#toParts(
      { row, readings, memberParts: surroundings.memberParts },
      options,
    );
    return {
      entity: withLiveParts(row, parts),
      parts,
      incidents,
      ...changed,
      neighbours: surroundings.neighbours,
    };
  }

  async #readParts(
    ref: string,
    kind: string,
    options: ScopeOptions,
  ): Promise<Readings> {
    const wanted = (OWN_PARTS[kind] ?? []).map(name => [name, [ref]]);
    return this.#options.parts.read(Object.fromEntries(wanted), options);
  }

  async #toParts(
    subject: {
      row: EntityRow;
      readings: Readings;
      memberParts: SummedParts;
    },
    options: ScopeOptions,
  ): Promise<EntitySummary['parts']> {
    const { row, readings, memberParts } = subject;
    const { entityRef: ref, kind } = row;
    const own = (name: PartName) => {
      const reading = readings[name];
      if (reading?.state !== 'ready') {
        return reading ?? { state: 'absent' as const };
      }
      if (reading.unknownRefs.has(ref)) {
        return { state: 'unavailable' as const, reason: 'failed' as const };
      }
      const value = reading.values.get(ref);
      return value === undefined
        ? { state: 'absent' as const }
        : { state: 'ready' as const, value };
    };
    const answers = new Map<PartName, unknown>(
      partNameSchema.options.map(name => [name, own(name)]),
    );
    if (SUMMED_KINDS.includes(kind)) {
      for (const name of SUMMED_PARTS) {
        const value = memberParts[name];
        answers.set(
          name,
          value ? { state: 'ready', value } : { state: 'absent' },
        );
      }
    }
    if (
      readings.cost?.state === 'ready' &&
      !readings.cost.values.has(ref) &&
      // Cost leaves out what one may not see, as what costs nothing.
      !(await this.#options.costs.canSeeCostOf(row, options))
    ) {
      answers.set('cost', { state: 'hidden' });
    }
    return Object.fromEntries(answers) as EntitySummary['parts'];
  }

  /** Open ones in production; where delivery does not answer, its part says so. */
  async #readIncidents(
    entityRef: string,
    delivery: DeliveryReading,
    options: ScopeOptions,
  ): Promise<OpenIncident[]> {
    const query = {
      entityRef,
      state: 'open' as const,
      tier: 'production' as const,
      limit: MAX_INCIDENTS,
    };
    try {
      const [page, { deployments }] = await withDeadline(
        Promise.all([
          this.#options.delivery.getIncidents(query, options),
          delivery,
        ]),
        this.#options.deadlineMs,
      );
      return page.items
        .map(incident => ({
          id: incident.id,
          entityRef: incident.entityRef,
          description: incident.description,
          environment: incident.environment,
          since: incident.detectedAt,
          url: incident.url,
          suspect: findSuspect(incident, deployments),
        }))
        .sort((one, other) =>
          (one.since ?? '') < (other.since ?? '') ? -1 : 1,
        );
    } catch {
      return [];
    }
  }
}

/** A row as its plugins say now, where they answered. */
function withLiveParts(
  row: EntityRow,
  parts: EntitySummary['parts'],
): EntityRow {
  if (SUMMED_KINDS.includes(row.kind)) {
    return row;
  }
  const { delivery, findings, provisioning, runtime, slo } = parts;
  const answers = [delivery, slo, runtime, provisioning, findings];
  if (answers.some(({ state }) => state === 'unavailable')) {
    return row;
  }
  const judgement = judgeEntity({
    delivery: delivery.state === 'ready' ? delivery.value : undefined,
    findings: findings.state === 'ready' ? findings.value : undefined,
    provisioning:
      provisioning.state === 'ready' ? provisioning.value : undefined,
    runtime: runtime.state === 'ready' ? runtime.value : undefined,
    slo: slo.state === 'ready' ? slo.value : undefined,
  });
  return { ...row, healthReason: undefined, ...judgement };
}
