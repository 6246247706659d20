import { formatTime, minute, day } from './kubernetesTypes.ts';
import type { Condition, KubernetesObject } from './kubernetesTypes.ts';
import { seededHex, seededInteger, seededSuffix, seededUid } from './seed.ts';

export interface ClusterNode {
  name: string;
  ip: string;
  /** First two numbers of the addresses of its pods. */
  podPrefix: string;
  zone: string;
  cores: number;
  memoryGi: number;
}

export const kubernetesVersion = 'v1.33.5';

/** The three machines of the sample cluster, one in each zone. */
export const clusterNodes: ClusterNode[] = ['a', 'b', 'c'].map(
  (zone, index) => ({
    name: `worker-${zone}-${seededSuffix(`node:${zone}`)}`,
    ip: `10.0.${index + 1}.${seededInteger(`node-ip:${zone}`, 10, 240)}`,
    podPrefix: `10.${40 + index}`,
    zone: `eu-central-1${zone}`,
    cores: 16,
    memoryGi: 64,
  }),
);

/** Hands out addresses that depend on the name asked for, without collisions. */
export class AddressPool {
  readonly #taken = new Set<string>();

  take(prefix: string, name: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const seed = `address:${name}:${attempt}`;
      const third = seededInteger(`${seed}:3`, 0, 255);
      const fourth = seededInteger(`${seed}:4`, 1, 254);
      const address = `${prefix}.${third}.${fourth}`;
      if (!this.#taken.has(address)) {
        this.#taken.add(address);
        return address;
      }
    }
  }
}

export function deriveNodes(clock: {
  now: number;
  epoch: number;
}): KubernetesObject[] {
  return clusterNodes.map(node => {
    const createdAt =
      clock.epoch - seededInteger(`node-age:${node.name}`, 60 * day, 190 * day);
    const heartbeat = formatTime(
      Math.floor(clock.now / (5 * minute)) * 5 * minute,
    );
    const condition = (
      type: string,
      isTrue: boolean,
      because: Pick<Condition, 'reason' | 'message'>,
    ): Condition => ({
      type,
      status: isTrue ? 'True' : 'False',
      lastHeartbeatTime: heartbeat,
      lastTransitionTime: formatTime(createdAt + minute),
      ...because,
    });
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: node.name,
        uid: seededUid(`Node/${node.name}`),
        creationTimestamp: formatTime(createdAt),
        labels: {
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': node.name,
          'kubernetes.io/os': 'linux',
          'node.kubernetes.io/instance-type': 'standard-16',
          'topology.kubernetes.io/region': 'eu-central-1',
          'topology.kubernetes.io/zone': node.zone,
        },
      },
      spec: {
        podCIDR: `${node.podPrefix}.0.0/16`,
        podCIDRs: [`${node.podPrefix}.0.0/16`],
      },
      status: {
        capacity: {
          cpu: String(node.cores),
          memory: `${node.memoryGi}Gi`,
          pods: '250',
          'ephemeral-storage': '200Gi',
        },
        allocatable: {
          cpu: `${node.cores * 1000 - 120}m`,
          memory: `${node.memoryGi - 2}Gi`,
          pods: '250',
          'ephemeral-storage': '180Gi',
        },
        addresses: [
          { type: 'InternalIP', address: node.ip },
          { type: 'Hostname', address: node.name },
        ],
        conditions: [
          condition('MemoryPressure', false, {
            reason: 'KubeletHasSufficientMemory',
            message: 'kubelet has sufficient memory available',
          }),
          condition('DiskPressure', false, {
            reason: 'KubeletHasNoDiskPressure',
            message: 'kubelet has no disk pressure',
          }),
          condition('PIDPressure', false, {
            reason: 'KubeletHasSufficientPID',
            message: 'kubelet has sufficient PID available',
          }),
          condition('Ready', true, {
            reason: 'KubeletReady',
            message: 'kubelet is posting ready status',
          }),
        ],
        nodeInfo: {
          architecture: 'amd64',
          bootID: seededUid(`boot:${node.name}`),
          containerRuntimeVersion: 'containerd://2.1.4',
          kernelVersion: '6.12.48',
          kubeProxyVersion: kubernetesVersion,
          kubeletVersion: kubernetesVersion,
          machineID: seededHex(`machine:${node.name}`, 32),
          operatingSystem: 'linux',
          osImage: 'Debian GNU/Linux 13 (trixie)',
          systemUUID: seededUid(`system:${node.name}`),
        },
      },
    };
  });
}
