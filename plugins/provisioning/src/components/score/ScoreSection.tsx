import type { Score } from '@atrium/plugin-provisioning-common';
import {
  DataTable,
  errorMessage,
  QueryState,
  SafeLink,
  Section,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { useScore, useScoreDeployments } from '../../hooks/useScore';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { EnvironmentActions } from './EnvironmentActions';
import { needColumns, toNeedRows } from './needColumns';
import { NeedGraph } from './NeedGraph';
import { ScoreProblems } from './ScoreProblems';
import styles from './score.module.css';

/** Props of {@link ScoreSection}. */
export interface ScoreSectionProps {
  entityRef: string;
  /** Whether the reader may request what is missing. */
  mayRequest: boolean;
}

/** What the Score file of a component needs, and where it is there already. */
export function ScoreSection({ entityRef, mayRequest }: ScoreSectionProps) {
  const query = useScore(entityRef);
  return (
    <Section
      title={t('scoreSection.whatItsScoreFileNeeds')}
      tools={
        query.data && (
          <SafeLink href={query.data.source}>
            {t('scoreSection.showScoreYaml')}
          </SafeLink>
        )
      }
    >
      <QueryState query={query} loading={<ViewSkeleton height={160} />}>
        {score =>
          score.problems.length > 0 ? (
            <ScoreProblems problems={score.problems} />
          ) : (
            <Needs
              score={score}
              entityRef={entityRef}
              mayRequest={mayRequest}
            />
          )
        }
      </QueryState>
    </Section>
  );
}

function Needs(props: ScoreSectionProps & { score: Score }) {
  const { score, entityRef, mayRequest } = props;
  const { workload, environments } = score;
  const types = useTypes();
  const deployments = useScoreDeployments(entityRef);
  const rows = toNeedRows(score);
  return (
    <>
      {workload && rows.length > 0 && (
        <NeedGraph
          containers={workload.containers}
          environments={environments}
        />
      )}
      {rows.length > 0 ? (
        <DataTable
          label={t('scoreSection.whatItNeedsByEnvironment')}
          columns={needColumns(score, types)}
          items={rows}
          keyOf={({ name }) => name}
        />
      ) : (
        <p className={textStyles.muted}>
          {t('scoreSection.itNeedsNoResource')}
        </p>
      )}
      <ul
        className={styles.environments}
        aria-label={t('scoreSection.environments')}
      >
        {environments.map((item, index) => (
          <li key={item.environment.name}>
            <EnvironmentActions
              entityRef={entityRef}
              environment={item.environment}
              needs={item.needs}
              mayRequest={mayRequest}
              mayApply={deployments.data?.mayApply ?? false}
              deployment={deployments.data?.items.at(index)}
              next={environments.at(index + 1)?.environment}
            />
          </li>
        ))}
      </ul>
      {deployments.error && (
        <p role="alert" className={textStyles.bad}>
          {t('scoreSection.whatRunsIsNotKnown', {
            error: errorMessage(deployments.error),
          })}
        </p>
      )}
    </>
  );
}
