import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type DataColumn, DataTable, textStyles } from '@atrium/ui';
import type { DeprecatedObject } from '@atrium/plugin-workloads-common';
import { DeprecationBadge } from '../shared/DeprecationBadge';
import { describeDeprecation } from '../shared/describeDeprecation';

const COLUMNS: DataColumn<DeprecatedObject>[] = [
  {
    id: 'object',
    title: 'Object',
    cell: ({ name, kind, namespace }) => (
      <>
        {name}
        <div className={textStyles.muted}>
          {kind} in {namespace}
        </div>
      </>
    ),
  },
  { id: 'cluster', title: 'Cluster', cell: ({ cluster }) => cluster },
  {
    id: 'owner',
    title: 'Owner',
    cell: ({ ownerRef }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon />
      ) : (
        <span className={textStyles.muted}>unowned</span>
      ),
  },
  {
    id: 'api',
    title: 'API version',
    cell: ({ deprecation }) => (
      <span className={textStyles.mono}>{deprecation.apiVersion}</span>
    ),
  },
  {
    id: 'state',
    title: 'State',
    cell: ({ deprecation }) => <DeprecationBadge deprecation={deprecation} />,
  },
  {
    id: 'what-to-do',
    title: 'What to do',
    cell: ({ deprecation }) => describeDeprecation(deprecation),
  },
];

/** What was applied by a deprecated API version besides the workloads. */
export function DeprecatedObjectTable(props: { objects: DeprecatedObject[] }) {
  return (
    <DataTable
      label="Objects of deprecated API versions"
      columns={COLUMNS}
      items={props.objects}
      keyOf={({ cluster, namespace, kind, name }) =>
        [cluster, namespace, kind, name].join('/')
      }
    />
  );
}
