import { EmptyState } from '@atrium/ui';
import { Link } from '@backstage/ui';
import styles from './SearchPage.module.css';

const EXAMPLES = [
  { term: 'payment-service', says: 'a name, written as you like' },
  { term: 'POST /refunds', says: 'an operation of an API' },
  { term: 'roll back a release', says: 'words from the documentation' },
];

/** What the page shows before anything is asked for. */
export function SearchIntroduction() {
  return (
    <EmptyState
      title="What are you looking for?"
      description={
        <>
          <p className={styles.hint}>
            The search knows services, APIs with their operations and schemas,
            documentation, templates, people and teams. For example:
          </p>
          <ul className={styles.examples}>
            {EXAMPLES.map(({ term, says }) => (
              <li key={term}>
                <Link href={`/search?query=${encodeURIComponent(term)}`}>
                  {term}
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
