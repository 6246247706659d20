import { QueryState, RelativeTime } from '@atrium/ui';
import { useLastValidVersion } from '../../hooks/useLastValidVersion';
import { DefinitionView } from '../DefinitionView/DefinitionView';
import styles from './DefinitionPage.module.css';

/** Props of {@link LastValidVersion}. */
export interface LastValidVersionProps {
  entityRef: string;
}

/** What the API looked like when its definition could be read. */
export function LastValidVersion({ entityRef }: LastValidVersionProps) {
  const query = useLastValidVersion(entityRef);
  return (
    <QueryState
      query={query}
      isEmpty={version => version === null}
      empty={
        <p className={styles.nobody}>
          The portal has kept no valid version of this definition.
        </p>
      }
    >
      {version =>
        version?.definition !== undefined && (
          <section className={styles.lastValid}>
            <h3 className={styles.lastValidTitle}>
              The last valid version: #{version.number}
              {version.version && `, ${version.version}`}, noticed{' '}
              <RelativeTime instant={version.createdAt} />
            </h3>
            <DefinitionView
              type={version.type}
              definition={version.definition}
            />
          </section>
        )
      }
    </QueryState>
  );
}
