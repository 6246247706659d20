import { useSearchParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { EmptyState, QueryState } from '@atrium/ui';
import type { SloSummary } from '@atrium/plugin-slo-common';
import { useEntitySlos } from '../../hooks/useSlos';
import { useSloSignals } from '../../hooks/useSloSignals';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
import { ExclusionSection } from '../Exclusions/ExclusionSection';
import { ObjectiveDetails } from '../ObjectiveDetails/ObjectiveDetails';
import { FileProblems } from './FileProblems';
import { GateNotice } from './GateNotice';
import { ObjectiveCard } from './ObjectiveCard';
import styles from './SloContent.module.css';

/** Whether a component is within its budgets, and what burns them. */
export function SloContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  useSloSignals(entityRef);
  return (
    <div className={styles.content}>
      <FileProblems entityRef={entityRef} />
      <QueryState
        query={useEntitySlos(entityRef)}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="No SLO counts yet"
            description="The file that the annotation atrium.dev/slo names has no valid SLO, or has not been read yet. It is read with the entity and at each push."
          />
        }
        loading={<Skeleton width="100%" height={240} />}
      >
        {({ items }) => <Objectives entityRef={entityRef} slos={items} />}
      </QueryState>
    </div>
  );
}

function Objectives(props: { entityRef: string; slos: SloSummary[] }) {
  const { entityRef, slos } = props;
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
      <GateNotice entityRef={entityRef} />
      <ul className={styles.cards} aria-label="Objectives">
        {rows.map(row => (
          <li key={row.id}>
            <ObjectiveCard row={row} />
          </li>
        ))}
      </ul>
      <ExclusionSection
        entityRef={entityRef}
        sloNames={slos.map(({ name }) => name)}
      />
    </>
  );
}
