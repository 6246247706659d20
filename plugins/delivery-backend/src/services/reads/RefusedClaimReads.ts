import type { ScopeOptions } from '@atrium/backend-common';
import type { RefusedClaims } from '@atrium/plugin-delivery-common';
import type { ComponentScope } from '../catalog/ComponentScope';
import type { EntityResolver } from '../catalog/EntityResolver';

interface RefusedClaimReadsOptions {
  scope: Pick<ComponentScope, 'getComponents' | 'filterComponents'>;
  resolver: Pick<EntityResolver, 'getIndex'>;
}

/** Tells which claims to repositories and services do not count. */
export class RefusedClaimReads {
  readonly #options: RefusedClaimReadsOptions;

  constructor(options: RefusedClaimReadsOptions) {
    this.#options = options;
  }

  /**
   * What the annotations of a component name without its getting the events, and
   * what those of others name of its own; other components only where the caller
   * sees them.
   */
  async get(entityRef: string, options: ScopeOptions): Promise<RefusedClaims> {
    const { scope, resolver } = this.#options;
    await scope.filterComponents([entityRef], options);
    const [component] = await scope.getComponents(entityRef, options);
    const index = await resolver.getIndex();
    const { repositories, services } = index.getRefusedClaims(component);
    const own = index.conflicts.filter(one => one.claimantRef === component);
    const rivals = index.conflicts.filter(({ holderRefs }) =>
      holderRefs.includes(component),
    );
    const visible = await scope.filterComponents(
      [
        ...services.flatMap(({ wonBy }) => wonBy ?? []),
        ...own.map(({ holderRef }) => holderRef),
        ...rivals.map(({ claimantRef }) => claimantRef),
      ],
      options,
    );
    return {
      repositories: repositories.map(claim => ({
        ...claim,
        heldBy: own
          .filter(({ annotations }) => annotations.includes(claim.annotation))
          .map(({ holderRef }) => holderRef)
          .filter(ref => visible.includes(ref)),
      })),
      rivals: rivals
        .filter(({ claimantRef }) => visible.includes(claimantRef))
        .map(({ claimantRef, annotations, repository }) => ({
          entityRef: claimantRef,
          annotations,
          repository,
        })),
      services: services.map(({ service, wonBy }) => ({
        service,
        wonBy: wonBy && visible.includes(wonBy) ? wonBy : undefined,
      })),
    };
  }
}
