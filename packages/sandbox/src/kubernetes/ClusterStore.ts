import type { ManifestFile } from '../manifests.ts';
import { applyManifests } from './applyManifests.ts';
import type {
  AppliedDocument,
  AppliedManifests,
  GitOrigin,
  ManifestProblem,
} from './applyManifests.ts';
import { deriveCluster } from './deriveCluster.ts';
import type { DerivedCluster } from './deriveCluster.ts';
import type { DerivedPod } from './derivePods.ts';
import type { ManifestOverrides, Override } from './ManifestOverrides.ts';
import { objectKey } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { ResourceTypes } from './ResourceTypes.ts';
import type { RolloutHistory } from './RolloutHistory.ts';

export interface ClusterChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** The kind as `resourceKey` writes it. */
  resource: string;
  object: KubernetesObject;
  /** The object as it was before, unless it is new. */
  previous?: KubernetesObject;
  resourceVersion: number;
}

export interface ClusterStoreOptions {
  history: RolloutHistory;
  overrides: ManifestOverrides;
  now?: () => number;
}

/** How old the derived state may be when somebody asks for it. */
const freshForMs = 500;
/** How often the state is looked at while somebody watches. */
const watchTickMs = 1_000;
const rememberedChanges = 5_000;

/**
 * The objects of the cluster with their resource versions.
 *
 * @remarks
 * The state is a function of manifests, history and time, so it is derived
 * again when asked for, and what differs becomes the changes that watchers see.
 */
export class ClusterStore {
  readonly #history: RolloutHistory;
  readonly #overrides: ManifestOverrides;
  readonly #now: () => number;
  readonly #listeners = new Set<(change: ClusterChange) => void>();
  readonly #resources = new Map<string, Map<string, StoredObject>>();
  readonly #changes: ClusterChange[] = [];
  #files: ManifestFile[] = [];
  #origin: GitOrigin | undefined;
  #applied: AppliedManifests | undefined;
  #types = new ResourceTypes([]);
  #cluster: DerivedCluster | undefined;
  #derivedAt = -Infinity;
  #resourceVersion: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ClusterStoreOptions) {
    this.#history = options.history;
    this.#overrides = options.overrides;
    this.#now = options.now ?? Date.now;
    // Versions have to grow over a restart too, and change far less than once
    // in a millisecond.
    this.#resourceVersion = Date.now();
  }

  get resourceVersion() {
    return this.#resourceVersion;
  }

  /** The kinds that it has now. */
  get types(): ResourceTypes {
    return this.#types;
  }

  now() {
    return this.#now();
  }

  /** Takes over what the manifests say now, and answers what is wrong with them. */
  apply(files: ManifestFile[], origin?: GitOrigin): ManifestProblem[] {
    this.#files = files;
    this.#origin = origin;
    return this.#reapply().problems;
  }

  /** What an object was written as; see `documentKey`. */
  written(key: string): AppliedDocument | undefined {
    return this.#applied?.documents.get(key);
  }

  /** All keys of what was written. */
  writtenKeys(): string[] {
    return [...(this.#applied?.documents.keys() ?? [])];
  }

  /** Writes an object, or deletes it where the override has no document. */
  write(key: string, change: Omit<Override, 'base'>) {
    const base = this.written(key)?.base ?? this.#overrides.get(key)?.base;
    const isGone = change.document === undefined && base === undefined;
    this.#overrides.set(key, isGone ? undefined : { ...change, base });
    this.#reapply();
  }

  #reapply(): AppliedManifests {
    const applied = applyManifests(this.#files, this.#overrides);
    applied.origin = this.#origin;
    this.#applied = applied;
    this.#types = applied.types;
    this.#history.recordApply(applied, this.#now());
    this.#derive();
    return applied;
  }

  /** All objects of a kind, sorted by namespace and name. */
  list(resource: string): KubernetesObject[] {
    this.#refresh();
    const stored =
      this.#resources.get(resource) ?? new Map<string, StoredObject>();
    return [...stored.values()]
      .map(({ object }) => object)
      .sort((a, b) => (objectKey(a) < objectKey(b) ? -1 : 1));
  }

  get(
    resource: string,
    key: { namespace?: string; name: string },
  ): KubernetesObject | undefined {
    this.#refresh();
    return this.#resources
      .get(resource)
      ?.get(`${key.namespace ?? ''}/${key.name}`)?.object;
  }

  /** The pods, with the types that their derivation gave them. */
  pods(): DerivedPod[] {
    this.#refresh();
    return this.#cluster?.pods ?? [];
  }

  /** Deletes a pod; its controller makes another at once. */
  deletePod(pod: DerivedPod) {
    const slot = this.#cluster?.slots.get(pod.metadata.uid);
    if (slot) {
      this.#history.replacePod(slot, this.#now());
      this.#derive();
    }
  }

  /**
   * Calls the listener for every change after a version.
   *
   * @returns a function that ends the subscription, or undefined when the
   * version is too old for the changes since then to be known.
   */
  subscribe(
    after: number,
    listener: (change: ClusterChange) => void,
  ): (() => void) | undefined {
    this.#refresh();
    const oldest = this.#changes[0]?.resourceVersion ?? this.#resourceVersion;
    if (after < this.#resourceVersion && after < oldest - 1) {
      return undefined;
    }
    for (const change of this.#changes) {
      if (change.resourceVersion > after) {
        listener(change);
      }
    }
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => this.#refresh(), watchTickMs).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    };
  }

  close() {
    clearInterval(this.#timer);
    this.#listeners.clear();
  }

  #refresh() {
    if (this.#now() - this.#derivedAt >= freshForMs) {
      this.#derive();
    }
  }

  #derive() {
    if (!this.#applied) {
      return;
    }
    this.#derivedAt = this.#now();
    const isFirst = this.#cluster === undefined;
    this.#cluster = deriveCluster(
      this.#applied,
      this.#history,
      this.#derivedAt,
    );
    const gone = new Map(this.#resources);
    const next = new Map<string, Map<string, KubernetesObject>>();
    for (const object of this.#cluster.objects) {
      const resource = `${object.apiVersion}/${object.kind}`;
      const objects = next.get(resource) ?? new Map<string, KubernetesObject>();
      objects.set(objectKey(object), object);
      next.set(resource, objects);
    }
    for (const [resource, objects] of next) {
      gone.delete(resource);
      this.#replace(resource, objects, isFirst);
    }
    for (const resource of gone.keys()) {
      this.#replace(resource, new Map(), isFirst);
    }
    this.#changes.splice(0, this.#changes.length - rememberedChanges);
  }

  #replace(
    resource: string,
    objects: Map<string, KubernetesObject>,
    isFirst: boolean,
  ) {
    const stored =
      this.#resources.get(resource) ?? new Map<string, StoredObject>();
    this.#resources.set(resource, stored);
    for (const [key, { object }] of stored) {
      // An object that was made anew under its old name is another object.
      if (objects.get(key)?.metadata.uid !== object.metadata.uid) {
        stored.delete(key);
        const resourceVersion = ++this.#resourceVersion;
        const deleted = withVersion(object, resourceVersion);
        this.#emit({
          type: 'DELETED',
          resource,
          object: deleted,
          previous: object,
          resourceVersion,
        });
      }
    }
    for (const [key, object] of objects) {
      const content = JSON.stringify(object);
      const before = stored.get(key);
      if (before?.content === content) {
        object.metadata.resourceVersion =
          before.object.metadata.resourceVersion;
        before.object = object;
        continue;
      }
      if (!isFirst) {
        this.#resourceVersion += 1;
      }
      const resourceVersion = this.#resourceVersion;
      object.metadata.resourceVersion = String(resourceVersion);
      stored.set(key, { object, content });
      if (!isFirst) {
        this.#emit({
          type: before ? 'MODIFIED' : 'ADDED',
          resource,
          object,
          previous: before?.object,
          resourceVersion,
        });
      }
    }
  }

  #emit(change: ClusterChange) {
    this.#changes.push(change);
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}

interface StoredObject {
  object: KubernetesObject;
  /** The object as JSON, without its version: what a change is told by. */
  content: string;
}

function withVersion(object: KubernetesObject, version: number) {
  return {
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(version) },
  };
}
