import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Workload } from '@atrium/plugin-workloads-common';
import { Section, textStyles } from '@atrium/ui';
import { useRestart } from '../../hooks/useRestart';
import { HealthBadge } from '../shared/HealthBadge';
import { PodTable } from './PodTable';
import { ResourceBars } from './ResourceBars';
import { RestartButton } from './RestartButton';
import { RestartProgress } from './RestartProgress';
import { WorkloadFacts } from './WorkloadFacts';
import styles from './WorkloadView.module.css';

/** Props of {@link WorkloadView}. */
export interface WorkloadViewProps {
  workload: Workload;
  placeTitle: string;
  canRestart: boolean;
}

/** One workload: what it runs, what it uses, and its pods. */
export function WorkloadView(props: WorkloadViewProps) {
  const { workload, placeTitle, canRestart } = props;
  const { entity } = useEntity();
  const restart = useRestart(stringifyEntityRef(entity), workload);
  const isByPodOnly = workload.isPaused || workload.isOnDelete;
  const target =
    // What is scaled to zero has no pod to replace. What is paused, or updated by
    // OnDelete, replaces single pods all the same.
    canRestart &&
    (workload.canBeRestarted || (isByPodOnly && workload.isConfirmed)) &&
    workload.replicas?.desired !== 0
      ? { workload, placeTitle, restart }
      : undefined;
  return (
    <Section
      title={
        <span className={textStyles.line}>
          <span>
            {workload.name}{' '}
            <span className={textStyles.muted}>{workload.kind}</span>
          </span>
          <HealthBadge health={workload.health} />
        </span>
      }
      tools={
        target && workload.canBeRestarted && <RestartButton target={target} />
      }
    >
      <div className={styles.workload}>
        <RestartProgress progress={restart.progress} />
        <div className={styles.summary}>
          <WorkloadFacts workload={workload} />
          <ResourceBars resources={workload.resources} />
        </div>
        <PodTable workload={workload} target={target} />
      </div>
    </Section>
  );
}
