import type { KubernetesObject } from './kubernetesTypes.ts';
import { columnsOf } from './tableColumns.ts';

export interface TableRequest {
  includeObject: string;
  now: number;
}

/** Whether the client asked for a table (as `kubectl get` does). */
export function wantsTable(accept: string | undefined): boolean {
  const [first] = (accept ?? '').split(',');
  return /;\s*as=Table/.test(first) && first.startsWith('application/json');
}

/** Lists objects as the columns that `kubectl get` prints. */
export function toTable(
  objects: KubernetesObject[],
  kind: string,
  options: TableRequest & { metadata: Record<string, unknown> },
) {
  const columns = columnsOf(kind);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: options.metadata,
    columnDefinitions: columns.map(column => ({
      name: column.name,
      type: column.type ?? 'string',
      format: column.name === 'Name' ? 'name' : '',
      description: column.name,
      priority: column.isWide ? 1 : 0,
    })),
    rows: objects.map(object => ({
      cells: columns.map(column => column.cell(object, options.now)),
      ...(options.includeObject !== 'None' && {
        object:
          options.includeObject === 'Object'
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
