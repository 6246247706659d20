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
