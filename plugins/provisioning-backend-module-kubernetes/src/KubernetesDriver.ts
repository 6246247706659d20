import {
  type DriverContext,
  type DriverProblem,
  type DriverText,
  driverTextOf,
  driverWords,
  type FoundResource,
  type Observation,
  ProviderRefusal,
  type ResourceDriver,
  type ResourceDriverDescription,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { ClusterClient } from './cluster/ClusterClient';
import {
  describeObject,
  kindOf,
  type KubernetesObject,
} from './cluster/KubernetesObject';
import type { ClusterConfig } from './config/readClustersConfig';
import { describeKubernetes } from './describeKubernetes';
import { findDropped, readInventory, withInventory } from './inventory';
import {
  FINGERPRINT_ANNOTATION,
  INSTALLATION_LABEL,
  NAME_ANNOTATION,
  type RenderedTarget,
  renderManifests,
  RESOURCE_LABEL,
} from './renderManifests';
import { compareObject } from './status/compareObject';
import { evaluateCondition } from './status/evaluateCondition';
import { hasPlaceholder } from './templates/fillTemplate';

/** Applies manifests that operators of a cluster act on. */
export class KubernetesDriver implements ResourceDriver {
  readonly description: ResourceDriverDescription;
  readonly #clusters: Map<string, ClusterConfig>;

  constructor(clusters: ClusterConfig[]) {
    this.#clusters = new Map(clusters.map(of => [of.name, of]));
    this.description = describeKubernetes([...this.#clusters.keys()]);
  }

  async check(target: ResourceTarget): Promise<DriverProblem[]> {
    let rendered: RenderedTarget;
    try {
      rendered = renderManifests(target);
    } catch (error) {
      return [{ field: 'inputs.manifests', message: driverTextOf(error) }];
    }
    return this.#findProblems(rendered);
  }

  async describeChanges(target: ResourceTarget) {
    const { cluster, manifests } = renderManifests(target);
    return manifests.map(of =>
      driverWords.write('provisioning.made.inCluster', {
        object: describeObject(of),
        cluster,
      }),
    );
  }

  /** The first object is a part of it: with another one, the mark is not found. */
  describeLocation({ cluster, namespace, manifests }: JsonObject) {
    const [first] = Array.isArray(manifests) ? manifests : [];
    const { apiVersion, kind, metadata } = Object(first);
    const { name, namespace: itsNamespace } = Object(metadata);
    const kindName = kindOf({ apiVersion: String(apiVersion), kind });
    return driverWords.write('provisioning.place.cluster', {
      cluster: String(cluster),
      namespace: String(itsNamespace ?? namespace),
      object: name === '${name}' ? kindName : `${kindName} ${name}`,
    });
  }

  async observe(
    target: ResourceTarget,
    { signal }: DriverContext,
  ): Promise<Observation> {
    const { rendered, objects, dropped } = await this.#look(target, signal);
    const there = objects.filter(of => of !== undefined);
    if (there.length === 0) {
      return { status: 'absent' };
    }
    const foreign = there.find(of => !isOurs(of, target));
    if (foreign) {
      return {
        status: 'foreign',
        evidence: driverWords.write('provisioning.cluster.unlabelled', {
          object: describeObject(foreign),
        }),
      };
    }
    const leaving = [...there, ...dropped].find(
      of => of.metadata.deletionTimestamp,
    );
    if (leaving) {
      return {
        status: 'changing',
        message: driverWords.write('provisioning.cluster.removing', {
          object: describeObject(leaving),
        }),
      };
    }
    const fingerprint =
      objects[0]?.metadata.annotations?.[FINGERPRINT_ANNOTATION];
    const isComplete = there.length === objects.length;
    if (fingerprint && isComplete && !isReady(rendered, there)) {
      return {
        status: 'changing',
        message: driverWords.write('provisioning.cluster.waiting', {
          object: describeObject(there[0]),
        }),
      };
    }
    const { cluster, namespace, secretName, host, port } = rendered;
    return {
      status: 'present',
      fingerprint,
      access: 'granted',
      health: { status: isComplete ? 'ok' : 'degraded' },
      differences: rendered.manifests.flatMap((manifest, index) =>
        compareObject(manifest, objects[index]),
      ),
      outputs: {
        cluster,
        namespace,
        name: target.providerName,
        ...(secretName && { secretName }),
        ...(host && { host }),
        ...(port && { port }),
      },
      ...(secretName && {
        credentialReference: {
          store: 'kubernetes',
          reference: `${cluster}/${namespace}/${secretName}`,
        },
      }),
    };
  }

  async create(target: ResourceTarget, context: DriverContext) {
    const { client, rendered, objects } = await this.#begin(target, context);
    const fingerprint =
      objects[0]?.metadata.annotations?.[FINGERPRINT_ANNOTATION];
    // Before the first of them is made: one that was cut short is found again.
    const [first, ...others] = rendered.manifests;
    const marked = withInventory(first, [
      ...rendered.manifests,
      ...findDropped(readInventory(objects[0]), rendered.manifests),
    ]);
    for (const [index, manifest] of [marked, ...others].entries()) {
      context.progress(
        driverWords.write('provisioning.progress.applyObject', {
          object: describeObject(manifest),
        }),
      );
      // What is left out would be taken away: the last one finished counts.
      const isMarked = index === 0 && fingerprint !== undefined;
      await client.apply(
        isMarked ? withMark(manifest, fingerprint) : manifest,
        { isForced: true },
      );
    }
    context.progress(driverWords.write('provisioning.progress.markFinished'));
    await client.apply(withMark(marked, target.fingerprint), {
      isForced: true,
    });
  }

  async update(target: ResourceTarget, context: DriverContext) {
    await this.create(target, context);
  }

  async rotate() {
    throw new ProviderRefusal(
      driverWords.write('provisioning.cluster.operatorRotates'),
      { isTemporary: false },
    );
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    const looked = await this.#begin(target, context);
    const { client, rendered, objects, dropped, outOfReach } = looked;
    // Its removal would be the last that is known of what cannot be removed.
    const [problem] = this.#findNotAllowed(rendered.cluster, outOfReach);
    if (problem) {
      throw new ProviderRefusal(problem.message, { isTemporary: false });
    }
    const removed: string[] = [];
    // The first is removed last: it is the one that others belong to.
    for (const manifest of [
      ...dropped,
      ...rendered.manifests.filter((_, index) => objects[index]).reverse(),
    ]) {
      context.progress(
        driverWords.write('provisioning.progress.removeObject', {
          object: describeObject(manifest),
        }),
      );
      await client.delete(manifest);
      removed.push(describeObject(manifest));
    }
    return removed;
  }

  async *list(
    inputs: JsonObject,
    { signal }: Pick<DriverContext, 'signal'>,
  ): AsyncIterable<FoundResource> {
    const { manifests } = inputs;
    const [first] = Array.isArray(manifests) ? manifests : [];
    const { apiVersion, kind } = Object(first);
    const client = this.#client(inputs.cluster, signal);
    for (const namespace of this.#namespacesOf(inputs)) {
      const objects = await client.list(
        { apiVersion: String(apiVersion), kind: String(kind), namespace },
        RESOURCE_LABEL,
      );
      for (const { metadata } of objects) {
        const resourceId = metadata.labels?.[RESOURCE_LABEL];
        const installationId = metadata.labels?.[INSTALLATION_LABEL];
        const providerName = metadata.annotations?.[NAME_ANNOTATION];
        if (resourceId && providerName) {
          yield { resourceId, installationId, providerName };
        }
      }
    }
  }

  /** Where the first object of a resource may be, whatever its parameters say. */
  #namespacesOf({ cluster, namespace, manifests }: JsonObject): string[] {
    const [first] = Array.isArray(manifests) ? manifests : [];
    const { namespace: itsNamespace } = Object(Object(first).metadata);
    const written = String(itsNamespace ?? namespace);
    return hasPlaceholder(written)
      ? this.#clusters.get(String(cluster))?.namespaces ?? []
      : [written];
  }

  #client(name: unknown, signal: AbortSignal): ClusterClient {
    const cluster = this.#clusters.get(String(name));
    if (!cluster) {
      throw new ProviderRefusal(describeUnknown(name), { isTemporary: false });
    }
    return new ClusterClient(cluster, {
      signal,
      fieldManager: 'atrium-provisioning',
    });
  }

  #findProblems({ cluster, manifests }: RenderedTarget): DriverProblem[] {
    return this.#clusters.has(cluster)
      ? this.#findNotAllowed(cluster, manifests)
      : [{ field: 'inputs.cluster', message: describeUnknown(cluster) }];
  }

  #findNotAllowed(
    name: string,
    manifests: readonly KubernetesObject[],
  ): DriverProblem[] {
    const { kinds = [], namespaces = [] } = this.#clusters.get(name) ?? {};
    return manifests.flatMap((manifest, index) => {
      const field = `inputs.manifests.${index}`;
      const kind = kindOf(manifest);
      const { namespace = '' } = manifest.metadata;
      return [
        ...(kinds.includes(kind)
          ? []
          : [
              {
                field,
                message: driverWords.write(
                  'provisioning.cluster.kindNotAllowed',
                  { kind },
                ),
              },
            ]),
        ...(namespaces.includes(namespace)
          ? []
          : [
              {
                field,
                message: driverWords.write(
                  'provisioning.cluster.namespaceNotAllowed',
                  { namespace },
                ),
              },
            ]),
      ];
    });
  }

  async #look(target: ResourceTarget, signal: AbortSignal) {
    const rendered = renderManifests(target);
    const [problem] = this.#findProblems(rendered);
    if (problem) {
      throw new ProviderRefusal(problem.message, { isTemporary: false });
    }
    const client = this.#client(rendered.cluster, signal);
    const objects = await Promise.all(
      rendered.manifests.map(manifest => client.get(manifest)),
    );
    const [first] = objects;
    const inventory =
      first && isOurs(first, target)
        ? findDropped(readInventory(first), rendered.manifests)
        : [];
    const isAllowed = (object: KubernetesObject) =>
      this.#findNotAllowed(rendered.cluster, [object]).length === 0;
    const found = await Promise.all(
      inventory.filter(isAllowed).map(object => client.find(object)),
    );
    return {
      client,
      rendered,
      /** What is there of each of the manifests. */
      objects,
      /** What is there of earlier definitions. It stays until the resource goes. */
      dropped: found.flatMap(of => (of && isOurs(of, target) ? [of] : [])),
      /** What earlier definitions had, of kinds that are not allowed any more. */
      outOfReach: inventory.filter(object => !isAllowed(object)),
    };
  }

  /** Looks, and refuses what is of somebody else. */
  async #begin(target: ResourceTarget, { signal }: DriverContext) {
    const looked = await this.#look(target, signal);
    const foreign = looked.objects.find(of => of && !isOurs(of, target));
    if (foreign) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.cluster.foreign', {
          object: describeObject(foreign),
        }),
        { isTemporary: false },
      );
    }
    return looked;
  }
}

function isOurs({ metadata }: KubernetesObject, target: ResourceTarget) {
  const { resourceId, installationId } = target;
  const portal = metadata.labels?.[INSTALLATION_LABEL] ?? installationId;
  return (
    metadata.labels?.[RESOURCE_LABEL] === resourceId &&
    portal === installationId
  );
}

/** An object that its operator has not come to yet has no status to judge. */
function isReady({ ready }: RenderedTarget, objects: KubernetesObject[]) {
  try {
    return evaluateCondition(ready, objects);
  } catch {
    return false;
  }
}

function withMark(
  manifest: KubernetesObject,
  fingerprint: string,
): KubernetesObject {
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        [FINGERPRINT_ANNOTATION]: fingerprint,
      },
    },
  };
}

function describeUnknown(name: unknown): DriverText {
  return driverWords.write('provisioning.cluster.unknown', {
    name: String(name),
  });
}
