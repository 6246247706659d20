import type { InitiativeDetails } from '@atrium/plugin-scorecard-common';
import { type DataColumn, DataTable, StatusBadge } from '@atrium/ui';
import { EntityLinks } from '../shared/EntityLinks';
import { ResultLink } from '../shared/ResultLink';
import { ProgressBar } from './ProgressBar';

/** What the tables are about. */
export interface InitiativeTableProps {
  initiative: InitiativeDetails;
}

const TEAM_COLUMNS: DataColumn<InitiativeDetails['teams'][number]>[] = [
  {
    title: 'Team',
    cell: ({ ownerRef }) => (
      <EntityLinks entityRefs={ownerRef ? [ownerRef] : []} none="No owner" />
    ),
  },
  { title: 'Progress', cell: team => <ProgressBar progress={team} /> },
];

/** How far each team is, by the name of the team. */
export function TeamTable({ initiative }: InitiativeTableProps) {
  return (
    <DataTable
      label="Progress of teams"
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
    <StatusBadge status="good">Nothing remains</StatusBadge>
  ) : (
    <DataTable
      label="Services left"
      columns={[
        {
          title: 'Service',
          cell: service => <ResultLink result={{ ...service, scorecard }} />,
        },
        {
          title: 'Owner',
          cell: ({ ownerRefs }) => <EntityLinks entityRefs={ownerRefs} />,
        },
        { title: 'To pass', cell: ({ checks }) => checks.join(', ') },
      ]}
      items={remaining}
      keyOf={({ entityRef }) => entityRef}
    />
  );
}
