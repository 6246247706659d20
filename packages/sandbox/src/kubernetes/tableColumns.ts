import { formatAge, formatDuration } from './formatDuration.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import {
  readField,
  readList,
  readNumber,
  readText,
  readTextMap,
} from './readField.ts';

import {
  accessModes,
  autoscalerTargets,
  joinContainers,
  joinPairs,
  none,
  podRestarts,
  podStatusText,
} from './tableCells.ts';

export interface TableColumn {
  name: string;
  type?: 'string' | 'integer';
  /** Shown by `kubectl get -o wide` only. */
  isWide?: boolean;
  cell(object: KubernetesObject, now: number): string | number;
}

function column(
  name: string,
  cell: (object: KubernetesObject, now: number) => string | number,
): TableColumn {
  return { name, cell };
}

function wide(
  name: string,
  cell: (object: KubernetesObject, now: number) => string | number,
): TableColumn {
  return { name, cell, isWide: true };
}

function text(name: string, path: string): TableColumn {
  return column(name, object => readText(object, path) || none);
}

function count(name: string, path: string): TableColumn {
  return {
    name,
    type: 'integer',
    cell: object => readNumber(object, path),
  };
}

const nameColumn = text('Name', 'metadata.name');

const ageColumn = column('Age', (object, now) =>
  formatAge(object.metadata.creationTimestamp, now),
);

const templateColumns = [
  wide('Containers', object => joinContainers(object, 'name')),
  wide('Images', object => joinContainers(object, 'image')),
  wide('Selector', object =>
    joinPairs(readTextMap(object, 'spec.selector.matchLabels')),
  ),
];

const columns: Record<string, TableColumn[]> = {
  Pod: [
    nameColumn,
    column('Ready', object => {
      const statuses = readList(object, 'status.containerStatuses');
      const ready = statuses.filter(status => readField(status, 'ready'));
      return `${ready.length}/${statuses.length}`;
    }),
    column('Status', podStatusText),
    column('Restarts', podRestarts),
    ageColumn,
    wide('IP', object => readText(object, 'status.podIP') || none),
    wide('Node', object => readText(object, 'spec.nodeName') || none),
    wide('Nominated Node', () => none),
    wide('Readiness Gates', () => none),
  ],
  Deployment: [
    nameColumn,
    column(
      'Ready',
      object =>
        `${readNumber(object, 'status.readyReplicas')}/${readNumber(
          object,
          'spec.replicas',
        )}`,
    ),
    count('Up-to-date', 'status.updatedReplicas'),
    count('Available', 'status.availableReplicas'),
    ageColumn,
    ...templateColumns,
  ],
  ReplicaSet: [
    nameColumn,
    count('Desired', 'spec.replicas'),
    count('Current', 'status.replicas'),
    count('Ready', 'status.readyReplicas'),
    ageColumn,
    ...templateColumns,
  ],
  StatefulSet: [
    nameColumn,
    column(
      'Ready',
      object =>
        `${readNumber(object, 'status.readyReplicas')}/${readNumber(
          object,
          'spec.replicas',
        )}`,
    ),
    ageColumn,
    ...templateColumns.slice(0, 2),
  ],
  DaemonSet: [
    nameColumn,
    count('Desired', 'status.desiredNumberScheduled'),
    count('Current', 'status.currentNumberScheduled'),
    count('Ready', 'status.numberReady'),
    count('Up-to-date', 'status.updatedNumberScheduled'),
    count('Available', 'status.numberAvailable'),
    column(
      'Node Selector',
      object =>
        joinPairs(readTextMap(object, 'spec.template.spec.nodeSelector')) ||
        none,
    ),
    ageColumn,
    ...templateColumns,
  ],
  Job: [
    nameColumn,
    column('Status', object =>
      readList(object, 'status.conditions').length > 0 ? 'Complete' : 'Running',
    ),
    column(
      'Completions',
      object => `${readNumber(object, 'status.succeeded')}/1`,
    ),
    column('Duration', (object, now) => {
      const end = readText(object, 'status.completionTime');
      const start = readText(object, 'status.startTime');
      return formatDuration((end ? Date.parse(end) : now) - Date.parse(start));
    }),
    ageColumn,
    ...templateColumns,
  ],
  CronJob: [
    nameColumn,
    text('Schedule', 'spec.schedule'),
    column('Timezone', object => readText(object, 'spec.timeZone') || none),
    column('Suspend', object =>
      readField(object, 'spec.suspend') === true ? 'True' : 'False',
    ),
    {
      name: 'Active',
      type: 'integer',
      cell: object => readList(object, 'status.active').length,
    },
    column('Last Schedule', (object, now) => {
      const time = readText(object, 'status.lastScheduleTime');
      return time ? formatAge(time, now) : none;
    }),
    ageColumn,
  ],
  Service: [
    nameColumn,
    text('Type', 'spec.type'),
    text('Cluster-IP', 'spec.clusterIP'),
    column('External-IP', object => {
      const [first] = readList(object, 'status.loadBalancer.ingress');
      return (
        readText(first, 'ip') || readText(object, 'spec.externalName') || none
      );
    }),
    column(
      'Port(s)',
      object =>
        readList(object, 'spec.ports')
          .map(port => {
            const nodePort = readText(port, 'nodePort');
            return `${readText(port, 'port')}${
              nodePort && `:${nodePort}`
            }/${readText(port, 'protocol')}`;
          })
          .join(',') || none,
    ),
    ageColumn,
    wide(
      'Selector',
      object => joinPairs(readTextMap(object, 'spec.selector')) || none,
    ),
  ],
  Ingress: [
    nameColumn,
    text('Class', 'spec.ingressClassName'),
    column(
      'Hosts',
      object =>
        readList(object, 'spec.rules')
          .map(rule => readText(rule, 'host') || '*')
          .join(',') || '*',
    ),
    column('Address', object =>
      readText(readList(object, 'status.loadBalancer.ingress')[0], 'ip'),
    ),
    column('Ports', object =>
      readList(object, 'spec.tls').length > 0 ? '80, 443' : '80',
    ),
    ageColumn,
  ],
  HorizontalPodAutoscaler: [
    nameColumn,
    column(
      'Reference',
      object =>
        `${readText(object, 'spec.scaleTargetRef.kind')}/${readText(
          object,
          'spec.scaleTargetRef.name',
        )}`,
    ),
    column('Targets', autoscalerTargets),
    count('MinPods', 'spec.minReplicas'),
    count('MaxPods', 'spec.maxReplicas'),
    count('Replicas', 'status.currentReplicas'),
    ageColumn,
  ],
  Node: [
    nameColumn,
    column('Status', () => 'Ready'),
    column('Roles', () => none),
    ageColumn,
    text('Version', 'status.nodeInfo.kubeletVersion'),
    wide('Internal-IP', object =>
      readText(readList(object, 'status.addresses')[0], 'address'),
    ),
    wide('External-IP', () => none),
    wide('OS-Image', object => readText(object, 'status.nodeInfo.osImage')),
    wide('Kernel-Version', object =>
      readText(object, 'status.nodeInfo.kernelVersion'),
    ),
    wide('Container-Runtime', object =>
      readText(object, 'status.nodeInfo.containerRuntimeVersion'),
    ),
  ],
  Namespace: [nameColumn, text('Status', 'status.phase'), ageColumn],
  ConfigMap: [
    nameColumn,
    {
      name: 'Data',
      type: 'integer',
      cell: object =>
        Object.keys(readTextMap(object, 'data')).length +
        Object.keys(readTextMap(object, 'binaryData')).length,
    },
    ageColumn,
  ],
  Event: [
    column('Last Seen', (object, now) =>
      formatAge(readText(object, 'lastTimestamp'), now),
    ),
    text('Type', 'type'),
    text('Reason', 'reason'),
    column(
      'Object',
      object =>
        `${readText(object, 'involvedObject.kind').toLowerCase()}/${readText(
          object,
          'involvedObject.name',
        )}`,
    ),
    wide('Subobject', object => readText(object, 'involvedObject.fieldPath')),
    wide('Source', object =>
      [readText(object, 'source.component'), readText(object, 'source.host')]
        .filter(part => part)
        .join(', '),
    ),
    column('Message', object => readText(object, 'message')),
    wide('First Seen', (object, now) =>
      formatAge(readText(object, 'firstTimestamp'), now),
    ),
    wide('Count', object => readNumber(object, 'count')),
    wide('Name', object => object.metadata.name),
  ],
  Endpoints: [
    nameColumn,
    column('Endpoints', object => {
      const addresses = readList(object, 'subsets').flatMap(subset =>
        readList(subset, 'addresses').flatMap(address =>
          readList(subset, 'ports').map(
            port => `${readText(address, 'ip')}:${readText(port, 'port')}`,
          ),
        ),
      );
      const shown = addresses.slice(0, 3).join(',');
      return addresses.length > 3
        ? `${shown} + ${addresses.length - 3} more...`
        : shown || none;
    }),
    ageColumn,
  ],
  EndpointSlice: [
    nameColumn,
    text('AddressType', 'addressType'),
    column(
      'Ports',
      object =>
        readList(object, 'ports')
          .map(port => readText(port, 'port'))
          .join(',') || '<unset>',
    ),
    column(
      'Endpoints',
      object =>
        readList(object, 'endpoints')
          .map(endpoint => String(readList(endpoint, 'addresses')[0]))
          .join(',') || '<unset>',
    ),
    ageColumn,
  ],
  PersistentVolumeClaim: [
    nameColumn,
    text('Status', 'status.phase'),
    text('Volume', 'spec.volumeName'),
    text('Capacity', 'status.capacity.storage'),
    column('Access Modes', accessModes),
    text('StorageClass', 'spec.storageClassName'),
    ageColumn,
  ],
  PersistentVolume: [
    nameColumn,
    text('Capacity', 'spec.capacity.storage'),
    column('Access Modes', accessModes),
    text('Reclaim Policy', 'spec.persistentVolumeReclaimPolicy'),
    text('Status', 'status.phase'),
    column(
      'Claim',
      object =>
        `${readText(object, 'spec.claimRef.namespace')}/${readText(
          object,
          'spec.claimRef.name',
        )}`,
    ),
    text('StorageClass', 'spec.storageClassName'),
    ageColumn,
  ],
};

const plainColumns = [nameColumn, ageColumn];

/** The columns of a kind; kinds without special ones have a name and an age. */
export function columnsOf(kind: string): TableColumn[] {
  return columns[kind] ?? plainColumns;
}
