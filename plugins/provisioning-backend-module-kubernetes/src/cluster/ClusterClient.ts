import { driverWords, ProviderRefusal } from '@atrium/plugin-provisioning-node';
import { isError } from '@backstage/errors';
import type { Agent } from 'undici';
import { z } from 'zod';
import type { ClusterConnection } from '../config/readClustersConfig';
import { ApplyConflict } from './ApplyConflict';
import {
  type KubernetesObject,
  readKubernetesObject,
} from './KubernetesObject';

/** How long an answer may take. */
const TIMEOUT_MS = 15_000;

const resourcesSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() }),
  ),
});
const listSchema = z.object({ items: z.array(z.unknown()) });
const statusSchema = z.object({
  message: z.string().max(2000),
  details: z
    .object({
      causes: z
        .array(
          z.object({
            reason: z.string().optional(),
            message: z.string().optional(),
            field: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional()
    .catch(undefined),
});

interface ClusterClientOptions {
  signal: AbortSignal;
  /** Under which name the fields of applied objects are ours. */
  fieldManager: string;
}

interface ApplyOptions {
  /** Takes fields from other managers. */
  isForced: boolean;
  /** Asks what would come of it, and changes nothing. */
  isDryRun?: boolean;
}

/** Asks the API of one cluster. */
export class ClusterClient {
  readonly #cluster: ClusterConnection;
  readonly #options: ClusterClientOptions;
  readonly #agent: Agent;
  readonly #plurals = new Map<string, string>();

  constructor(cluster: ClusterConnection, options: ClusterClientOptions) {
    this.#cluster = cluster;
    this.#options = options;
    // Only here: a start does not ask a cluster.
    const undici: typeof import('undici') = require('undici');
    this.#agent = new undici.Agent({
      connect: {
        ca: cluster.ca,
        rejectUnauthorized: cluster.checksCertificate,
      },
    });
  }

  /** The object that is there under the name of a manifest. */
  async get(manifest: KubernetesObject): Promise<KubernetesObject | undefined> {
    return this.#readObject(await this.#ask('GET', await this.#path(manifest)));
  }

  /** The same; of a kind that the cluster does not have, there is none. */
  async find(
    manifest: KubernetesObject,
  ): Promise<KubernetesObject | undefined> {
    return (await this.#findPlural(manifest)) ? this.get(manifest) : undefined;
  }

  /**
   * Server-side apply: the fields of the manifest become ours. Answers the object
   * as it is then.
   *
   * @throws ApplyConflict where others keep fields and nothing is forced
   */
  async apply(
    manifest: KubernetesObject,
    { isForced, isDryRun = false }: ApplyOptions,
  ): Promise<KubernetesObject> {
    const query = new URLSearchParams({
      fieldManager: this.#options.fieldManager,
      force: String(isForced),
      ...(isDryRun && { dryRun: 'All' }),
    });
    return readKubernetesObject(
      await this.#ask(
        'PATCH',
        `${await this.#path(manifest)}?${query}`,
        manifest,
      ),
    );
  }

  async delete(manifest: KubernetesObject): Promise<void> {
    await this.#ask('DELETE', await this.#path(manifest), {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      propagationPolicy: 'Background',
    });
  }

  /** All objects of a kind in a namespace that have a label. */
  async list(
    of: Pick<KubernetesObject, 'apiVersion' | 'kind'> & { namespace: string },
    labelSelector: string,
  ): Promise<KubernetesObject[]> {
    const collection = await this.#collection(of, of.namespace);
    const query = new URLSearchParams({ labelSelector });
    const answer = await this.#ask('GET', `${collection}?${query}`);
    const { items } = listSchema.parse(answer ?? { items: [] });
    // Items of a list do not say their kind.
    return items.flatMap(
      item =>
        this.#readObject({
          ...z.looseObject({}).parse(item),
          apiVersion: of.apiVersion,
          kind: of.kind,
        }) ?? [],
    );
  }

  #readObject(answer: unknown): KubernetesObject | undefined {
    return answer === undefined ? undefined : readKubernetesObject(answer);
  }

  async #path(manifest: KubernetesObject): Promise<string> {
    const { name, namespace = '' } = manifest.metadata;
    const collection = await this.#collection(manifest, namespace);
    return `${collection}/${encodeURIComponent(name)}`;
  }

  async #collection(
    { apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>,
    namespace: string,
  ): Promise<string> {
    const plural = await this.#findPlural({ apiVersion, kind });
    if (!plural) {
      throw new ProviderRefusal(
        driverWords.write('provisioning.cluster.noKind', {
          name: this.#cluster.name,
          kind,
          apiVersion,
        }),
        { isTemporary: false },
      );
    }
    return `${rootOf(apiVersion)}/namespaces/${encodeURIComponent(
      namespace,
    )}/${plural}`;
  }

  async #findPlural({
    apiVersion,
    kind,
  }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): Promise<
    string | undefined
  > {
    const key = `${apiVersion} ${kind}`;
    const known = this.#plurals.get(key);
    if (known) {
      return known;
    }
    const answer = await this.#ask('GET', rootOf(apiVersion));
    const { resources } = resourcesSchema.parse(answer ?? { resources: [] });
    const plural = resources.find(
      of => of.kind === kind && of.namespaced && !of.name.includes('/'),
    )?.name;
    if (plural) {
      this.#plurals.set(key, plural);
    }
    return plural;
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const { name, url, token } = this.#cluster;
    const init: RequestInit & { dispatcher: Agent } = {
      method,
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && {
          // JSON is YAML, too.
          'content-type':
            method === 'PATCH'
              ? 'application/apply-patch+yaml'
              : 'application/json',
        }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([
        this.#options.signal,
        AbortSignal.timeout(TIMEOUT_MS),
      ]),
      dispatcher: this.#agent,
    };
    const response = await fetch(`${url}${path}`, init).catch(error => {
      const cause = isError(error.cause) ? error.cause : error;
      throw cause.code === 'ECONNREFUSED'
        ? new ProviderRefusal(
            driverWords.write('provisioning.cluster.unreachable', { name }),
            { isTemporary: true },
          )
        : error;
    });
    // What is applied has to have a place: there, 404 is about its namespace.
    if (response.status === 404 && method !== 'PATCH') {
      await response.text();
      return undefined;
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      throw this.#toError(response, answer);
    }
    return answer;
  }

  #toError({ status, headers }: Response, answer: unknown): Error {
    const { data } = statusSchema.safeParse(answer);
    const said = data?.message ?? '';
    const conflicts = (data?.details?.causes ?? [])
      .filter(({ reason }) => reason === 'FieldManagerConflict')
      .map(({ message = '', field = '' }) => ({
        manager: /"([^"]*)"/.exec(message)?.[1] ?? message,
        field: field.replace(/^\./, ''),
      }));
    if (status === 409 && conflicts.length > 0) {
      return new ApplyConflict(said, conflicts);
    }
    const message = driverWords.write('provisioning.cluster.answered', {
      name: this.#cluster.name,
      status,
      answer: said,
    });
    const retryAfter = Number(headers.get('retry-after'));
    if (status === 429) {
      return new ProviderRefusal(message, {
        isTemporary: true,
        ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1_000 }),
      });
    }
    return status >= 500
      ? driverWords.error(Error, message)
      : new ProviderRefusal(message, { isTemporary: false });
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}
