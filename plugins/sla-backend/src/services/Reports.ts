import { words } from '../slaWords';
import {
  type AccountCredentials,
  type EntityScope,
  findScopedEntities,
  PageCursor,
  principalRef,
  type ScopeOptions,
  toPage,
} from '@atrium/backend-common';
import type { Page, ScopedPage, SkippedRefs } from '@atrium/common';
import type {
  Agreement,
  agreementQuerySchema,
  AgreementSummary,
  MonthlyReport,
  reportQuerySchema,
} from '@atrium/plugin-sla-common';
import type { SloService } from '@atrium/plugin-slo-node';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type {
  AgreementState,
  AgreementStore,
} from '../database/AgreementStore';
import { buildReport } from './buildReport';
import { agreementDays, agreementMonths, monthAt } from './months';

interface ReportsOptions {
  store: AgreementStore;
  slo: Pick<SloService, 'getDailyCounts'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

/** One month of one agreement. */
interface ReportKey {
  agreement: Agreement;
  month: string;
}

/** How many come before the page. */
const offsetCursor = new PageCursor(z.tuple([z.number().int().min(0)]));

/** Answers how agreements went, month by month. */
export class Reports {
  readonly #options: ReportsOptions;

  constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /** A page of agreements, by name, with how they go. */
  async listAgreements(
    query: z.output<typeof agreementQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<AgreementSummary>> {
    const { entityRef, ownerRef, systemRef, state, limit, cursor } = query;
    const { agreements, skipped } = await this.#findAgreements(
      [entityRef, ownerRef, systemRef],
      { ...options, state },
    );
    const page = pageAt(agreements, { limit, cursor });
    return {
      ...page,
      skipped,
      items: await this.#summarise(page.items, options),
    };
  }

  /** A page of months, newest first. */
  async list(
    query: z.output<typeof reportQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<MonthlyReport>> {
    const { agreementId, entityRef, month, limit, cursor } = query;
    const found = await this.#findAgreements([entityRef], options);
    const agreements = found.agreements.filter(
      ({ id }) => agreementId === undefined || id === agreementId,
    );
    const closed = await this.#listClosed(agreements);
    const keys = agreements
      .flatMap(agreement => keysOf(agreement, closed))
      .filter(key => month === undefined || key.month === month)
      // The order of names stays within a month.
      .sort((a, b) => b.month.localeCompare(a.month));
    const page = pageAt(keys, { limit, cursor });
    return {
      ...page,
      skipped: found.skipped,
      items: await this.#read(page.items, { ...options, closed }),
    };
  }

  /**
   * One month of an agreement.
   *
   * @throws NotFoundError when it does not hold in that month.
   */
  async get(
    agreement: Agreement,
    month: string,
    options: ScopeOptions,
  ): Promise<MonthlyReport> {
    const closed = await this.#listClosed([agreement]);
    const key = keysOf(agreement, closed).find(one => one.month === month);
    if (!key) {
      throw words.error(
        NotFoundError,
        words.describe('sla.refusal.noReport', {
          agreement: agreement.name,
          month: { month },
        }),
      );
    }
    const [report] = await this.#read([key], { ...options, closed });
    return report;
  }

  /** Closes a month that is over: from now on its report never changes. */
  async close(
    agreement: Agreement,
    month: string,
    options: { credentials: AccountCredentials },
  ): Promise<MonthlyReport> {
    const report = await this.get(agreement, month, options);
    if (report.state === 'running') {
      throw words.error(
        ConflictError,
        words.describe('sla.refusal.notOver', { month: { month } }),
      );
    }
    if (report.hasLostMinutes) {
      throw words.error(
        ConflictError,
        words.describe('sla.refusal.lostMinutes', { month: { month } }),
      );
    }
    const closed: MonthlyReport = {
      ...report,
      state: 'closed',
      closedAt: new Date().toISOString(),
      closedBy: principalRef(options.credentials),
    };
    if (
      report.state === 'closed' ||
      !(await this.#options.store.close(closed))
    ) {
      throw words.error(
        ConflictError,
        words.describe('sla.refusal.closed', { month: { month } }),
      );
    }
    return closed;
  }

  async #findAgreements(
    conditions: (string | undefined)[],
    options: ScopeOptions & { state?: AgreementState },
  ): Promise<{ agreements: Agreement[]; skipped: SkippedRefs }> {
    const { store, scope } = this.#options;
    const { state, ...scopeOptions } = options;
    const { entityRefs, skipped } = await findScopedEntities(
      scope,
      conditions,
      scopeOptions,
    );
    const agreements = await store.list(entityRefs, { state });
    const closed = await this.#listClosed(
      agreements.filter(({ removedAt }) => removedAt !== undefined),
    );
    // Of a deleted one there is nothing but the months that were closed.
    const isLeft = ({ id, removedAt }: Agreement) =>
      removedAt === undefined ||
      closed.some(({ agreement }) => agreement.id === id);
    return { agreements: agreements.filter(isLeft), skipped };
  }

  async #listClosed(agreements: Agreement[]): Promise<MonthlyReport[]> {
    return this.#options.store.listClosed(agreements.map(({ id }) => id));
  }

  async #summarise(
    agreements: Agreement[],
    options: ScopeOptions,
  ): Promise<AgreementSummary[]> {
    const now = new Date();
    const closed = await this.#listClosed(agreements);
    const reports = await this.#read(
      agreements.flatMap(agreement =>
        monthsOf(agreement, closed)
          .slice(-1)
          .map(month => ({ agreement, month })),
      ),
      { ...options, closed },
    );
    return agreements.map(agreement => {
      const closedMonths = closed
        .filter(report => report.agreement.id === agreement.id)
        .map(({ month }) => month)
        .sort();
      const present = monthAt(now, agreement.timeZone);
      return {
        ...agreement,
        latest: reports
          .filter(report => report.agreement.id === agreement.id)
          .map(toLatest)
          .at(0),
        openMonths: monthsOf(agreement, closed).filter(
          month => month < present && !closedMonths.includes(month),
        ).length,
        lastClosedMonth: closedMonths.at(-1),
      };
    });
  }

  /** Closed ones as they are, the others from the counts, all asked for at once. */
  async #read(
    keys: ReportKey[],
    { closed, credentials }: ScopeOptions & { closed: MonthlyReport[] },
  ): Promise<MonthlyReport[]> {
    const reports = keys.map(key => ({
      ...key,
      closed: closed.find(
        report =>
          report.agreement.id === key.agreement.id &&
          report.month === key.month,
      ),
    }));
    const open = reports.filter(report => !report.closed);
    const counts = await this.#options.slo.getDailyCounts(
      open.map(({ agreement, month }) => ({
        entityRef: agreement.entityRef,
        sloName: agreement.sloName,
        objectiveId: agreement.objectiveId,
        timeZone: agreement.timeZone,
        ...agreementDays(agreement, month),
        // What was agreed upon afterwards never counts.
        excludedKinds: agreement.isMaintenanceExcluded
          ? ['exclusion', 'maintenance']
          : ['exclusion'],
      })),
      { credentials },
    );
    return reports.map(
      report =>
        report.closed ??
        buildReport(
          report.agreement,
          report.month,
          counts[open.indexOf(report)],
        ),
    );
  }
}

function keysOf(agreement: Agreement, closed: MonthlyReport[]): ReportKey[] {
  return monthsOf(agreement, closed).map(month => ({ agreement, month }));
}

/** The months it holds in, and those that were closed before it changed. */
function monthsOf(agreement: Agreement, closed: MonthlyReport[]): string[] {
  const held =
    agreement.removedAt === undefined
      ? agreementMonths(agreement, new Date())
      : [];
  const kept = closed
    .filter(report => report.agreement.id === agreement.id)
    .map(({ month }) => month);
  return [...new Set([...held, ...kept])].sort();
}

/** What a list says of a month. */
function toLatest(report: MonthlyReport): AgreementSummary['latest'] {
  const { month, state, sli, isTargetMet, creditPercent, coverage } = report;
  const { hasLostMinutes } = report;
  return {
    month,
    state,
    sli,
    isTargetMet,
    creditPercent,
    coverage,
    hasLostMinutes,
  };
}

function pageAt<T>(
  all: T[],
  { limit, cursor }: { limit: number; cursor?: string },
): Page<T> {
  const [offset] = offsetCursor.decode(cursor) ?? [0];
  return toPage(all.slice(offset), {
    limit,
    totalItems: all.length,
    toCursor: () => offsetCursor.encode([offset + limit]),
  });
}
