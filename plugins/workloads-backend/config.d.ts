import type { HumanDuration } from '@backstage/types';

export interface Config {
  workloads?: {
    /**
     * Which environment of delivery a cluster stands for, or one of its
     * namespaces: the name of the cluster, or `<cluster>/<namespace>`, where
     * `*` in the namespace stands for anything. A namespace goes before its
     * cluster. Default: none, and versions are not compared.
     */
    environments?: {
      [clusterOrNamespace: string]: string;
    };

    /**
     * The namespaces to read, by the name of a cluster, where the portal may
     * not list a whole cluster. Default: the whole cluster at once.
     */
    namespaces?: {
      [cluster: string]: string[];
    };

    /**
     * Which entities may say that objects of clusters are theirs, by any name.
     * What an entity says by `backstage.io/kubernetes-id` or by a label selector
     * counts only where a rule is met: else nobody but administrators restarts
     * it or reads its logs. Default: none.
     */
    claims?: {
      [name: string]: {
        /**
         * The namespaces of the objects; `*` stands for anything.
         */
        namespaces: string[];
        /**
         * The clusters of the objects, likewise. Default: all.
         */
        clusters?: string[];
        /**
         * Labels that the objects carry. Default: any.
         */
        labels?: {
          [label: string]: string;
        };
        /**
         * Refs of groups or users: entities that they own, or groups below
         * them, may claim the objects. A rule has owners, repositories or both,
         * and then both have to be met.
         */
        owners?: string[];
        /**
         * Repositories as `host/owner/name`: entities whose files lie there may
         * claim the objects. `*` stands for anything but a slash, `{namespace}`
         * for the namespace of an object, and `{id}` for its label
         * `backstage.io/kubernetes-id`.
         */
        repositories?: string[];
      };
    };

    /**
     * How long a cluster may take to answer. Default: 8 seconds.
     */
    timeout?: HumanDuration | string;

    /**
     * How long what a cluster answered is kept, so that many who look at a page
     * cost one read. Default: 10 seconds.
     */
    cacheFor?: HumanDuration | string;

    /**
     * How many requests one cluster gets at a time. Default: 6.
     */
    concurrency?: number;

    /**
     * How far back warning events are shown. Clusters forget them after an
     * hour, unless configured otherwise. Default: 1 hour.
     */
    warningsFor?: HumanDuration | string;
  };
}
