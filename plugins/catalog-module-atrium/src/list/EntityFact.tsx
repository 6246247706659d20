import { Link } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import {
  MoneyText,
  NoValue,
  RelativeTime,
  RowHealth,
  RowLevel,
  textStyles,
  typeWords,
} from '@atrium/ui';
import { t } from '../translation';
import { catalogKind } from './catalogKinds';
import type { ColumnId } from './columnIds';
import styles from './EntityFact.module.css';

/** How many tags a row names. */
const MAX_TAGS = 3;

/** Props of {@link EntityFact}. */
export interface EntityFactProps {
  row: EntityRow;
  column: ColumnId;
  /** Whether the list says of which scorecard all levels are. */
  namesScorecard?: boolean;
}

/** What one column says of one entity. */
export function EntityFact(props: EntityFactProps) {
  const { row, column, namesScorecard } = props;
  switch (column) {
    case 'kind':
      return <>{catalogKind(row.kind).one}</>;
    case 'type':
      return <Known>{row.type && typeWords(row.type)}</Known>;
    case 'owner':
      return <EntityLink entityRef={row.ownerRef} title={row.ownerTitle} />;
    case 'system':
      return <EntityLink entityRef={row.systemRef} title={row.systemTitle} />;
    case 'health':
      return <RowHealth row={row} />;
    case 'level':
      return (
        <RowLevel
          level={row.level}
          isScorecardNamed={namesScorecard === true}
        />
      );
    case 'cost':
      return row.cost ? <MoneyText {...row.cost} /> : <NoValue />;
    case 'lifecycle':
      return <Known>{row.lifecycle}</Known>;
    case 'deployedAt':
      return row.deployedAt ? (
        <RelativeTime instant={row.deployedAt} />
      ) : (
        <NoValue />
      );
    case 'tags':
      return <Tags tags={row.tags} />;
    default:
      throw new Error(`No column '${column satisfies never}'`);
  }
}

function Known({ children }: { children: string | undefined }) {
  return children ? <>{children}</> : <NoValue />;
}

function EntityLink(props: { entityRef?: string; title?: string }) {
  const { entityRef, title } = props;
  const linkTo = useEntityRefLink();
  return entityRef ? (
    <Link
      href={linkTo(entityRef)}
      standalone
      color="secondary"
      className={styles.link}
    >
      {title ?? entityRef.slice(entityRef.indexOf('/') + 1)}
    </Link>
  ) : (
    <NoValue />
  );
}

function Tags({ tags }: { tags: string[] }) {
  const more = tags.length - MAX_TAGS;
  return tags.length > 0 ? (
    <span className={styles.tags} title={tags.join(', ')}>
      {tags.slice(0, MAX_TAGS).map(tag => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {more > 0 && (
        <span className={textStyles.muted}>
          {t('entityFact.more', { more })}
        </span>
      )}
    </span>
  ) : (
    <NoValue />
  );
}
