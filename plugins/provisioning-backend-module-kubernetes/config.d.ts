export interface Config {
  provisioning?: {
    score?: {
      /**
       * Clusters that workloads may be applied to, by their name in
       * `kubernetes.clusterLocatorMethods`, which has their address. Default:
       * none.
       */
      clusters?: {
        [name: string]: {
          /**
           * Of the service account that applies them. Default: the
           * `serviceAccountToken` of the cluster.
           * @visibility secret
           */
          token?: string;
        };
      };
    };
    kubernetes?: {
      /**
       * Clusters that resources are made in, by their name in
       * `kubernetes.clusterLocatorMethods`, which has their address. Default:
       * none.
       */
      clusters?: {
        [name: string]: {
          /**
           * What may be made there, as `group/Kind`, such as
           * `postgresql.cnpg.io/Cluster`; `v1/ConfigMap` for those of no group.
           */
          kinds: string[];
          /** Where it may be made. */
          namespaces: string[];
          /**
           * Of the service account that makes it. Default: the
           * `serviceAccountToken` of the cluster.
           * @visibility secret
           */
          token?: string;
        };
      };
    };
  };
}
