import { lazy, type ReactNode, Suspense } from 'react';
import { RiFocus3Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  LoadingState,
  QueryState,
  Section,
  ViewSkeleton,
} from '@atrium/ui';
import { SLO_ANNOTATION, type SloSummary } from '@atrium/plugin-slo-common';
import { useEntitySlos } from '../../hooks/useSlos';
import { useSloSignals } from '../../hooks/sloHooks';
import { useTabHref } from '../../hooks/useTabHref';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { ExclusionSection } from '../Exclusions/ExclusionSection';
import { ObjectiveDetails } from '../ObjectiveDetails/ObjectiveDetails';
import { FileProblems } from './FileProblems';
import { GateNotice } from './GateNotice';
import { NewSloLink } from './NewSloLink';
import { ObjectiveCard } from './ObjectiveCard';
import styles from './SloContent.module.css';

// Reads and writes YAML, for which most visitors have no use.
const SloEditor = lazy(() =>
  import('../SloEditor/SloEditor').then(m => ({ default: m.SloEditor })),
);

/** Props of {@link SloContent}. */
export interface SloContentProps {
  /** What other plugins add below the objectives. */
  sections?: ReactNode;
}

/** Whether a component is within its budgets, and what burns them. */
export function SloContent({ sections }: SloContentProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [params] = useSearchParams();
  const backHref = useTabHref()();
  useSloSignals(entityRef);
  const edited = params.get('edit') ?? undefined;
  return edited !== undefined || params.has('new') ? (
    <Suspense fallback={<LoadingState height={480} />}>
      <SloEditor key={edited} sloName={edited} backHref={backHref} />
    </Suspense>
  ) : (
    <SloList entityRef={entityRef} sections={sections} />
  );
}

interface SectionProps extends SloContentProps {
  entityRef: string;
}

function SloList({ entityRef, sections }: SectionProps) {
  const { entity } = useEntity();
  const slos = useEntitySlos(entityRef);
  const hasFile = entity.metadata.annotations?.[SLO_ANNOTATION] !== undefined;
  return (
    <div className={styles.content}>
      <FileProblems entityRef={entityRef} hasSlos={slos.data !== undefined} />
      <QueryState
        query={slos}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiFocus3Line />}
            title={t('sloContent.noSloCountsYet')}
            description={
              hasFile
                ? t('sloContent.theFileThatTheAnnotation')
                : t('sloContent.anSloSaysWhatUsers')
            }
            action={<NewSloLink entityRef={entityRef} variant="primary" />}
          />
        }
        loading={<ViewSkeleton height={240} />}
      >
        {({ items }) => (
          <Objectives entityRef={entityRef} slos={items} sections={sections} />
        )}
      </QueryState>
    </div>
  );
}

function Objectives(props: SectionProps & { slos: SloSummary[] }) {
  const { entityRef, slos, sections } = props;
  const [params] = useSearchParams();
  const rows = toObjectiveRows(slos);
  const ofSlo = rows.filter(({ slo }) => slo.id === params.get('slo'));
  const opened =
    ofSlo.find(
      ({ objectiveId }) =>
        objectiveId === (params.get('objective') ?? undefined),
    ) ?? ofSlo.at(0);
  if (opened) {
    return <ObjectiveDetails key={opened.id} row={opened} />;
  }
  return (
    <>
      <GateNotice entityRef={entityRef} slos={slos} />
      <Section
        title={t('sloContent.objectives')}
        tools={<NewSloLink entityRef={entityRef} variant="secondary" />}
      >
        <ul className={styles.cards} aria-label={t('sloContent.objectives')}>
          {rows.map(row => (
            <li key={row.id}>
              <ObjectiveCard row={row} />
            </li>
          ))}
        </ul>
      </Section>
      {sections}
      <ExclusionSection entityRef={entityRef} slos={slos} />
    </>
  );
}
