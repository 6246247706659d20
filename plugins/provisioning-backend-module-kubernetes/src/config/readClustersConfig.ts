import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A cluster that resources are made in. */
export interface ClusterConfig {
  name: string;
  url: string;
  token?: string;
  /** PEM. */
  ca?: string;
  checksCertificate: boolean;
  /** Such as `postgresql.cnpg.io/Cluster`, or `v1/ConfigMap` without a group. */
  kinds: string[];
  namespaces: string[];
}

/** Reads `provisioning.kubernetes`; addresses are those of `kubernetes`. */
export function readClustersConfig(root: RootConfigService): ClusterConfig[] {
  const key = 'provisioning.kubernetes.clusters';
  const known = readKnownClusters(root);
  return (root.getOptionalConfig(key)?.keys() ?? []).map(name => {
    const cluster = known.get(name);
    if (!cluster) {
      throw new InputError(
        `'${key}.${name}' is not among 'kubernetes.clusterLocatorMethods'`,
      );
    }
    const config = root.getConfig(`${key}.${name}`);
    const caData = cluster.getOptionalString('caData');
    return {
      name,
      url: cluster.getString('url').replace(/\/+$/, ''),
      token:
        config.getOptionalString('token') ??
        cluster.getOptionalString('serviceAccountToken'),
      ca: caData && Buffer.from(caData, 'base64').toString(),
      checksCertificate: !(
        cluster.getOptionalBoolean('skipTLSVerify') ?? false
      ),
      kinds: config.getStringArray('kinds'),
      namespaces: config.getStringArray('namespaces'),
    };
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
