import type { ApiVersion } from '@atrium/plugin-api-history-common';
import { QueryState, RelativeTime } from '@atrium/ui';
import { useLastValidVersion } from '../../hooks/useLastValidVersion';
import { t } from '../../translation';
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
          {t('lastValidVersion.thePortalHasKeptNo')}
        </p>
      }
    >
      {version =>
        version?.definition !== undefined && (
          <section className={styles.lastValid}>
            <h3 className={styles.lastValidTitle}>{headingOf(version)}</h3>
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

function headingOf({ number, version, createdAt }: ApiVersion): JSX.Element {
  const facts = {
    // A name, not a quantity.
    number: String(number),
    time: <RelativeTime instant={createdAt} />,
  };
  return version
    ? t('lastValidVersion.theLastValidVersionNamed', { ...facts, version })
    : t('lastValidVersion.theLastValidVersion', facts);
}
