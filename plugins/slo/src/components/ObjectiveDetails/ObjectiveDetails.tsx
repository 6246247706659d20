import { useSearchParams } from 'react-router-dom';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { formatDate, formatNumber, QueryState, Section } from '@atrium/ui';
import type { SloDetails } from '@atrium/plugin-slo-common';
import { useSlo } from '../../hooks/useSlos';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { ExclusionSection } from '../Exclusions/ExclusionSection';
import { BudgetBar } from '../shared/BudgetBar';
import { BurnSentence } from '../shared/BurnSentence';
import { MeasuredLine } from '../shared/MeasuredLine';
import { ObjectiveNotices } from '../shared/ObjectiveNotices';
import { SliFigure } from '../shared/SliFigure';
import { SloStateBadge } from '../shared/SloStateBadge';
import { AlertHistory } from './AlertHistory';
import { BurnRateTable } from './BurnRateTable';
import { ExportActions } from './ExportActions';
import { ObjectiveCharts } from './ObjectiveCharts';
import { QueryBehind } from './QueryBehind';
import shared from '../shared/shared.module.css';
import styles from './ObjectiveDetails.module.css';

/** One objective with all there is to say about it. */
export function ObjectiveDetails({ row }: { row: ObjectiveRow }) {
  const { slo, title, subtitle, state, status } = row;
  const details = useSlo(slo.id);
  return (
    <div className={styles.details}>
      <Link href={useListHref()} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden="true" />
        All objectives
      </Link>
      <header className={styles.header}>
        <div className={styles.name}>
          <SloStateBadge state={state} />
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={shared.muted}>{subtitle}</p>}
          {slo.description && <p className={shared.text}>{slo.description}</p>}
        </div>
        <div className={styles.figures}>
          <SliFigure row={row} />
          <Counts row={row} />
        </div>
        <div className={styles.figures}>
          <BudgetBar row={row} />
          {status && <BurnSentence status={status} />}
          {status && <Exhaustion row={row} />}
        </div>
        <div className={styles.foot}>
          <MeasuredLine row={row} />
          <ObjectiveNotices slo={slo} />
        </div>
      </header>
      {status && row.objectiveId !== undefined && (
        <ObjectiveCharts row={row} status={status} />
      )}
      {status && (
        <Section title="Burn rates">
          <BurnRateTable row={row} status={status} definition={details.data} />
        </Section>
      )}
      <Section title="Alerts">
        <AlertHistory sloId={slo.id} objectiveId={row.objectiveId} />
      </Section>
      <QueryState query={details}>
        {data => <Definition row={row} details={data} />}
      </QueryState>
      <ExclusionSection
        entityRef={slo.entityRef}
        sloNames={[slo.name]}
        isOfOneSlo
      />
    </div>
  );
}

function Definition(props: { row: ObjectiveRow; details: SloDetails }) {
  const { row, details } = props;
  return (
    <Section
      title="The query behind the number"
      tools={<ExportActions id={details.id} name={details.name} />}
    >
      <QueryBehind details={details} objectiveId={row.objectiveId} />
    </Section>
  );
}

function Counts({ row: { status } }: { row: ObjectiveRow }) {
  if (status?.good === undefined || status.total === undefined) {
    return null;
  }
  return (
    <p className={shared.muted}>
      {formatNumber(status.total - status.good)} bad of{' '}
      {formatNumber(status.total)}
    </p>
  );
}

function Exhaustion({ row: { status } }: { row: ObjectiveRow }) {
  const { projectedExhaustion, budgetRemaining = 0 } = status ?? {};
  return projectedExhaustion && budgetRemaining > 0 ? (
    <p className={shared.muted}>
      At this speed it is spent on {formatDate(projectedExhaustion)}
    </p>
  ) : null;
}

/** The page without an opened objective. */
function useListHref(): string {
  const [params] = useSearchParams();
  const list = new URLSearchParams(params);
  for (const name of ['slo', 'objective', 'range']) {
    list.delete(name);
  }
  return `?${list}`;
}
