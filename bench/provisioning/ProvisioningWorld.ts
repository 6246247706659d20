import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { type BenchPostgres, openPostgres } from '../postgres/openPostgres.ts';
import { ProviderSimulator } from './ProviderSimulator.ts';
import {
  ProvisioningReplica,
  type ReplicaOptions,
} from './ProvisioningReplica.ts';
import type { SimulatorFaults } from './SimulatorFaults.ts';

interface OpenWorldOptions {
  home: string;
  /** The first of several ports. */
  port: number;
  cleanups: (() => Promise<void>)[];
}

/** A row of `resources`, as far as it matters here. */
export interface ResourceRow {
  id: string;
  provider_name: string;
  state: string;
  state_reason: string | null;
}

/** A database, a provider, and replicas that come and go. */
export class ProvisioningWorld {
  readonly postgres: BenchPostgres;
  readonly simulator: ProviderSimulator;
  readonly #options: OpenWorldOptions;
  readonly #replicas = new Set<ProvisioningReplica>();

  private constructor(
    options: OpenWorldOptions,
    world: Pick<ProvisioningWorld, 'postgres' | 'simulator'>,
  ) {
    this.#options = options;
    this.postgres = world.postgres;
    this.simulator = world.simulator;
  }

  static async open(options: OpenWorldOptions): Promise<ProvisioningWorld> {
    const { home, port, cleanups } = options;
    await mkdir(home, { recursive: true });
    const postgres = await openPostgres(
      { plugin: 'provisioning', home, port },
      cleanups,
    );
    await postgres.pool.query('CREATE SCHEMA IF NOT EXISTS provisioning');
    const simulator = new ProviderSimulator(join(home, 'ledger.jsonl'));
    await simulator.listen(port + 2);
    cleanups.push(() => simulator.close());
    const world = new ProvisioningWorld(options, { postgres, simulator });
    cleanups.push(() => world.stopReplicas());
    return world;
  }

  /** Starts a replica, and waits until it works. */
  async startReplica(
    number: number,
    options: Partial<ReplicaOptions> = {},
  ): Promise<ProvisioningReplica> {
    const replica = new ProvisioningReplica({
      ...options,
      port: this.#options.port + 3 + number,
      postgresUrl: this.postgres.url,
      simulatorUrl: `http://127.0.0.1:${this.#options.port + 2}`,
    });
    this.#replicas.add(replica);
    await replica.waitUntilReady();
    return replica;
  }

  async stopReplicas(): Promise<void> {
    await Promise.all(
      [...this.#replicas].map(replica => replica.stop('SIGKILL')),
    );
    this.#replicas.clear();
  }

  /** Begins another scenario with nothing there. */
  async reset(faults?: SimulatorFaults): Promise<void> {
    await this.stopReplicas();
    await this.postgres.pool.query('TRUNCATE resources, leftovers CASCADE');
    this.simulator.reset(faults);
  }

  /** Requests resources without a job, as when the one who asked dies after it. */
  async insert(count: number): Promise<void> {
    const rows = Array.from({ length: count }, () => {
      const id = randomUUID();
      return { id, name: `bench-${id.slice(0, 12)}` };
    });
    await this.postgres.pool.query(
      `INSERT INTO resources (id, type, class, name, provider_name, environment,
         environment_type, owner_ref, scope_ref, definition, driver, plan, inputs,
         parameters, fingerprint, deletion, state, desired, work_due_at)
       SELECT id, 'postgres', 'default', name, name, 'dev', 'development',
         'group:default/bench', 'component:default/' || name, 'bench',
         'simulator', 'small', '{}', '{}', 'one', 'delete', 'approved',
         'present', now()
       FROM unnest($1::uuid[], $2::text[]) AS new (id, name)`,
      [rows.map(({ id }) => id), rows.map(({ name }) => name)],
    );
  }

  /** Has everything that is ready deleted. */
  async deleteAll(): Promise<void> {
    await this.postgres.pool.query(
      `UPDATE resources SET state = 'deleting', desired = 'absent',
         state_since = now(), version = version + 1, work_due_at = now()
       WHERE state = 'ready'`,
    );
  }

  /** The names of what a worker holds. */
  async readHeld(workerId: string): Promise<string[]> {
    const { rows } = await this.postgres.pool.query<{ name: string }>(
      'SELECT provider_name AS name FROM resources WHERE claimed_by = $1',
      [workerId],
    );
    return rows.map(({ name }) => name);
  }

  async readResources(): Promise<ResourceRow[]> {
    const { rows } = await this.postgres.pool.query<ResourceRow>(
      'SELECT id, provider_name, state, state_reason FROM resources',
    );
    return rows;
  }

  /** Waits until nothing is left to do; answers how long that took. */
  async settle(seconds = 120): Promise<number> {
    const startedAt = performance.now();
    for (;;) {
      const left = await this.#countDue();
      const waitedS = (performance.now() - startedAt) / 1_000;
      if (left === 0) {
        return waitedS;
      }
      if (waitedS > seconds) {
        throw new Failure(`${left} resources are not done after ${seconds} s`);
      }
      await sleep(50);
    }
  }

  /** The database may be away just now. */
  async #countDue(): Promise<number | undefined> {
    try {
      const { rows } = await this.postgres.pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM resources WHERE work_due_at IS NOT NULL',
      );
      return rows[0].count;
    } catch {
      return undefined;
    }
  }
}
