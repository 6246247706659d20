import { Link } from '@backstage/ui';
import {
  costTitle,
  type DataColumn,
  DataTable,
  MoneyText,
  NoValue,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../../translation';
import { entityHref } from '../attention/attentionWords';
import type { TeamSum } from './sumTeams';

/** Props of {@link TeamsSection}. */
export interface TeamsSectionProps {
  /** Worst first. */
  teams: TeamSum[];
  /** Whether there are more services than these sums are of. */
  isPart: boolean;
}

function teamColumns(teams: TeamSum[]): DataColumn<TeamSum>[] {
  return [
    {
      title: t('teamsSection.team'),
      cell: ({ ownerRef, title }) => (
        <Link href={entityHref(ownerRef)}>{title}</Link>
      ),
    },
    {
      title: t('teamsSection.services'),
      isNumber: true,
      cell: ({ services }) => services,
    },
    {
      title: t('teamsSection.health'),
      cell: team => <TeamHealth team={team} />,
    },
    {
      title: t('teamsSection.openIncidents'),
      isNumber: true,
      cell: ({ openIncidents }) => openIncidents,
    },
    {
      title: costTitle(teams),
      hint: t('teamsSection.ofTheServices'),
      isNumber: true,
      cell: ({ cost }) => (cost ? <MoneyText {...cost} /> : <NoValue />),
    },
  ];
}

/** How the teams of a person are, side by side. */
export function TeamsSection({ teams, isPart }: TeamsSectionProps) {
  return (
    <Section title={t('teamsSection.myTeams')}>
      <DataTable
        label={t('teamsSection.teamsWorstFirst')}
        columns={teamColumns(teams)}
        items={teams}
        keyOf={({ ownerRef }) => ownerRef}
      />
      {isPart && (
        <p className={textStyles.muted}>
          {t('teamsSection.sumsAreOfTheServices')}
        </p>
      )}
    </Section>
  );
}

function TeamHealth({ team }: { team: TeamSum }) {
  const { bad, warning, good, unknown } = team.health;
  return (
    <span className={textStyles.line}>
      {bad > 0 && (
        <StatusBadge status="bad">{t('teamsSection.bad', { bad })}</StatusBadge>
      )}
      {warning > 0 && (
        <StatusBadge status="warning">
          {t('teamsSection.withAWarning', { warning })}
        </StatusBadge>
      )}
      {good > 0 && (
        <StatusBadge status="good">
          {t('teamsSection.healthy', { good })}
        </StatusBadge>
      )}
      {unknown > 0 && (
        <StatusBadge status="unknown">
          {t('teamsSection.notMeasured', { unknown })}
        </StatusBadge>
      )}
    </span>
  );
}
