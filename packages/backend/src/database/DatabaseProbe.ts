import { setTimeout as sleep } from 'node:timers/promises';
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Knex } from './limitRequests';

/** Less than the limit of a request, so that traffic goes elsewhere first. */
const PROBE_MS = 2_000;

/** Anybody may ask for the health, so the answer is kept for a moment. */
const KEPT_MS = 500;

interface ProbeConnection {
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
}

/** Knows whether the database answers. */
export class DatabaseProbe {
  #knex?: Knex;
  #connection?: Promise<ProbeConnection>;
  #answer?: { until: number; isReachable: Promise<boolean> };

  /** The first client that a plugin has will do: they share one server. */
  use(knex: Knex): void {
    this.#knex ??= knex;
  }

  /** Whether the database answers within two seconds. */
  isReachable(): Promise<boolean> {
    const now = performance.now();
    if (!this.#answer || this.#answer.until < now) {
      const isReachable = this.#ask();
      this.#answer = { until: Infinity, isReachable };
      void isReachable.then(() => {
        this.#answer = { until: performance.now() + KEPT_MS, isReachable };
      });
    }
    return this.#answer.isReachable;
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => undefined);
    this.#connection = undefined;
    await connection?.end();
  }

  async #ask(): Promise<boolean> {
    const knex = this.#knex;
    if (!knex) {
      return true;
    }
    // One of its own: a pool that is merely busy is no reason to go away.
    this.#connection ??=
      knex.client.acquireRawConnection() as Promise<ProbeConnection>;
    const connecting = this.#connection;
    try {
      await Promise.race([
        connecting.then(connection => connection.query('SELECT 1')),
        sleep(PROBE_MS, undefined, { ref: false }).then(() => {
          throw new Error('The database did not answer in time');
        }),
      ]);
      return true;
    } catch {
      this.#connection = undefined;
      connecting.then(connection => connection.end()).catch(() => {});
      return false;
    }
  }
}

/** The probe of this process. */
export const databaseProbeServiceRef = createServiceRef<DatabaseProbe>({
  id: 'atrium.database-probe',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new DatabaseProbe(),
    }),
});
