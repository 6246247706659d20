import { type DataColumn, DataTable, textStyles } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { DeprecationBadge } from '../shared/DeprecationBadge';
import { describeDeprecation } from '../shared/describeDeprecation';
import { CountLink } from './CountLink';

type DeprecationRow = WorkloadSummary['deprecations'][number];

const COLUMNS: DataColumn<DeprecationRow>[] = [
  {
    id: 'api',
    get title() {
      return t('deprecationTable.apiVersion');
    },
    cell: ({ deprecation }) => (
      <>
        <span className={textStyles.mono}>{deprecation.apiVersion}</span>
        <div className={textStyles.muted}>{deprecation.kind}</div>
      </>
    ),
  },
  {
    id: 'state',
    get title() {
      return t('deprecationTable.state');
    },
    cell: ({ deprecation }) => <DeprecationBadge deprecation={deprecation} />,
  },
  {
    id: 'what-to-do',
    get title() {
      return t('deprecationTable.whatToDo');
    },
    cell: ({ deprecation }) => describeDeprecation(deprecation),
  },
  {
    id: 'workloads',
    get title() {
      return t('deprecationTable.workloads');
    },
    isNumber: true,
    cell: ({ workloads }) => (
      // The list tells which of the versions each has.
      <CountLink count={workloads} filters={{ problem: 'deprecated-api' }} />
    ),
  },
];

/** The deprecated API versions by which workloads were applied. */
export function DeprecationTable(props: { deprecations: DeprecationRow[] }) {
  return (
    <DataTable
      label={t('deprecationTable.deprecatedApiVersions')}
      columns={COLUMNS}
      items={props.deprecations}
      keyOf={({ deprecation: { apiVersion, kind } }) => `${apiVersion} ${kind}`}
    />
  );
}
