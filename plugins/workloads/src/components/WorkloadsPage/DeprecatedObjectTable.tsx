import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type DataColumn, DataTable, textStyles } from '@atrium/ui';
import type { DeprecatedObject } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { DeprecationBadge } from '../shared/DeprecationBadge';
import { describeDeprecation } from '../shared/describeDeprecation';

const COLUMNS: DataColumn<DeprecatedObject>[] = [
  {
    id: 'object',
    get title() {
      return t('deprecatedObjectTable.object');
    },
    cell: ({ name, kind, namespace }) => (
      <>
        {name}
        <div className={textStyles.muted}>
          {t('deprecatedObjectTable.in', { kind, namespace })}
        </div>
      </>
    ),
  },
  {
    id: 'cluster',
    get title() {
      return t('deprecatedObjectTable.cluster');
    },
    cell: ({ cluster }) => cluster,
  },
  {
    id: 'owner',
    get title() {
      return t('deprecatedObjectTable.owner');
    },
    cell: ({ ownerRef }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon />
      ) : (
        <span className={textStyles.muted}>
          {t('deprecatedObjectTable.unowned')}
        </span>
      ),
  },
  {
    id: 'api',
    get title() {
      return t('deprecatedObjectTable.apiVersion');
    },
    cell: ({ deprecation }) => (
      <span className={textStyles.mono}>{deprecation.apiVersion}</span>
    ),
  },
  {
    id: 'state',
    get title() {
      return t('deprecatedObjectTable.state');
    },
    cell: ({ deprecation }) => <DeprecationBadge deprecation={deprecation} />,
  },
  {
    id: 'what-to-do',
    get title() {
      return t('deprecatedObjectTable.whatToDo');
    },
    cell: ({ deprecation }) => describeDeprecation(deprecation),
  },
];

/** What was applied by a deprecated API version besides the workloads. */
export function DeprecatedObjectTable(props: { objects: DeprecatedObject[] }) {
  return (
    <DataTable
      label={t('deprecatedObjectTable.objectsOfDeprecatedApiVersions')}
      columns={COLUMNS}
      items={props.objects}
      keyOf={({ cluster, namespace, kind, name }) =>
        [cluster, namespace, kind, name].join('/')
      }
    />
  );
}
