import { formatAge } from './formatAge.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { readField, readList, readNumber, readText } from './readField.ts';
import { readJsonPath } from './readJsonPath.ts';
import type { PrinterColumn, ResourceType } from './ResourceTypes.ts';

export interface TableRequest {
  includeObject: string;
  now: number;
}

type Cell = string | number;

/** Whether the client asked for a table (as `kubectl get` does). */
export function wantsTable(accept: string | undefined): boolean {
  const [first] = (accept ?? '').split(',');
  return /;\s*as=Table/.test(first) && first.startsWith('application/json');
}

/** Lists objects as the columns that `kubectl get` prints. */
export function toTable(
  objects: KubernetesObject[],
  type: ResourceType,
  options: TableRequest & { metadata: Record<string, unknown> },
) {
  const { includeObject, now, metadata } = options;
  const columns = [
    { name: 'Name', jsonPath: '.metadata.name' },
    ...type.columns,
  ];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(({ name, priority = 0 }) => ({
      name,
      type: 'string',
      format: name === 'Name' ? 'name' : '',
      description: name,
      priority,
    })),
    rows: objects.map(object => ({
      cells: columns.map(column => readCell(object, column, now)),
      ...(includeObject !== 'None' && {
        object:
          includeObject === 'Object'
            ? object
            : {
                kind: 'PartialObjectMetadata',
                apiVersion: 'meta.k8s.io/v1',
                metadata: object.metadata,
              },
      }),
    })),
  };
}

function readCell(
  object: KubernetesObject,
  { name, jsonPath }: PrinterColumn,
  now: number,
): Cell {
  if (jsonPath === undefined) {
    return object.kind === 'Pod'
      ? podCell(object, name)
      : `${readNumber(object, 'status.readyReplicas')}/${readNumber(
          object,
          'spec.replicas',
        )}`;
  }
  const values = readJsonPath(object, jsonPath);
  const [first] = values;
  if (values.length === 1 && typeof first === 'number') {
    return first;
  }
  const text = values.map(String).join(',');
  return /Time(stamp)?$/.test(jsonPath) ? formatAge(text, now) : text;
}

/** What of a pod depends on all of its containers. */
function podCell(pod: KubernetesObject, name: string): Cell {
  const statuses = readList(pod, 'status.containerStatuses');
  switch (name) {
    case 'Ready':
      return `${statuses.filter(status => readField(status, 'ready')).length}/${
        statuses.length
      }`;
    case 'Restarts':
      return statuses.reduce(
        (sum: number, status) => sum + readNumber(status, 'restartCount'),
        0,
      );
    default: {
      const [reason] = statuses
        .map(
          status =>
            readText(status, 'state.waiting.reason') ||
            readText(status, 'state.terminated.reason'),
        )
        .filter(text => text !== '');
      return reason ?? readText(pod, 'status.phase');
    }
  }
}
