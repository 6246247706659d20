import { readNamedSections } from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How a cluster is reached. */
export interface ClusterConnection {
  name: string;
  url: string;
  token?: string;
  /** PEM. */
  ca?: string;
  checksCertificate: boolean;
}

/** A cluster that resources are made in. */
export interface ClusterConfig extends ClusterConnection {
  /** Such as `postgresql.cnpg.io/Cluster`, or `v1/ConfigMap` without a group. */
  kinds: string[];
  namespaces: string[];
}

/** Reads `provisioning.kubernetes`; addresses are those of `kubernetes`. */
export function readClustersConfig(root: RootConfigService): ClusterConfig[] {
  return readConnections(root, 'provisioning.kubernetes.clusters').map(
    ({ config, connection }) => ({
      ...connection,
      kinds: config.getStringArray('kinds'),
      namespaces: config.getStringArray('namespaces'),
    }),
  );
}

/** Reads `provisioning.score.clusters`, which workloads may be applied to. */
export function readScoreClustersConfig(
  root: RootConfigService,
): ClusterConnection[] {
  return readConnections(root, 'provisioning.score.clusters').map(
    ({ connection }) => connection,
  );
}

function readConnections(root: RootConfigService, key: string) {
  const known = readKnownClusters(root);
  return readNamedSections(root, key).map(([name, config]) => {
    const cluster = known.get(name);
    if (!cluster) {
      throw new InputError(
        `'${key}.${name}' is not among 'kubernetes.clusterLocatorMethods'`,
      );
    }
    const caData = cluster.getOptionalString('caData');
    const connection: ClusterConnection = {
      name,
      url: cluster.getString('url').replace(/\/+$/, ''),
      token:
        config.getOptionalString('token') ??
        cluster.getOptionalString('serviceAccountToken'),
      ca: caData && Buffer.from(caData, 'base64').toString(),
      checksCertificate: !(
        cluster.getOptionalBoolean('skipTLSVerify') ?? false
      ),
    };
    return { config, connection };
  });
}

function readKnownClusters(root: RootConfigService): Map<string, Config> {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return new Map(
    methods
      .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
      .map(cluster => [cluster.getString('name'), cluster]),
  );
}
