import type { ScopeOptions } from '@atrium/backend-common';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  type ScopedPage,
  type SkippedRefs,
} from '@atrium/common';
import type {
  contractQuerySchema,
  reportQuerySchema,
  SlaContract,
  SlaContractSummary,
  SlaReport,
  SloExclusion,
} from '@atrium/plugin-slo-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { ContractState, ContractStore } from '../database/ContractStore';
import type { ReadStore } from '../database/ReadStore';
import type { SeriesStore } from '../database/SeriesStore';
import type { StoredSlo } from '../database/StoredSlo';
import type { SloReads } from '../reads/SloReads';
import {
  buildReport,
  type MeasuredObjective,
  planReport,
  reportSums,
} from './buildReport';
import { contractMonths } from './contractMonths';
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

  /** A page of agreements, by name, with how they go. */
  async listContracts(
    query: z.output<typeof contractQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<SlaContractSummary>> {
    const { entityRef, ownerRef, systemRef, state, limit, cursor } = query;
    const { contracts, skipped } = await this.#findContracts(
      [entityRef, ownerRef, systemRef],
      { ...options, state },
    );
    const page = toPage(contracts, { limit, cursor });
    return { ...page, skipped, items: await this.#summarise(page.items) };
  }

  /** A page of months, newest first. */
  async list(
    query: z.output<typeof reportQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<SlaReport>> {
    const { contractId, entityRef, month, limit, cursor } = query;
    const found = await this.#findContracts([entityRef], options);
    const contracts = found.contracts.filter(
      ({ id }) => contractId === undefined || id === contractId,
    );
    const closed = await this.#listClosed(contracts);
    const keys = contracts
      .flatMap(contract => keysOf(contract, closed))
      .filter(key => month === undefined || key.month === month)
      // The order of names stays within a month.
      .sort((a, b) => b.month.localeCompare(a.month));
    const page = toPage(keys, { limit, cursor });
    return {
      ...page,
      skipped: found.skipped,
      items: await this.#read(page.items, closed),
    };
  }

  /**
   * One month of an agreement.
   *
   * @throws NotFoundError when it does not hold in that month.
   */
  async get(contract: SlaContract, month: string): Promise<SlaReport> {
    const closed = await this.#listClosed([contract]);
    const key = keysOf(contract, closed).find(one => one.month === month);
    if (!key) {
      throw new NotFoundError(
        `'${contract.name}' has no report for '${month}'`,
      );
    }
    const [report] = await this.#read([key], closed);
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
    options: ScopeOptions & { state?: ContractState },
  ): Promise<{ contracts: SlaContract[]; skipped: SkippedRefs }> {
    const { store, reads } = this.#options;
    const { state, ...scopeOptions } = options;
    const { entityRefs, skipped } = await reads.findEntities(
      conditions,
      scopeOptions,
    );
    const contracts = await store.list(entityRefs, { state });
    const closed = await this.#listClosed(
      contracts.filter(({ removedAt }) => removedAt !== undefined),
    );
    // Of a deleted one there is nothing but the months that were closed.
    const isLeft = ({ id, removedAt }: SlaContract) =>
      removedAt === undefined ||
      closed.some(({ contract }) => contract.id === id);
    return { contracts: contracts.filter(isLeft), skipped };
  }

  async #listClosed(contracts: SlaContract[]): Promise<SlaReport[]> {
    return this.#options.store.listClosed(contracts.map(({ id }) => id));
  }

  async #summarise(contracts: SlaContract[]): Promise<SlaContractSummary[]> {
    const now = new Date();
    const closed = await this.#listClosed(contracts);
    const reports = await this.#read(
      contracts.flatMap(contract =>
        monthsOf(contract, closed)
          .slice(-1)
          .map(month => ({ contract, month })),
      ),
      closed,
    );
    return contracts.map(contract => {
      const closedMonths = closed
        .filter(report => report.contract.id === contract.id)
        .map(({ month }) => month)
        .sort();
      const present = monthAt(now, contract.timeZone);
      return {
        ...contract,
        latest: reports
          .filter(report => report.contract.id === contract.id)
          .map(toLatest)
          .at(0),
        openMonths: monthsOf(contract, closed).filter(
          month => month < present && !closedMonths.includes(month),
        ).length,
        lastClosedMonth: closedMonths.at(-1),
      };
    });
  }

  /** Closed ones as they are, the others from the counts, all in one sum. */
  async #read(keys: ReportKey[], allClosed: SlaReport[]): Promise<SlaReport[]> {
    const { slos, series, listExclusions } = this.#options;
    const refs = [...new Set(keys.map(({ contract }) => contract.entityRef))];
    const [own, exclusions] = await Promise.all([
      slos.listSlosOf(refs),
      listExclusions(refs),
    ]);
    const objectives = await series.listObjectives(own);
    const now = new Date();
    const reports = keys.map(({ contract, month }) => ({
      closed: allClosed.find(
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

function keysOf(contract: SlaContract, closed: SlaReport[]): ReportKey[] {
  return monthsOf(contract, closed).map(month => ({ contract, month }));
}

/** The months it holds in, and those that were closed before it changed. */
function monthsOf(contract: SlaContract, closed: SlaReport[]): string[] {
  const held =
    contract.removedAt === undefined
      ? contractMonths(contract, new Date())
      : [];
  const kept = closed
    .filter(report => report.contract.id === contract.id)
    .map(({ month }) => month);
  return [...new Set([...held, ...kept])].sort();
}

/** What a list says of a month. */
function toLatest(report: SlaReport): SlaContractSummary['latest'] {
  const { month, state, sli, isTargetMet, creditPercent, coverage } = report;
  return { month, state, sli, isTargetMet, creditPercent, coverage };
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
