import { Link } from '@backstage/ui';
import {
  type DataColumn,
  DataTable,
  MoneyText,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { entityHref } from '../attention/attentionWords';
import type { TeamSum } from './sumTeams';

/** Props of {@link TeamsSection}. */
export interface TeamsSectionProps {
  /** Worst first. */
  teams: TeamSum[];
  /** Whether there are more services than these sums are of. */
  isPart: boolean;
}

const COLUMNS: DataColumn<TeamSum>[] = [
  {
    title: 'Team',
    cell: ({ ownerRef, title }) => (
      <Link href={entityHref(ownerRef)}>{title}</Link>
    ),
  },
  {
    title: 'Services',
    isNumber: true,
    cell: ({ services }) => services,
  },
  { title: 'Health', cell: team => <TeamHealth team={team} /> },
  {
    title: 'Open incidents',
    isNumber: true,
    cell: ({ openIncidents }) => openIncidents,
  },
  {
    title: 'Cost this month',
    isNumber: true,
    cell: ({ cost }) =>
      cost ? (
        <MoneyText amount={cost.amount} currency={cost.currency} />
      ) : (
        <span className={textStyles.muted}>Not known</span>
      ),
  },
];

/** How the teams of a person are, side by side. */
export function TeamsSection({ teams, isPart }: TeamsSectionProps) {
  return (
    <Section title="My teams">
      <DataTable
        label="Teams, worst first"
        columns={COLUMNS}
        items={teams}
        keyOf={({ ownerRef }) => ownerRef}
      />
      {isPart && (
        <p className={textStyles.muted}>
          Sums are of the services that need most attention; the catalog has all
          of them.
        </p>
      )}
    </Section>
  );
}

function TeamHealth({ team }: { team: TeamSum }) {
  const { bad, warning, good, unknown } = team.health;
  return (
    <span className={textStyles.line}>
      {bad > 0 && <StatusBadge status="bad">{bad} bad</StatusBadge>}
      {warning > 0 && (
        <StatusBadge status="warning">{warning} at risk</StatusBadge>
      )}
      {good > 0 && <StatusBadge status="good">{good} healthy</StatusBadge>}
      {unknown > 0 && (
        <StatusBadge status="unknown">{unknown} not measured</StatusBadge>
      )}
    </span>
  );
}
