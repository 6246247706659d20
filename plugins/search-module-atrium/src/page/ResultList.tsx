import { useEntityTitles } from '@atrium/ui';
import { hitRefs } from '../results/hitFacts';
import type { SearchHit } from '../results/SearchHit';
import { ResultRow, type ResultRowProps } from './ResultRow';
import type { ResultItem } from './ResultItem';
import styles from './SearchPage.module.css';

export interface ResultListProps {
  hits: SearchHit[];
  items: ResultItem[];
}

/** The results in the order of the search engine. */
export function ResultList({ hits, items }: ResultListProps) {
  const titles = useEntityTitles(hitRefs(hits));
  return (
    <ol className={styles.list}>
      {hits.map((hit, index) => (
        <li key={`${index} ${hit.location}`} className={styles.item}>
          <Result hit={hit} titles={titles} items={items} />
        </li>
      ))}
    </ol>
  );
}

/** Results of a type that only another plugin knows are drawn by that plugin. */
function Result({
  hit,
  titles,
  items,
}: ResultRowProps & { items: ResultItem[] }) {
  const Item =
    hit.subject === 'other' && hit.result.type !== 'software-catalog'
      ? items.find(({ predicate }) => predicate?.(hit.result))?.component
      : undefined;
  return Item ? (
    <Item rank={hit.rank} result={hit.result.document} />
  ) : (
    <ResultRow hit={hit} titles={titles} />
  );
}
