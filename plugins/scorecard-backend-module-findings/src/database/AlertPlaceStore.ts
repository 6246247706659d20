import type { Knex } from 'knex';
import { ALERT_PLACE } from '../model/alertName';
import { updateStates } from './applyFindings';
import { lockEntity } from './ScanStore';

/** An entity that has alerts of a repository that are not fixed. */
export interface AlertPlace {
  entityRef: string;
  /** As the names of its alerts have it. */
  repository: string;
}

/** Knows which repositories the alerts of entities are of. */
export class AlertPlaceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<AlertPlace[]> {
    const { rows } = await this.#knex.raw(
      `SELECT DISTINCT f.entity_ref AS "entityRef",
         split_part(g.category, :place, 2) AS repository
       FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
       WHERE g.is_alert AND g.state <> 'fixed' AND split_part(g.category, :place, 2) <> ''
       ORDER BY 1, 2`,
      { place: ALERT_PLACE },
    );
    return rows;
  }

  /**
   * Has the alerts of a repository be fixed for an entity. Should it come back, they
   * are read anew.
   */
  async close({ entityRef, repository }: AlertPlace): Promise<void> {
    const of = { entityRef, repository, place: ALERT_PLACE };
    await this.#knex.transaction(async transaction => {
      await lockEntity(transaction, { entityRef });
      await transaction.raw(
        `UPDATE finding_sightings g SET state = 'fixed', reason = NULL
         FROM findings f
         WHERE f.id = g.finding_id AND f.entity_ref = :entityRef AND g.is_alert
           AND g.state <> 'fixed' AND split_part(g.category, :place, 2) = :repository`,
        of,
      );
      await updateStates(transaction, { entityRef, scannedAt: new Date() });
      await transaction.raw(
        `UPDATE findings_polls SET etag = NULL
         WHERE split_part(repository, '://', 2) = :repository`,
        of,
      );
    });
  }
}
