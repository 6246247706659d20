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

/**
 * Knows which entities say that an object in a cluster is theirs.
 *
 * @remarks Whether that is true is another question: anybody who writes an
 * entity can say so.
 */
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

  /** Those whose id an object carries. */
  findById(object: ClusterObject): Claimant[] {
    const id = object.labels[KUBERNETES_ID_ANNOTATION];
    return (this.#byId.get(id) ?? [])
      .filter(claim => isInReach(claim, object))
      .map(({ claimant }) => claimant);
  }

  /** Those whose label selector an object meets. */
  findBySelector(object: ClusterObject): Claimant[] {
    return this.#bySelector
      .filter(claim => isInReach(claim, object))
      .filter(({ meets }) => meets(object.labels))
      .map(({ claimant }) => claimant);
  }
}

function isInReach({ match }: Claim<unknown>, object: ClusterObject): boolean {
  return (
    (match.cluster ?? object.cluster) === object.cluster &&
    (match.namespace ?? object.namespace) === object.namespace
  );
}
