import { words } from '../../scorecardWords';
import {
  isRowId,
  type Ownership,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  Exemption,
  ExemptionDebt,
  exemptionQuerySchema,
} from '@atrium/plugin-scorecard-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { ExemptionReadStore } from './ExemptionReadStore';
import type { ExemptionStore } from './ExemptionStore';
import {
  type ExemptionDecider,
  findDecisionProblem,
} from './findDecisionProblem';
import type { StoredExemption } from './StoredExemption';

interface ExemptionReadsOptions {
  auth: AuthService;
  ownership: Pick<Ownership, 'findOwnersBehind' | 'getOwnerRefs'>;
  reads: ExemptionReadStore;
  store: Pick<ExemptionStore, 'get'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

/** Answers what one may see of exemptions: those of entities that one sees. */
export class ExemptionReads {
  readonly #options: ExemptionReadsOptions;

  constructor(options: ExemptionReadsOptions) {
    this.#options = options;
  }

  async list(
    query: z.output<typeof exemptionQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<Exemption>> {
    const { ownership, reads } = this.#options;
    const { isMineToDecide, ownerRef, ...request } = query;
    const decider = await this.#findDecider(options);
    const page = await reads.list({
      ...request,
      ownerRefs:
        ownerRef === undefined
          ? undefined
          : await ownership.findOwnersBehind(ownerRef, options),
      visibleRefs: await this.#listVisible(options),
      decision:
        isMineToDecide === undefined
          ? undefined
          : {
              isTheirs: isMineToDecide,
              userRef: decider?.userRef ?? '',
              memberRefs: [...(decider?.memberRefs ?? [])],
            },
    });
    return { ...page, items: page.items.map(one => toWire(one, decider)) };
  }

  async getDebt(options: ScopeOptions): Promise<ExemptionDebt> {
    return {
      items: await this.#options.reads.getDebt(
        await this.#listVisible(options),
      ),
    };
  }

  /**
   * One of them.
   *
   * @throws NotFoundError when there is none that one may see, in the same words
   */
  async find(id: string, options: ScopeOptions): Promise<StoredExemption> {
    const { store, visible } = this.#options;
    const exemption = isRowId(id) && (await store.get(id));
    const [seen] = exemption
      ? await visible.filter([exemption.entityRef], options)
      : [];
    if (!exemption || seen === undefined) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.exemptionNotFound', { id }),
      );
    }
    return exemption;
  }

  /** As the reader is answered. */
  async toWire(
    exemption: StoredExemption,
    options: ScopeOptions,
  ): Promise<Exemption> {
    return toWire(exemption, await this.#findDecider(options));
  }

  async #listVisible(options: ScopeOptions): Promise<string[] | undefined> {
    const { reads, visible } = this.#options;
    return (await visible.canSeeAll(options))
      ? undefined
      : visible.filter(await reads.listEntityRefs(), options);
  }

  /** Programs decide nothing. */
  async #findDecider({
    credentials,
  }: ScopeOptions): Promise<ExemptionDecider | undefined> {
    const { auth, ownership } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    return {
      userRef: credentials.principal.userEntityRef,
      memberRefs: await ownership.getOwnerRefs({ credentials }),
    };
  }
}

function toWire(
  { entityTitle, hasCheck, hasNewOwners, ...exemption }: StoredExemption,
  decider: ExemptionDecider | undefined,
): Exemption {
  const { state } = exemption;
  return {
    ...exemption,
    isMineToDecide:
      decider !== undefined &&
      (state === 'waiting' || state === 'granted') &&
      findDecisionProblem(exemption, decider) === undefined,
  };
}
