import type { Problem } from '@atrium/plugin-catalog-health-common';
import { QueryCard, readField, SafeLink, StatusBadge } from '@atrium/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityProblems } from '../hooks/useProblems';
import { t } from '../translation';
import { KIND_WORDS } from '../words/kindWords';
import styles from './catalogHealth.module.css';
import { fileOf } from './problemColumns';

/** What is wrong with the entity of the page, for those who look after it; nothing where nothing is. */
export function CatalogHealthCard() {
  const { entity } = useEntity();
  return (
    <QueryCard
      title={t('catalogHealthCard.catalogHealth')}
      query={useEntityProblems(stringifyEntityRef(entity))}
      isEmpty={({ items }) => items.length === 0}
    >
      {({ items }) => (
        <ul className={styles.list}>
          {items.map(problem => (
            <li key={problem.id} className={styles.words}>
              <ProblemLine problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </QueryCard>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const { kind, severity, url } = problem;
  return (
    <>
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {KIND_WORDS[kind]}
      </StatusBadge>
      <span>{readField(problem, 'message')}</span>
      <span className={styles.muted}>
        {readField(problem, 'advice')}{' '}
        <SafeLink href={url}>{fileOf(problem)}</SafeLink>
      </span>
    </>
  );
}
