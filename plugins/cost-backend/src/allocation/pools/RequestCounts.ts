import { MAX_PAGE_SIZE } from '@atrium/common';
import type { SloService, SloServiceOptions } from '@atrium/plugin-slo-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import Big from 'big.js';
import type { Knex } from 'knex';
import { addDays, toDay } from '../../calendar/days';

interface RequestCountsOptions {
  auth: AuthService;
  knex: Knex;
  slos: Pick<SloService, 'getSlos' | 'getDailyCounts'>;
}

/** How many objectives are asked about at once. */
const BATCH = 200;

interface CountedSlo {
  entityRef: string;
  sloName: string;
}

/** What is new about days that are over. */
export interface NewRequests {
  /** Whether they have other counts than before: of a new SLO, or sent late. */
  hasOthers: boolean;
  /** Whether there are some of days that an entity had none of: SLOs are being read. */
  hasMore: boolean;
}

/** Keeps how many requests the SLOs of entities counted. */
export class RequestCounts {
  readonly #options: RequestCountsOptions;

  constructor(options: RequestCountsOptions) {
    this.#options = options;
  }

  /** Takes over the counts of some days. */
  async read(period: { from: string; to: string }): Promise<NewRequests> {
    // By what pools are split does not depend on who looks.
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    const slos = await this.#listCounting({ credentials });
    const most = new Map<string, Big>();
    for (let index = 0; index < slos.length; index += BATCH) {
      const some = slos.slice(index, index + BATCH);
      await this.#collect(some, { ...period, credentials, most });
    }
    return this.#save(period, most);
  }

  /** Those that count events; slices of time are no requests. */
  async #listCounting(options: SloServiceOptions): Promise<CountedSlo[]> {
    const found: CountedSlo[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.slos.getSlos(
        { limit: MAX_PAGE_SIZE, cursor },
        options,
      );
      found.push(
        ...page.items
          .filter(({ budgetingMethod }) => budgetingMethod === 'Occurrences')
          .map(({ entityRef, name }) => ({ entityRef, sloName: name })),
      );
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  async #collect(
    slos: readonly CountedSlo[],
    {
      credentials,
      from,
      most,
      to,
    }: SloServiceOptions & { from: string; to: string; most: Map<string, Big> },
  ): Promise<void> {
    const counts = await this.#options.slos.getDailyCounts(
      slos.map(slo => ({
        ...slo,
        firstDay: from,
        lastDay: addDays(to, -1),
        timeZone: 'UTC',
        excludedKinds: [],
      })),
      { credentials },
    );
    for (const [index, { days, unit }] of counts.entries()) {
      for (const { day, measuredMinutes, total } of days) {
        const name = `${day} ${slos[index].entityRef}`;
        const count = new Big(total).div(unit);
        const known = most.get(name);
        // A day without a request is counted as well; one without a look is not.
        if (known ? count.gt(known) : measuredMinutes > 0 || count.gt(0)) {
          most.set(name, count);
        }
      }
    }
  }

  async #save(
    { from, to }: { from: string; to: string },
    most: ReadonlyMap<string, Big>,
  ): Promise<NewRequests> {
    const rows = [...most].map(([name, count]) => ({
      day: name.slice(0, 10),
      ref: name.slice(11),
      count: count.toFixed(),
    }));
    return this.#options.knex.transaction(async trx => {
      const before = await describeCounts(trx, from);
      await trx('request_counts')
        .where('day', '>=', from)
        .where('day', '<', to)
        .delete();
      await trx.raw(
        `INSERT INTO request_counts (entity_ref, day, count)
         SELECT ref, day, count
         FROM jsonb_to_recordset(?::jsonb) AS r (ref text, day date, count numeric)`,
        [JSON.stringify(rows)],
      );
      const after = await describeCounts(trx, from);
      return {
        hasOthers: after.hash !== before.hash,
        hasMore: after.count > before.count,
      };
    });
  }
}

/** How many counts that weigh something there are of days from one on that are over; the same hash for the same. */
async function describeCounts(
  trx: Knex,
  from: string,
): Promise<{ count: number; hash: string | null }> {
  const { rows } = await trx.raw(
    `SELECT count(*)::int AS count,
       md5(string_agg(concat_ws(' ', entity_ref, day, trim_scale(count)), ','
         ORDER BY entity_ref, day)) AS hash
     FROM request_counts WHERE day >= ? AND day < ? AND count > 0`,
    [from, toDay(Date.now())],
  );
  return rows[0];
}
