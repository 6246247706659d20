import { failpoint } from '@atrium/backend-common';
import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { EvaluationTick } from './EvaluationTick';
import { rollUpCounts } from './rollUpCounts';

/** As PostgreSQL says it. */
const SERIALIZATION_FAILURE = '40001';
const LOCK = "pg_try_advisory_xact_lock(hashtext('slo'), hashtext('tick'))";

/** Reads what SLOs are evaluated from, and keeps what comes out. */
export class EvaluationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Sums up what has changed, then does a tick on what is there at one moment:
   * either all of it counts or nothing.
   *
   * @returns Whether there was a tick; there is none while another one goes on.
   */
  async tick(work: (tick: EvaluationTick) => Promise<void>): Promise<boolean> {
    try {
      return await this.#tryTick(work);
    } catch (error) {
      if (isSerializationFailure(error)) {
        return false;
      }
      throw error;
    }
  }

  async #tryTick(
    work: (tick: EvaluationTick) => Promise<void>,
  ): Promise<boolean> {
    return this.#knex.transaction(
      async tx => {
        // Should two replicas start a tick at once, one of them has to do.
        const { rows } = await tx.raw(`SELECT ${LOCK} AS locked`);
        if (!rows[0].locked) {
          return false;
        }
        // Compiling the statements would take longer than running them.
        await tx.raw('SET LOCAL jit = off');
        failpoint('slo.tick.1');
        await rollUpCounts(tx);
        failpoint('slo.tick.2');
        await work(new EvaluationTick(tx));
        return true;
      },
      // One moment for everything: minutes, their sums and their marks agree.
      { isolationLevel: 'repeatable read' },
    );
  }
}

/**
 * Whether another tick has ended between the moment that this one looks at and
 * its lock: then its work is done already.
 */
function isSerializationFailure(error: unknown): boolean {
  return (
    isError(error) && 'code' in error && error.code === SERIALIZATION_FAILURE
  );
}
