import type { ScopeOptions } from '@atrium/backend-common';
import { readCostTotals } from '@atrium/plugin-cost-node';
import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { readImportConfig } from './config/readImportConfig';
import { words } from './costWords';

interface TokenAccessOptions {
  auth: Pick<AuthService, 'isPrincipal'>;
  /** Which tokens from outside the portal send and read bills, by their subject. */
  senders: readonly string[];
  /** Whether everybody reads what everything costs together. */
  hasOpenTotals: boolean;
}

/**
 * Says what tokens from outside the portal may read. The permission policy is asked for
 * people only: to it, every token may do everything. Plugins of the portal may.
 */
export class TokenAccess {
  readonly #options: TokenAccessOptions;

  constructor(options: TokenAccessOptions) {
    this.#options = options;
  }

  static fromConfig({
    auth,
    config,
  }: {
    auth: Pick<AuthService, 'isPrincipal'>;
    config: RootConfigService;
  }): TokenAccess {
    return new TokenAccess({
      auth,
      senders: readImportConfig(config).senders,
      hasOpenTotals: readCostTotals(config) === 'everyone',
    });
  }

  /** Whether rows of bills are kept from a caller, as a token that is not named. */
  refusesBills(options: ScopeOptions): boolean {
    return this.#findUnnamed(options) !== undefined;
  }

  /** Whether sums are, which everybody reads unless the configuration says otherwise. */
  refusesTotals(options: ScopeOptions): boolean {
    return !this.#options.hasOpenTotals && this.refusesBills(options);
  }

  /** @throws NotAllowedError for a token that may not send bills */
  requireSender(options: ScopeOptions): void {
    this.#refuseIf(this.#findUnnamed(options), 'cost.refusal.importSender');
  }

  /** @throws NotAllowedError for a token that may not read rows of bills */
  requireBills(options: ScopeOptions): void {
    this.#refuseIf(this.#findUnnamed(options), 'cost.refusal.tokenReads');
  }

  /** @throws NotAllowedError for a token that may not read sums */
  requireTotals(options: ScopeOptions): void {
    if (this.refusesTotals(options)) {
      this.requireBills(options);
    }
  }

  #findUnnamed({ credentials }: ScopeOptions): string | undefined {
    const { auth, senders } = this.#options;
    if (!auth.isPrincipal(credentials, 'service')) {
      return undefined;
    }
    const { subject } = credentials.principal;
    return subject.startsWith('plugin:') || senders.includes(subject)
      ? undefined
      : subject;
  }

  #refuseIf(
    sender: string | undefined,
    key: 'cost.refusal.importSender' | 'cost.refusal.tokenReads',
  ): void {
    if (sender !== undefined) {
      throw words.error(NotAllowedError, words.describe(key, { sender }));
    }
  }
}
