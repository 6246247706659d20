import { Skeleton } from '@backstage/ui';
import type { Definitions } from '@atrium/plugin-provisioning-common';
import {
  EmptyState,
  PageBody,
  QueryState,
  RelativeTime,
  textStyles,
} from '@atrium/ui';
import { useDefinitions } from '../../hooks/useDefinitions';
import { DefinitionCard } from './DefinitionCard';
import { ProblemTable } from './ProblemTable';
import { TypeIcon } from '../shared/TypeIcon';
import styles from './definitions.module.css';

/** What can be asked for, and under which rules. */
export function DefinitionsPage() {
  return (
    <PageBody>
      <QueryState
        query={useDefinitions()}
        isEmpty={({ definitions, problems }) =>
          definitions.length === 0 && problems.length === 0
        }
        empty={
          <EmptyState
            title="Nothing can be asked for yet"
            description="Types and definitions of resources are YAML files. Name their folder in provisioning.definitions of the configuration, or allow a repository to bring them."
          />
        }
        loading={<Skeleton width="100%" height={320} />}
      >
        {definitions => <Catalogue definitions={definitions} />}
      </QueryState>
    </PageBody>
  );
}

function Catalogue({ definitions: all }: { definitions: Definitions }) {
  const { types, definitions, drivers, problems, checkedAt } = all;
  return (
    <>
      {checkedAt && (
        <p className={textStyles.muted}>
          Files read <RelativeTime instant={checkedAt} />
        </p>
      )}
      {problems.length > 0 && <ProblemTable problems={problems} />}
      {types.map(type => (
        <section key={type.name} aria-labelledby={`type-${type.name}`}>
          <header className={styles.type}>
            <TypeIcon icon={type.icon} size={24} />
            <div>
              <h2 id={`type-${type.name}`} className={textStyles.title}>
                {type.title}
              </h2>
              <p className={textStyles.muted}>
                {type.description ?? type.name}
              </p>
            </div>
          </header>
          <div className={styles.cards}>
            {definitions.every(definition => definition.type !== type.name) && (
              <p className={textStyles.muted}>Nobody offers it here yet.</p>
            )}
            {definitions
              .filter(definition => definition.type === type.name)
              .map(definition => (
                <DefinitionCard
                  key={definition.name}
                  definition={definition}
                  driverTitle={
                    drivers.find(({ id }) => id === definition.driver)?.title
                  }
                />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}
