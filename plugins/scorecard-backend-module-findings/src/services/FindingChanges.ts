import type { SignalPublisher } from '@atrium/backend-common';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type { FactProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SECURITY_PROVIDER_ID } from '../facts/securityFacts';

interface FindingChangesOptions {
  facts: Pick<FactProvidersExtensionPoint, 'refresh'>;
  logger: LoggerService;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
}

/** Tells open pages and scorecards that findings of entities changed. */
export class FindingChanges {
  readonly #options: FindingChangesOptions;

  constructor(options: FindingChangesOptions) {
    this.#options = options;
  }

  /** Does not wait and cannot fail: what changed is stored. */
  announce(entityRefs: string[]): void {
    const { facts, logger, signals } = this.#options;
    signals.publish(entityRefs, ['finding']);
    facts.refresh(SECURITY_PROVIDER_ID, entityRefs).catch((error: unknown) => {
      // They are collected again by time.
      logger.warn('Facts are not collected at once', {
        error: stringifyError(error),
      });
    });
  }
}
