import {
  readOwnerNames,
  type ReadEntitiesByRefOptions,
} from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
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
  readonly #catalog: ReadEntitiesByRefOptions['catalog'];
  readonly #groups: string[];

  constructor(options: {
    catalog: ReadEntitiesByRefOptions['catalog'];
    config: RootConfigService;
  }) {
    this.#catalog = options.catalog;
    this.#groups =
      options.config.getOptionalStringArray(
        'permission.atrium.financeGroups',
      ) ?? [];
  }

  /** The error to throw. Without groups of finance, administrators are named. */
  async create(
    key: FinanceRefusal,
    { credentials }: Pick<ReadEntitiesByRefOptions, 'credentials'>,
  ): Promise<NotAllowedError> {
    const { owners: finance } = await readOwnerNames(this.#groups, {
      catalog: this.#catalog,
      credentials,
    });
    return words.error(NotAllowedError, words.describe(key, { finance }));
  }
}
