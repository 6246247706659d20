import type { BenchRun } from '../plugin/runPluginBench.ts';
import { quantile } from '../results/quantile.ts';
import type { ProvisioningReplica } from './ProvisioningReplica.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';

interface Kill {
  pid: number;
  at: number;
  /** What it held. */
  names: string[];
}

/**
 * How long it takes until somebody goes on with what a killed replica held: from
 * the kill to the next call of the provider for it.
 */
export class Takeovers {
  readonly #world: ProvisioningWorld;
  readonly #kills: Kill[] = [];
  readonly #seconds: number[] = [];

  constructor(world: ProvisioningWorld) {
    this.#world = world;
  }

  /** Notes what a replica held that has just ended. */
  async noteKill({ pid, workerId }: ProvisioningReplica): Promise<void> {
    const at = performance.now();
    const names = await this.#world.readHeld(workerId);
    this.#kills.push({ pid, at, names });
  }

  /** Reads the calls, once nothing is left to do. */
  collect(): void {
    for (const { pid, at, names } of this.#kills) {
      for (const name of names) {
        const next = this.#world.simulator.calls.find(
          call => call.name === name && call.at > at && call.pid !== pid,
        );
        this.#seconds.push(next ? (next.at - at) / 1_000 : Infinity);
      }
    }
    this.#kills.length = 0;
  }

  report({ results }: BenchRun, title: string): void {
    results.push(
      {
        name: `${title}: resources that a killed replica held`,
        value: this.#seconds.length,
        unit: '',
      },
      {
        name: `${title}: from the kill to the next step by another, p50`,
        value: quantile(this.#seconds, 0.5),
        unit: 's',
      },
      {
        name: `${title}: from the kill to the next step by another, p95`,
        value: quantile(this.#seconds, 0.95),
        unit: 's',
        limit: { kind: 'at most', value: 20 },
      },
      {
        name: `${title}: from the kill to the next step by another, at most`,
        value: Math.max(...this.#seconds),
        unit: 's',
        limit: { kind: 'at most', value: 30 },
      },
    );
  }
}
