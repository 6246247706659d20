import { PluginClient } from '@atrium/backend-common';
import {
  type ClusterObject,
  type EntityRuntimes,
  type EntityWorkloadSettings,
  entityWorkloadSettingsSchema,
  MAX_HOLDER_OBJECTS,
  MAX_RUNTIME_REFS,
  MAX_SETTINGS_REFS,
  objectHoldersSchema,
} from '@atrium/plugin-workloads-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  WorkloadsService,
  WorkloadsServiceOptions,
} from './WorkloadsService';

/** Asks workloads over HTTP, wherever it runs. */
export class WorkloadsClient implements WorkloadsService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('workloads', options);
  }

  async getHolders(objects: ClusterObject[], options: WorkloadsServiceOptions) {
    const holders: string[][] = [];
    for (let start = 0; start < objects.length; start += MAX_HOLDER_OBJECTS) {
      const some = objects.slice(start, start + MAX_HOLDER_OBJECTS);
      const answer = await this.#client.post<unknown>(
        '/claims/holders',
        { objects: some },
        options,
      );
      // Rights depend on it, so it is not taken on trust.
      const { items } = objectHoldersSchema.parse(answer);
      if (items.length !== some.length) {
        throw new Error(
          `Workloads told of ${items.length} objects instead of ${some.length}`,
        );
      }
      holders.push(...items.map(item => item.holders));
    }
    return holders;
  }

  async getSettings(entityRefs: string[], options: WorkloadsServiceOptions) {
    const all: EntityWorkloadSettings = { items: [], unreadClusters: [] };
    for (let start = 0; start < entityRefs.length; start += MAX_SETTINGS_REFS) {
      const answer = await this.#client.post<unknown>(
        '/settings/by-entity',
        { entityRefs: entityRefs.slice(start, start + MAX_SETTINGS_REFS) },
        options,
      );
      const part = entityWorkloadSettingsSchema.parse(answer);
      all.items.push(...part.items);
      all.unreadClusters = [
        ...new Set([...all.unreadClusters, ...part.unreadClusters]),
      ];
    }
    return all;
  }

  async getRuntimes(entityRefs: string[], options: WorkloadsServiceOptions) {
    const all: EntityRuntimes = { items: [], unreadClusters: [] };
    for (let start = 0; start < entityRefs.length; start += MAX_RUNTIME_REFS) {
      const part = await this.#client.post<EntityRuntimes>(
        '/runtimes/by-entity',
        { entityRefs: entityRefs.slice(start, start + MAX_RUNTIME_REFS) },
        options,
      );
      all.items.push(...part.items);
      all.readAt = earliest(all.readAt, part.readAt);
      all.unreadClusters = [
        ...new Set([...all.unreadClusters, ...part.unreadClusters]),
      ];
    }
    return all;
  }
}

/** Of two instants as ISO 8601 in UTC, which sort as text. */
function earliest(one?: string, other?: string): string | undefined {
  return one !== undefined && (other === undefined || one < other)
    ? one
    : other;
}
