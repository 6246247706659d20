import type { InitiativeDetails } from '@atrium/plugin-scorecard-common';
import { type DataColumn, DataTable, StatusBadge } from '@atrium/ui';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { ResultLink } from '../shared/ResultLink';
import { ProgressBar } from './ProgressBar';

/** What the tables are about. */
export interface InitiativeTableProps {
  initiative: InitiativeDetails;
}

const TEAM_COLUMNS: DataColumn<InitiativeDetails['teams'][number]>[] = [
  {
    get title() {
      return t('initiativeTables.team');
    },
    cell: ({ ownerRef }) => (
      <EntityLinks
        entityRefs={ownerRef ? [ownerRef] : []}
        none={t('initiativeTables.noOwner')}
      />
    ),
  },
  {
    get title() {
      return t('initiativeTables.progress');
    },
    cell: team => <ProgressBar progress={team} />,
  },
];

/** How far each team is, by the name of the team. */
export function TeamTable({ initiative }: InitiativeTableProps) {
  return (
    <DataTable
      label={t('initiativeTables.progressOfTeams')}
      columns={TEAM_COLUMNS}
      items={initiative.teams}
      keyOf={({ ownerRef = '' }) => ownerRef}
    />
  );
}

/** Which services have something to do, and what. */
export function RemainingTable({ initiative }: InitiativeTableProps) {
  const { remaining, scorecard } = initiative;
  return remaining.length === 0 ? (
    <StatusBadge status="good">
      {t('initiativeTables.nothingRemains')}
    </StatusBadge>
  ) : (
    <DataTable
      label={t('initiativeTables.servicesLeft')}
      columns={[
        {
          title: t('initiativeTables.service'),
          cell: service => <ResultLink result={{ ...service, scorecard }} />,
        },
        {
          title: t('initiativeTables.owner'),
          cell: ({ ownerRefs }) => <EntityLinks entityRefs={ownerRefs} />,
        },
        {
          title: t('initiativeTables.toPass'),
          cell: ({ checks }) => checks.join(', '),
        },
      ]}
      items={remaining}
      keyOf={({ entityRef }) => entityRef}
    />
  );
}
