import type { Problem } from '@atrium/plugin-catalog-health-common';
import { QueryState, SafeLink, StatusBadge } from '@atrium/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader } from '@backstage/ui';
import { useEntityProblems } from '../hooks/useProblems';
import { KIND_WORDS } from '../words/kindWords';
import styles from './catalogHealth.module.css';
import { fileOf } from './problemColumns';

/** What is wrong with the entity of the page, for those who look after it; nothing where nothing is. */
export function CatalogHealthCard() {
  const { entity } = useEntity();
  const query = useEntityProblems(stringifyEntityRef(entity));
  if (!query.error && !query.data?.items.length) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <h2 className={styles.title}>Catalog health</h2>
      </CardHeader>
      <CardBody>
        <QueryState query={query}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map(problem => (
                <li key={problem.id} className={styles.words}>
                  <ProblemLine problem={problem} />
                </li>
              ))}
            </ul>
          )}
        </QueryState>
      </CardBody>
    </Card>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const { kind, severity, message, advice, url } = problem;
  return (
    <>
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {KIND_WORDS[kind]}
      </StatusBadge>
      <span>{message}</span>
      <span className={styles.muted}>
        {advice} <SafeLink href={url}>{fileOf(problem)}</SafeLink>
      </span>
    </>
  );
}
