import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from './annotations';
import { type EntityMatch, readEntityMatch } from './readEntityMatch';
import { parseLabelSelector } from './parseLabelSelector';

/** An object in a cluster, as far as it says whose it is. */
export interface ClusterObject {
  cluster: string;
  namespace: string;
  labels: Record<string, string>;
}

interface Claim<Claimant> {
  claimant: Claimant;
  match: EntityMatch;
}

/** Knows which entities an object in a cluster belongs to. */
export class EntityClaims<Claimant> {
  readonly #byId = new Map<string, Claim<Claimant>[]>();
  readonly #bySelector: (Claim<Claimant> & {
    meets: (labels: Record<string, string>) => boolean;
  })[] = [];

  /** Entities without annotations of Kubernetes claim nothing. */
  constructor(
    claimants: Iterable<Claimant>,
    annotationsOf: (claimant: Claimant) => Record<string, string> | undefined,
  ) {
    for (const claimant of claimants) {
      const annotations = annotationsOf(claimant);
      const match = readEntityMatch(annotations);
      if (!match) {
        continue;
      }
      const id = annotations?.[KUBERNETES_ID_ANNOTATION];
      if (id) {
        const claims = this.#byId.get(id) ?? [];
        claims.push({ claimant, match });
        this.#byId.set(id, claims);
      }
      if (annotations?.[KUBERNETES_LABEL_SELECTOR_ANNOTATION]) {
        const meets = parseLabelSelector(match.labelSelector);
        this.#bySelector.push({ claimant, match, meets });
      }
    }
  }

  /** Those an object belongs to: by its id, or else by their selectors. */
  find(object: ClusterObject): Claimant[] {
    const byId = this.findById(object);
    return byId.length > 0
      ? byId
      : this.#bySelector
          .filter(claim => isInReach(claim, object))
          .filter(({ meets }) => meets(object.labels))
          .map(({ claimant }) => claimant);
  }

  /**
   * Those whose id an object carries.
   *
   * @remarks Rights follow from this alone: who deployed the object has put the
   * id on it, while a selector is written in the catalog, where it could reach
   * for anything that runs.
   */
  findById(object: ClusterObject): Claimant[] {
    const id = object.labels[KUBERNETES_ID_ANNOTATION];
    return (this.#byId.get(id) ?? [])
      .filter(claim => isInReach(claim, object))
      .map(({ claimant }) => claimant);
  }
}

function isInReach({ match }: Claim<unknown>, object: ClusterObject): boolean {
  return (
    (match.cluster ?? object.cluster) === object.cluster &&
    (match.namespace ?? object.namespace) === object.namespace
  );
}
