import type { ScopeOptions } from '@atrium/backend-common';
import {
  readFinanceNames,
  type ReadFinanceNamesOptions,
} from '@atrium/plugin-cost-node';
import { NotAllowedError } from '@backstage/errors';
import { words } from './costWords';

type FinanceRefusal =
  | 'cost.refusal.allocated'
  | 'cost.refusal.bills'
  | 'cost.refusal.import'
  | 'cost.refusal.rows'
  | 'cost.refusal.totals'
  | 'cost.refusal.unallocated';

/** Refuses what only finance may, and names whom to ask. */
export class FinanceRefusals {
  readonly #options: Omit<ReadFinanceNamesOptions, 'credentials'>;

  constructor(options: Omit<ReadFinanceNamesOptions, 'credentials'>) {
    this.#options = options;
  }

  /** The error to throw. Without groups of finance, administrators are named. */
  async create(
    key: FinanceRefusal,
    { credentials }: ScopeOptions,
  ): Promise<NotAllowedError> {
    const { catalog, config } = this.#options;
    const finance = await readFinanceNames({ catalog, config, credentials });
    return words.error(NotAllowedError, words.describe(key, { finance }));
  }
}
