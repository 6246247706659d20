import type { ExemptionState } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import {
  EXEMPTION_COLUMNS,
  EXEMPTION_HAS_CHECK,
  EXEMPTION_STATE,
  EXEMPTION_TABLES,
  type StoredExemption,
  toExemption,
} from './StoredExemption';

/** An exemption that somebody asks for. */
export interface NewExemption {
  scorecard: string;
  scorecardTitle: string;
  check: string;
  checkTitle: string;
  entityRef: string;
  ownerRefs: string[];
  approverRef: string;
  reason: string;
  days: number;
  requestedBy: string;
}

/** What becomes of an exemption. */
export interface ExemptionMove {
  id: string;
  from: readonly ExemptionState[];
  to: Exclude<ExemptionState, 'waiting' | 'expired'>;
  decidedBy: string;
  note?: string;
}

/** Keeps exemptions; all their times are those of the database. */
export class ExemptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds one that waits; `undefined` where one waits or holds already. */
  async create(
    exemption: NewExemption,
    trx: Knex.Transaction,
  ): Promise<StoredExemption | undefined> {
    const { scorecard, check, entityRef } = exemption;
    // One that is over may not have been noted as such.
    await trx.raw(
      `UPDATE exemptions SET state = 'expired', ended_at = until
       WHERE scorecard = ? AND check_name = ? AND entity_ref = ?
         AND state = 'granted' AND until <= now()`,
      [scorecard, check, entityRef],
    );
    const [row] = await trx('exemptions')
      .insert({
        scorecard,
        scorecard_title: exemption.scorecardTitle,
        check_name: check,
        check_title: exemption.checkTitle,
        entity_ref: entityRef,
        owner_refs: exemption.ownerRefs,
        approver_ref: exemption.approverRef,
        reason: exemption.reason,
        days: exemption.days,
        requested_by: exemption.requestedBy,
      })
      .onConflict(
        trx.raw(
          "(scorecard, check_name, entity_ref) WHERE state IN ('waiting', 'granted')",
        ),
      )
      .ignore()
      .returning<{ id: string }[]>('id');
    return row && this.get(row.id, trx);
  }

  async get(
    id: string,
    trx: Knex | Knex.Transaction = this.#knex,
  ): Promise<StoredExemption | undefined> {
    const [exemption] = await this.#read([id], trx);
    return exemption;
  }

  /** Changes its state; `undefined` where it is in none of those it may be in. */
  async move(
    { id, from, to, decidedBy, note }: ExemptionMove,
    trx: Knex.Transaction,
  ): Promise<StoredExemption | undefined> {
    const { rowCount } = await trx.raw(
      `UPDATE exemptions e SET state = :to, decided_by = :decidedBy,
         decided_at = date_trunc('milliseconds', now()), note = :note,
         granted_at = CASE WHEN :isGranted THEN now() ELSE granted_at END,
         until = CASE WHEN :isGranted THEN date_trunc('milliseconds', now())
           + make_interval(days => days) ELSE until END,
         ended_at = CASE WHEN :isGranted THEN NULL ELSE now() END
       WHERE id = :id AND ${EXEMPTION_STATE} = ANY (:from)`,
      {
        id,
        to,
        decidedBy,
        note: note ?? null,
        isGranted: to === 'granted',
        from: [...from],
      },
    );
    return rowCount > 0 ? this.get(id, trx) : undefined;
  }

  /**
   * Notes which are over, and ends those that nothing is left of: the check or
   * the entity has been gone for a day, so that a repository that is moved takes
   * none with it.
   *
   * @returns those that ended with it
   */
  async endOver(trx: Knex.Transaction): Promise<StoredExemption[]> {
    await trx.raw(
      `UPDATE exemptions t SET gone_since =
         CASE WHEN o.is_gone THEN coalesce(t.gone_since, now()) END
       FROM (SELECT e.id, n.id IS NULL OR NOT ${EXEMPTION_HAS_CHECK} AS is_gone
             FROM ${EXEMPTION_TABLES}
             WHERE e.state IN ('waiting', 'granted')) o
       WHERE t.id = o.id AND o.is_gone <> (t.gone_since IS NOT NULL)`,
    );
    const { rows } = await trx.raw(
      `UPDATE exemptions SET ended_at = least(until, now()),
         state = CASE state WHEN 'waiting' THEN 'withdrawn' ELSE 'expired' END,
         note = CASE WHEN until <= now() THEN note
           ELSE 'The check or the entity is not there any more' END
       WHERE state = 'granted' AND until <= now()
         OR state IN ('waiting', 'granted')
           AND gone_since <= now() - interval '1 day'
       RETURNING id`,
    );
    return this.#read(
      rows.map(({ id }: { id: string }) => id),
      trx,
    );
  }

  async #read(
    ids: string[],
    trx: Knex | Knex.Transaction,
  ): Promise<StoredExemption[]> {
    const { rows } = await trx.raw(
      `SELECT ${EXEMPTION_COLUMNS} FROM ${EXEMPTION_TABLES}
       WHERE e.id = ANY (?::uuid[])`,
      [ids],
    );
    return rows.map(toExemption);
  }
}
