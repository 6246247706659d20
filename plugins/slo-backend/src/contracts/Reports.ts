import type { ScopeOptions } from '@atrium/backend-common';
import { decodeCursor, encodeCursor, type Page } from '@atrium/common';
import {
  type contractQuerySchema,
  type reportQuerySchema,
  type SlaContract,
  type SlaReport,
  type SloExclusion,
} from '@atrium/plugin-slo-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { ContractStore } from '../database/ContractStore';
import type { ReadStore, StoredSlo } from '../database/ReadStore';
import type { SeriesStore } from '../database/SeriesStore';
import type { SloReads } from '../reads/SloReads';
import {
  buildReport,
  type MeasuredObjective,
  planReport,
  reportSums,
} from './buildReport';
import { monthAt } from './monthDays';

interface ReportsOptions {
  store: ContractStore;
  slos: Pick<ReadStore, 'listSlosOf'>;
  series: SeriesStore;
  reads: Pick<SloReads, 'findEntities'>;
  /** Those of entities that still do not count. */
  listExclusions(entityRefs: string[]): Promise<SloExclusion[]>;
}

/** One month of one agreement. */
interface ReportKey {
  contract: SlaContract;
  month: string;
}

const offsetSchema = z.tuple([z.number().int().min(0)]);

/** Answers how agreements went, month by month. */
export class Reports {
  readonly #options: ReportsOptions;

  constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /** A page of agreements, by name. */
  async listContracts(
    query: z.output<typeof contractQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<SlaContract>> {
    const { entityRef, ownerRef, limit, cursor } = query;
    const all = await this.#findContracts([entityRef, ownerRef], options);
    return toPage(all, { limit, cursor });
  }

  /** A page of months, newest first. */
  async list(
    query: z.output<typeof reportQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<SlaReport>> {
    const { contractId, entityRef, month, limit, cursor } = query;
    const contracts = await this.#findContracts([entityRef], options);
    const keys = contracts
      .filter(({ id }) => contractId === undefined || id === contractId)
      .flatMap(monthsOf)
      .filter(key => month === undefined || key.month === month)
      // The order of names stays within a month.
      .sort((a, b) => b.month.localeCompare(a.month));
    const page = toPage(keys, { limit, cursor });
    return { ...page, items: await this.#read(page.items) };
  }

  /**
   * One month of an agreement.
   *
   * @throws NotFoundError when it does not hold in that month.
   */
  async get(contract: SlaContract, month: string): Promise<SlaReport> {
    if (!monthsOf(contract).some(key => key.month === month)) {
      throw new NotFoundError(
        `'${contract.name}' has no report for '${month}'`,
      );
    }
    const [report] = await this.#read([{ contract, month }]);
    return report;
  }

  /** Closes a month that is over: from now on its report never changes. */
  async close(
    contract: SlaContract,
    month: string,
    closedBy: string,
  ): Promise<SlaReport> {
    const report = await this.get(contract, month);
    if (report.state === 'running') {
      throw new ConflictError(`'${month}' is not over yet`);
    }
    const closed: SlaReport = {
      ...report,
      state: 'closed',
      closedAt: new Date().toISOString(),
      closedBy,
    };
    if (
      report.state === 'closed' ||
      !(await this.#options.store.close(closed))
    ) {
      throw new ConflictError(`'${month}' was closed already`);
    }
    return closed;
  }

  async #findContracts(
    conditions: (string | undefined)[],
    options: ScopeOptions,
  ): Promise<SlaContract[]> {
    const { store, reads } = this.#options;
    return store.list(await reads.findEntities(conditions, options));
  }

  /** Closed ones as they are, the others from the counts, all in one sum. */
  async #read(keys: ReportKey[]): Promise<SlaReport[]> {
    const { store, slos, series, listExclusions } = this.#options;
    const ids = [...new Set(keys.map(({ contract }) => contract.id))];
    const refs = [...new Set(keys.map(({ contract }) => contract.entityRef))];
    const [closed, own, exclusions] = await Promise.all([
      store.listClosed(ids),
      slos.listSlosOf(refs),
      listExclusions(refs),
    ]);
    const objectives = await series.listObjectives(own);
    const now = new Date();
    const reports = keys.map(({ contract, month }) => ({
      closed: closed.find(
        report => report.contract.id === contract.id && report.month === month,
      ),
      plan: planReport(contract, {
        month,
        measured: findObjective(contract, own, objectives),
        exclusions: exclusions.filter(
          ({ entityRef }) => entityRef === contract.entityRef,
        ),
        now,
      }),
    }));
    const open = reports.filter(report => !report.closed);
    const sums = await series.sum(open.flatMap(({ plan }) => reportSums(plan)));
    return reports.map(
      report => report.closed ?? buildReport(report.plan, sums),
    );
  }
}

function findObjective(
  { entityRef, sloName, objectiveId }: SlaContract,
  slos: StoredSlo[],
  objectives: Awaited<ReturnType<SeriesStore['listObjectives']>>,
): MeasuredObjective | undefined {
  const slo = slos.find(
    one => one.entityRef === entityRef && one.name === sloName,
  );
  const evaluated =
    slo &&
    objectives
      .get(slo.id)
      ?.objectives.find(
        ({ objective }) =>
          objectiveId === undefined || objective.id === objectiveId,
      );
  return slo && evaluated
    ? { definition: slo.definition, evaluated }
    : undefined;
}

/** The months that an agreement holds in, up to this one. */
function monthsOf(contract: SlaContract): ReportKey[] {
  const { validFrom, validTo, timeZone } = contract;
  const last = monthAt(new Date(), timeZone);
  const end =
    validTo && validTo.slice(0, 7) < last ? validTo.slice(0, 7) : last;
  const keys: ReportKey[] = [];
  for (let month = validFrom.slice(0, 7); month <= end; ) {
    keys.push({ contract, month });
    const [year, number] = month.split('-').map(Number);
    month = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  }
  return keys;
}

function toPage<T>(
  all: T[],
  { limit, cursor }: { limit: number; cursor?: string },
): Page<T> {
  const [offset] =
    cursor === undefined ? [0] : decodeCursor(offsetSchema, cursor);
  const end = offset + limit;
  return {
    items: all.slice(offset, end),
    totalItems: all.length,
    nextCursor: end < all.length ? encodeCursor([end]) : undefined,
  };
}
