import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { HEALTH_WORDS, QueryState, StatusBadge } from '@atrium/ui';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import { countHealth } from '../facts/countHealth';
import { useEntitySummary } from '../hooks/useEntitySummary';
import styles from './TeamCard.module.css';
import { toHealthTiles } from './toHealthTiles';

/** Props of {@link TeamCard}. */
export interface TeamCardProps {
  entityRef: string;
  title: string;
}

/** How a team stands, beside the others of its department. */
export function TeamCard({ entityRef, title }: TeamCardProps) {
  const href = useEntityRefLink()(entityRef);
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>
        <Link href={href}>{title}</Link>
      </h3>
      <QueryState query={useEntitySummary(entityRef)}>
        {summary => <TeamFacts summary={summary} baseHref={href} />}
      </QueryState>
    </article>
  );
}

interface TeamFactsProps {
  summary: EntitySummary;
  baseHref: string;
}

function TeamFacts({ summary, baseHref }: TeamFactsProps) {
  const { partsTotal, partsHealth } = summary.neighbours;
  const { bad = 0, good = 0, unknown = 0, warning = 0 } = partsHealth;
  const tiles = toHealthTiles(summary, baseHref);
  return (
    <>
      <p className={styles.line}>
        {t('teamCard.entities', { count: partsTotal })}
        {bad > 0 && (
          <StatusBadge status="bad">{countHealth('bad', bad)}</StatusBadge>
        )}
        {warning > 0 && (
          <StatusBadge status="warning">
            {countHealth('warning', warning)}
          </StatusBadge>
        )}
        {bad + warning === 0 && good > 0 && (
          <StatusBadge status="good">
            {t('teamCard.nothingNeedsAttention')}
          </StatusBadge>
        )}
        {unknown > 0 && (
          <StatusBadge status={HEALTH_WORDS.unknown.status}>
            {countHealth('unknown', unknown)}
          </StatusBadge>
        )}
      </p>
      <dl className={styles.facts}>
        {tiles.map(tile => (
          <div key={tile.id} className={styles.fact}>
            <dt>{tile.title}</dt>
            <dd>
              {tile.figure ? (
                tile.figure
              ) : (
                <StatusBadge status={tile.status}>{tile.word}</StatusBadge>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
