import { EmptyState } from '@atrium/ui';
import { Link } from '@backstage/ui';
import { t } from '../translation';
import styles from './SearchPage.module.css';

const EXAMPLES = [
  {
    query: 'payment-service',
    get says() {
      return t('searchIntroduction.aNameWrittenAsYou');
    },
  },
  {
    query: 'POST /refunds',
    get says() {
      return t('searchIntroduction.anOperationOfAnApi');
    },
  },
  {
    query: 'roll back a release',
    get says() {
      return t('searchIntroduction.wordsFromTheDocumentation');
    },
  },
];

/** What the page shows before anything is asked for. */
export function SearchIntroduction() {
  return (
    <EmptyState
      title={t('searchIntroduction.whatAreYouLookingFor')}
      description={
        <>
          <p className={styles.hint}>
            {t('searchIntroduction.theSearchKnowsServicesApis')}
          </p>
          <ul className={styles.examples}>
            {EXAMPLES.map(({ query, says }) => (
              <li key={query}>
                <Link href={`/search?query=${encodeURIComponent(query)}`}>
                  {query}
                </Link>
                , {says}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
