import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';

/** An object as a cluster answers it. */
export interface FetchedObject {
  cluster: string;
  object: unknown;
}

interface ForeignObjectsOptions {
  auth: AuthService;
  workloads: Pick<WorkloadsService, 'getHolders'>;
}

const objectSchema = z.object({
  metadata: z.object({
    uid: z.string().nullish(),
    namespace: z.string().nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
    ownerReferences: z.array(z.object({ uid: z.string() })).nullish(),
  }),
});

/** What decides whose an object is. */
interface PlacedObject {
  uid?: string;
  ownerUids: string[];
  /** Stands for all objects of which workloads answers the same. */
  key: string;
}

/**
 * Knows which of the objects that an entity finds belong to others.
 *
 * @remarks Workloads decides it, by the same claims as for restarts and logs.
 */
export class ForeignObjects {
  readonly #options: ForeignObjectsOptions;

  constructor(options: ForeignObjectsOptions) {
    this.#options = options;
  }

  /**
   * @returns whether an object of these is held by entities other than this one;
   *   true for what is no object of a cluster.
   * @throws ServiceUnavailableError when that cannot be found out.
   */
  async find(
    entityRef: string,
    fetched: FetchedObject[],
  ): Promise<(item: FetchedObject) => boolean> {
    const placed = fetched.flatMap(item => readObject(item) ?? []);
    const holders = await this.#readHolders(placed);
    const byUid = new Map(placed.map(object => [object.uid, object]));

    /** Who holds a workload holds its pods, whatever their labels say. */
    function holdersOf(object: PlacedObject, seen: PlacedObject[]): string[] {
      for (const uid of object.ownerUids) {
        const owner = byUid.get(uid);
        if (owner && !seen.includes(owner)) {
          const inherited = holdersOf(owner, [...seen, owner]);
          if (inherited.length > 0) {
            return inherited;
          }
        }
      }
      return holders.get(object.key) ?? [];
    }

    return item => {
      const object = readObject(item);
      const found = object && holdersOf(object, [object]);
      return !found || (found.length > 0 && !found.includes(entityRef));
    };
  }

  async #readHolders(placed: PlacedObject[]): Promise<Map<string, string[]>> {
    const keys = [...new Set(placed.map(({ key }) => key))];
    if (keys.length === 0) {
      return new Map();
    }
    const { auth, workloads } = this.#options;
    try {
      const holders = await workloads.getHolders(
        keys.map(key => JSON.parse(key)),
        // Whose an object is does not depend on who asks.
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return new Map(keys.map((key, index) => [key, holders[index]]));
    } catch (error) {
      throw new ServiceUnavailableError(
        'Whose these objects are could not be found out, so none is shown. Try again in a moment.',
        error,
      );
    }
  }
}

function readObject({
  cluster,
  object,
}: FetchedObject): PlacedObject | undefined {
  const metadata = objectSchema.safeParse(object).data?.metadata;
  if (!metadata) {
    return undefined;
  }
  const { uid, ownerReferences, namespace, labels } = metadata;
  return {
    uid: uid ?? undefined,
    ownerUids: (ownerReferences ?? []).map(owner => owner.uid),
    key: JSON.stringify({
      cluster,
      namespace: namespace ?? '',
      labels: labels ?? {},
    }),
  };
}
