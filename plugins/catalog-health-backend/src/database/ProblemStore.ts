import { randomUUID } from 'node:crypto';
import { timeCursor, toPage } from '@atrium/backend-common';
import type { FieldMessages, Page } from '@atrium/common';
import type {
  EntityProblemCounts,
  Finding,
  Problem,
  ProblemKind,
  ProblemQuery,
  ProblemSubject,
} from '@atrium/plugin-catalog-health-common';
import type { Knex } from 'knex';
import { fingerprintOf } from '../services/fingerprintOf';
import type { FoundProblem, OwnedProblem } from '../services/FoundProblem';
import { countProblems } from './countProblems';

interface ProblemRow {
  id: string;
  fingerprint: string;
  kind: ProblemKind;
  severity: Finding['severity'];
  message: string;
  advice: string;
  messages: FieldMessages | null;
  url: string | null;
  repository_url: string | null;
  repository: string;
  branch: string | null;
  path: string;
  entity_ref: string | null;
  line: number | null;
  column: number | null;
  owner_ref: string;
  other_recipient_refs: string[];
  first_seen_at: Date;
  last_seen_at: Date;
  confirmed_at: Date | null;
  resolved_at: Date | null;
  notified_at: Date | null;
}

/** Which problems are listed. */
export interface ListProblemsOptions extends ProblemQuery {
  /** Those of some owners only; of all where it is left out. */
  ownerRefs?: string[];
  /** Also those of the file that an entity comes from. */
  url?: string;
}

/** A branch with errors, the first of them, and how many there are. */
export interface WrongBranch extends RepositoryProblem {
  repositoryUrl: string;
  branch: string;
  errorCount: number;
}

/** A problem with its branch, and with everybody who is notified of it. */
export interface RepositoryProblem extends Problem {
  repositoryUrl?: string;
  branch?: string;
  otherRecipientRefs: string[];
}

/** What comes back sooner than this is the same problem, and nobody is told. */
const SAME_PROBLEM_MS = 10 * 60_000;
/** How long what may pass by itself is waited for. */
const CONFIRM_AFTER_MS = 25_000;
const BATCH_SIZE = 500;

/** Keeps problems in Postgres. */
export class ProblemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Of some fingerprints those whose problems are open. */
  async findOpen(fingerprints: string[]): Promise<Set<string>> {
    const rows = await this.#problems()
      .select('fingerprint')
      .whereNull('resolved_at')
      .whereRaw('fingerprint = any(?)', [fingerprints]);
    return new Set(rows.map(row => row.fingerprint));
  }

  /**
   * Keeps what a sweep has found; what it has not found any more is resolved,
   * unless there may be more than what it was told.
   */
  async save(
    found: {
      known: FoundProblem[];
      added: OwnedProblem[];
      /** Whether what may pass by itself is to be waited for. */
      isBeingFilled: boolean;
      isTruncated: boolean;
    },
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      await this.#insert(tx, found.added, now);
      const fingerprints = [...found.known, ...found.added].map(fingerprintOf);
      await tx<ProblemRow>('problems')
        .whereRaw('fingerprint = any(?)', [fingerprints])
        .whereNotNull('resolved_at')
        .where('resolved_at', '<', new Date(now.getTime() - SAME_PROBLEM_MS))
        .update({ first_seen_at: now, notified_at: null, confirmed_at: null });
      await tx<ProblemRow>('problems')
        .whereRaw('fingerprint = any(?)', [fingerprints])
        .update({ last_seen_at: now, resolved_at: null });
      if (!found.isTruncated) {
        await tx<ProblemRow>('problems')
          .whereNull('resolved_at')
          .whereRaw('not (fingerprint = any(?))', [fingerprints])
          .update({ resolved_at: now });
      }
      await this.#confirm(
        tx,
        [...found.known, ...found.added].filter(({ mayPass }) => !mayPass),
        now,
      );
      if (!found.isBeingFilled) {
        const before = new Date(now.getTime() - CONFIRM_AFTER_MS);
        await tx<ProblemRow>('problems')
          .whereNull('resolved_at')
          .whereNull('confirmed_at')
          .where('first_seen_at', '<=', before)
          .update({ confirmed_at: now });
      }
    });
  }

  async list(options: ListProblemsOptions): Promise<Page<Problem>> {
    const { entityRef, kind, limit, ownerRef, ownerRefs } = options;
    const before = timeCursor.decode(options.cursor);
    const matching = this.#shown();
    if (entityRef) {
      matching.where(query =>
        query
          .where({ entity_ref: entityRef })
          .orWhere({ url: options.url ?? '', entity_ref: null }),
      );
    }
    if (kind) {
      matching.where({ kind });
    }
    if (ownerRef) {
      matching.where({ owner_ref: ownerRef });
    }
    if (options.repository) {
      matching.where({ repository: options.repository });
    }
    if (ownerRefs) {
      matching.whereRaw(
        'array_append(other_recipient_refs, owner_ref) && ?::text[]',
        [ownerRefs],
      );
    }
    const page = matching.clone();
    if (before) {
      page.whereRaw('(first_seen_at, id) < (?, ?)', before);
    }
    const [{ count }] = await matching.clone().count({ count: '*' });
    // One more than asked for says whether there is another page.
    const rows = await page
      .orderBy([
        { column: 'first_seen_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    return toPage(rows.map(toProblem), {
      limit,
      totalItems: Number(count),
      toCursor: ({ firstSeenAt, id }) => timeCursor.encode([firstSeenAt, id]),
    });
  }

  /** How many problems entities and their files have, in the order asked. */
  async count(subjects: ProblemSubject[]): Promise<EntityProblemCounts[]> {
    return countProblems(this.#knex, subjects);
  }

  /** Errors that their owners have not heard of, repository by repository. */
  async listUnnotified(): Promise<RepositoryProblem[]> {
    const rows = await this.#shown()
      .where({ severity: 'error' })
      .whereNull('notified_at')
      .orderBy(['repository', 'path', 'id'])
      .limit(BATCH_SIZE);
    return rows.map(toRepositoryProblem);
  }

  async markNotified(ids: string[], now: Date): Promise<void> {
    await this.#problems().whereIn('id', ids).update({ notified_at: now });
  }

  /** Which branches have errors, of repositories that have a page. */
  async listWrongBranches(): Promise<WrongBranch[]> {
    const rows: (ProblemRow & { error_count: string })[] = await this.#shown()
      .whereNotNull('repository_url')
      .whereNotNull('branch')
      .where({ severity: 'error' })
      .distinctOn('repository_url', 'branch')
      .select(
        '*',
        this.#knex.raw(
          'count(*) OVER (PARTITION BY repository_url, branch) AS error_count',
        ),
      )
      .orderBy(['repository_url', 'branch', 'path', 'id']);
    return rows.map(row => ({
      ...toRepositoryProblem(row),
      repositoryUrl: row.repository_url ?? '',
      branch: row.branch ?? '',
      errorCount: Number(row.error_count),
    }));
  }

  async deleteResolvedBefore(instant: Date): Promise<number> {
    return this.#problems().where('resolved_at', '<', instant).delete();
  }

  async #insert(tx: Knex, added: OwnedProblem[], now: Date): Promise<void> {
    const rows = added.map(problem => toRow(problem, now));
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      await tx<ProblemRow>('problems')
        .insert(rows.slice(start, start + BATCH_SIZE))
        .onConflict('fingerprint')
        // It is back, and may be another team's by now.
        .merge({
          owner_ref: tx.raw('excluded.owner_ref'),
          other_recipient_refs: tx.raw('excluded.other_recipient_refs'),
          notified_at: tx.raw(
            'case when problems.owner_ref = excluded.owner_ref then problems.notified_at end',
          ),
        });
    }
  }

  async #confirm(tx: Knex, lasting: FoundProblem[], now: Date): Promise<void> {
    await tx<ProblemRow>('problems')
      .whereRaw('fingerprint = any(?)', [lasting.map(fingerprintOf)])
      .whereNull('confirmed_at')
      .update({ confirmed_at: now });
  }

  #shown() {
    return this.#problems()
      .whereNull('resolved_at')
      .whereNotNull('confirmed_at');
  }

  #problems() {
    return this.#knex<ProblemRow>('problems');
  }
}

function toRow(problem: OwnedProblem, now: Date): ProblemRow {
  const { finding, place, ownerRef, otherRecipientRefs } = problem;
  return {
    id: randomUUID(),
    fingerprint: fingerprintOf(problem),
    kind: finding.kind,
    severity: finding.severity,
    message: finding.message,
    advice: finding.advice,
    messages: finding.messages ?? null,
    url: place.url ?? null,
    repository_url: place.repositoryUrl ?? null,
    repository: place.repository,
    branch: place.branch ?? null,
    path: place.path,
    entity_ref: finding.entityRef ?? null,
    line: finding.line ?? null,
    column: finding.column ?? null,
    owner_ref: ownerRef,
    other_recipient_refs: otherRecipientRefs,
    first_seen_at: now,
    last_seen_at: now,
    confirmed_at: null,
    resolved_at: null,
    notified_at: null,
  };
}

function toProblem(row: ProblemRow): Problem {
  return {
    id: row.id,
    kind: row.kind,
    severity: row.severity,
    message: row.message,
    advice: row.advice,
    messages: row.messages ?? undefined,
    url: row.url ?? undefined,
    repository: row.repository,
    path: row.path,
    entityRef: row.entity_ref ?? undefined,
    line: row.line ?? undefined,
    column: row.column ?? undefined,
    ownerRef: row.owner_ref,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  };
}

function toRepositoryProblem(row: ProblemRow): RepositoryProblem {
  return {
    ...toProblem(row),
    repositoryUrl: row.repository_url ?? undefined,
    branch: row.branch ?? undefined,
    otherRecipientRefs: row.other_recipient_refs,
  };
}
