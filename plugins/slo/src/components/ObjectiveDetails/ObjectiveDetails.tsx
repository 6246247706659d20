import {
  BackLink,
  formatDate,
  formatNumber,
  QueryState,
  Section,
  textStyles,
  useDocumentTitle,
} from '@atrium/ui';
import type { SloDetails } from '@atrium/plugin-slo-common';
import { useSlo } from '../../hooks/useSlos';
import { useTabHref } from '../../hooks/useTabHref';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { ExclusionSection } from '../Exclusions/ExclusionSection';
import { BudgetBar } from '../shared/BudgetBar';
import { BurnSentence } from '../shared/BurnSentence';
import { EditLink } from '../shared/EditLink';
import { MeasuredLine } from '../shared/MeasuredLine';
import { ObjectiveNotices } from '../shared/ObjectiveNotices';
import { SliFigure } from '../shared/SliFigure';
import { SloStateBadge } from '../shared/SloStateBadge';
import { AlertHistory } from './AlertHistory';
import { BurnRateTable } from './BurnRateTable';
import { ExportActions } from './ExportActions';
import { ObjectiveCharts } from './ObjectiveCharts';
import { ObjectiveQueries } from './ObjectiveQueries';
import styles from './ObjectiveDetails.module.css';

/** One objective with all there is to say about it. */
export function ObjectiveDetails({ row }: { row: ObjectiveRow }) {
  const { slo, title, subtitle, status } = row;
  const details = useSlo(slo.id);
  useDocumentTitle('part', title);
  return (
    <div className={styles.details}>
      <BackLink href={useTabHref()()}>
        {t('objectiveDetails.allObjectives')}
      </BackLink>
      <header className={styles.header}>
        <div className={styles.name}>
          <SloStateBadge row={row} />
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={textStyles.muted}>{subtitle}</p>}
          {slo.description && (
            <p className={textStyles.text}>{slo.description}</p>
          )}
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
          <div className={textStyles.ends}>
            <MeasuredLine row={row} />
            <EditLink slo={slo} />
          </div>
          <ObjectiveNotices slo={slo} />
        </div>
      </header>
      {status && <ObjectiveCharts row={row} status={status} />}
      {status && (
        <Section title={t('objectiveDetails.burnRates')}>
          <BurnRateTable row={row} status={status} definition={details.data} />
        </Section>
      )}
      <Section title={t('objectiveDetails.alerts')}>
        <AlertHistory sloId={slo.id} objectiveId={row.objectiveId} />
      </Section>
      <QueryState query={details}>
        {data => <Definition row={row} details={data} />}
      </QueryState>
      <ExclusionSection entityRef={slo.entityRef} slos={[slo]} isOfOneSlo />
    </div>
  );
}

function Definition(props: { row: ObjectiveRow; details: SloDetails }) {
  const { row, details } = props;
  return (
    <Section
      title={t('objectiveDetails.theQueryBehindTheNumber')}
      tools={<ExportActions id={details.id} name={details.name} />}
    >
      <ObjectiveQueries details={details} objectiveId={row.objectiveId} />
    </Section>
  );
}

function Counts({ row: { status } }: { row: ObjectiveRow }) {
  if (status?.good === undefined || status.total === undefined) {
    return null;
  }
  return (
    <p className={textStyles.muted}>
      {t('objectiveDetails.badOf', {
        formatNumber: formatNumber(status.total - status.good),
        total: formatNumber(status.total),
      })}
    </p>
  );
}

function Exhaustion({ row: { status } }: { row: ObjectiveRow }) {
  const { projectedExhaustion, budgetRemaining = 0 } = status ?? {};
  return projectedExhaustion && budgetRemaining > 0 ? (
    <p className={textStyles.muted}>
      {t('objectiveDetails.atThisSpeedItIs', {
        projectedExhaustion: formatDate(projectedExhaustion),
      })}
    </p>
  ) : null;
}
