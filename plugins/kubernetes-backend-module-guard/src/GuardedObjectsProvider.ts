import { parseInput } from '@atrium/common';
import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  namesLabelValue,
} from '@atrium/plugin-workloads-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  CustomResourceMatcher,
  ObjectsByEntityResponse,
} from '@backstage/plugin-kubernetes-common';
import type {
  CustomResourcesByEntity,
  KubernetesClustersSupplier,
  KubernetesObjectsByEntity,
  KubernetesObjectsProvider,
} from '@backstage/plugin-kubernetes-node';
import { z } from 'zod';
import type { ForeignObjects } from './ForeignObjects';
import { redactObject } from './redactObject';
import { isSensitiveKind } from './sensitiveKinds';

interface GuardedObjectsProviderOptions {
  inner: KubernetesObjectsProvider;
  clusterSupplier: KubernetesClustersSupplier;
  foreignObjects: Pick<ForeignObjects, 'find'>;
  /** The kinds that are fetched by default, and those that the config adds. */
  kinds: CustomResourceMatcher[];
}

interface CallOptions {
  credentials: BackstageCredentials;
}

const matchersSchema = z
  .array(
    z.object({
      group: z.string(),
      apiVersion: z.string(),
      plural: z.string(),
    }),
  )
  .min(1)
  .max(100);

const labelledSchema = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()).nullish(),
  }),
});

const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Fetches for an entity only kinds that the config lists, only by selectors
 * that name what is looked for, and answers without what may be secret and what
 * is proven to belong to others.
 *
 * @remarks Both the routes and the actions of the stock plugin come by here.
 * They hand over the entity as the catalog has it, for who asks.
 */
export class GuardedObjectsProvider implements KubernetesObjectsProvider {
  readonly #options: GuardedObjectsProviderOptions;

  constructor(options: GuardedObjectsProviderOptions) {
    this.#options = options;
  }

  async getKubernetesObjectsByEntity(
    query: KubernetesObjectsByEntity,
    options: CallOptions,
  ): Promise<ObjectsByEntityResponse> {
    checkSelector(query.entity);
    return this.#showTo(
      query.entity,
      await this.#options.inner.getKubernetesObjectsByEntity(query, options),
    );
  }

  /**
   * @throws InputError for what is no list of kinds.
   * @throws NotAllowedError for kinds that are not listed.
   */
  async getCustomResourcesByEntity(
    query: CustomResourcesByEntity,
    options: CallOptions,
  ): Promise<ObjectsByEntityResponse> {
    const matchers = parseInput(matchersSchema, query.customResources);
    checkSelector(query.entity);
    const listed = await this.#readListed(options);
    const names = new Set(matchers.map(nameOf));
    for (const name of names) {
      if (!listed.has(name)) {
        throw new NotAllowedError(
          `The portal does not read '${name}' from clusters: administrators list kinds under 'kubernetes.customResources', and secrets and config maps are never read`,
        );
      }
    }
    return this.#showTo(
      query.entity,
      await this.#options.inner.getCustomResourcesByEntity(
        {
          ...query,
          customResources: [...names].flatMap(name => listed.get(name) ?? []),
        },
        options,
      ),
    );
  }

  /** What belongs to others is left out, and what may be secret is hidden. */
  async #showTo(
    entity: Entity,
    response: ObjectsByEntityResponse,
  ): Promise<ObjectsByEntityResponse> {
    const isForeign = await this.#options.foreignObjects.find(
      stringifyEntityRef(entity),
      response.items.flatMap(({ cluster, resources, podMetrics }) =>
        [
          ...resources.flatMap(fetched => fetched.resources),
          ...podMetrics.map(({ pod }) => pod),
        ].map(object => ({ cluster: cluster.name, object })),
      ),
    );
    const isOwn = (cluster: string, object: unknown) =>
      (readId(object) ?? idOf(entity)) === idOf(entity) &&
      !isForeign({ cluster, object });
    return {
      items: response.items.map(item => ({
        ...item,
        resources: item.resources.map(fetched =>
          Object.assign(fetched, {
            resources: fetched.resources
              .filter(object => isOwn(item.cluster.name, object))
              .map(redactObject),
          }),
        ),
        podMetrics: item.podMetrics
          .filter(({ pod }) => isOwn(item.cluster.name, pod))
          .map(({ pod, ...metrics }) => ({
            ...metrics,
            pod: redactObject(pod),
          })),
      })),
    };
  }

  async #readListed(
    options: CallOptions,
  ): Promise<Map<string, CustomResourceMatcher>> {
    const { clusterSupplier, kinds } = this.#options;
    const clusters = await clusterSupplier.getClusters(options);
    const ofClusters = clusters.flatMap(
      ({ customResources }) => customResources ?? [],
    );
    return new Map(
      [...kinds, ...ofClusters]
        .filter(kind => !isSensitiveKind(kind))
        .map(kind => {
          const { group, apiVersion, plural } = kind;
          return [nameOf(kind), { group, apiVersion, plural }];
        }),
    );
  }
}

function nameOf({ group, apiVersion, plural }: CustomResourceMatcher): string {
  return [...(group ? [group] : []), apiVersion, plural].join('/');
}

function idOf({ metadata }: Entity): string {
  return metadata.annotations?.[KUBERNETES_ID_ANNOTATION] || metadata.name;
}

function readId(object: unknown): string | undefined {
  const labels = labelledSchema.safeParse(object).data?.metadata.labels;
  return labels?.[KUBERNETES_ID_ANNOTATION];
}

/** The annotations are anybody's text, and become part of a selector and a path. */
function checkSelector(entity: Entity): void {
  const { annotations = {} } = entity.metadata;
  const id = idOf(entity);
  const selector = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION];
  if (selector ? !namesLabelValue(selector) : !LABEL_VALUE.test(id)) {
    throw new NotAllowedError(
      `'${stringifyEntityRef(entity)}' would find the objects of others: '${
        selector || id
      }' does not name the value of a label`,
    );
  }
  if (namespace && !NAMESPACE.test(namespace)) {
    throw new NotAllowedError(
      `'${stringifyEntityRef(
        entity,
      )}' looks in '${namespace}', which is no name of a namespace`,
    );
  }
}
