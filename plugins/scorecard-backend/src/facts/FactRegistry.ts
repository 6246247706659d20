import { parseInput } from '@atrium/common';
import { factProviderDescriptionSchema } from '@atrium/plugin-scorecard-common';
import type {
  FactProvider,
  FactProvidersExtensionPoint,
} from '@atrium/plugin-scorecard-node';
import { ConflictError, ForwardedError, InputError } from '@backstage/errors';

/** Makes the facts of entities due. */
interface FactRefresh {
  markDue(providerId: string, entityRefs: readonly string[]): Promise<void>;
  /** Of those alone that it knew nothing of. */
  markUnknownDue(
    providerId: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<void>;
}

const MAX_REFRESHED = 10_000;

/** The providers that modules have added, by their ids. */
export class FactRegistry implements FactProvidersExtensionPoint {
  readonly #providers = new Map<string, FactProvider>();
  #refresh: FactRefresh | undefined;

  addProvider(provider: FactProvider): void {
    const { id } = provider.description;
    try {
      parseInput(factProviderDescriptionSchema, provider.description);
    } catch (error) {
      throw new ForwardedError(
        `The description of the facts of '${id}' is not valid`,
        error,
      );
    }
    if (this.#providers.has(id)) {
      throw new ConflictError(`There is a provider of facts '${id}' already`);
    }
    this.#providers.set(id, provider);
  }

  /** Says who collects what modules want collected again. */
  onRefresh(refresh: FactRefresh): void {
    this.#refresh = refresh;
  }

  /** Before the plugin has started, everything is collected anyway. */
  async refresh(
    providerId: string,
    entityRefs: readonly string[],
  ): Promise<void> {
    this.#check(providerId, entityRefs);
    await this.#refresh?.markDue(providerId, entityRefs);
  }

  async refreshUnknown(
    providerId: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<void> {
    this.#check(providerId, entityRefs === 'all' ? [] : entityRefs);
    await this.#refresh?.markUnknownDue(providerId, entityRefs);
  }

  #check(providerId: string, entityRefs: readonly string[]): void {
    if (!this.#providers.has(providerId)) {
      throw new InputError(`There is no provider of facts '${providerId}'`);
    }
    if (entityRefs.length > MAX_REFRESHED) {
      throw new InputError(
        `At most ${MAX_REFRESHED} entities are refreshed at once`,
      );
    }
  }

  /** All of them, in order of their ids. */
  list(): FactProvider[] {
    return [...this.#providers.values()].sort((one, other) =>
      one.description.id < other.description.id ? -1 : 1,
    );
  }
}
