import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactProvider } from './FactProvider';

/** Adds sources of facts to scorecard, and has them asked again. */
export interface FactProvidersExtensionPoint {
  /**
   * Called while the module starts.
   *
   * @throws Error when there is a provider of that id already, or its
   * description is none
   */
  addProvider(provider: FactProvider): void;
  /**
   * Has the facts of entities collected within seconds, instead of when they
   * would have been: something happened, such as a push. Entities that are not
   * there are passed over.
   *
   * @param providerId - one that was added
   * @param entityRefs - at most 10,000
   */
  refresh(providerId: string, entityRefs: readonly string[]): Promise<void>;
  /**
   * The same of those entities alone that the provider knew nothing of: it may have
   * learnt of them.
   *
   * @param providerId - one that was added
   * @param entityRefs - at most 10,000, or all there are
   */
  refreshUnknown(
    providerId: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<void>;
}

/** Adds sources of facts to scorecard. */
export const factProvidersExtensionPoint =
  createExtensionPoint<FactProvidersExtensionPoint>({
    id: 'scorecard.fact-providers',
  });
