import { RiCloseLine } from '@remixicon/react';
import type { GraphEdge, GraphNode } from '@atrium/plugin-entity-graph-common';
import {
  costTitle,
  FactList,
  formatBudgetLeft,
  HEALTH_WORDS,
  kindAndType,
  MoneyText,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, ButtonIcon, Link } from '@backstage/ui';
import { t } from '../../translation';
import {
  ORIGIN_WORDS,
  ownerOf,
  TIER_WORDS,
  titleOf,
} from '../../words/graphWords';
import styles from './map.module.css';

/** Props of {@link NodePanel}. */
export interface NodePanelProps {
  node: GraphNode;
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  /** Absent where the map begins with it already. */
  onFocus?(): void;
  onShowImpact?(): void;
  onSelect(entityRef: string): void;
  onClose(): void;
}

/** Longer lists are in the table. */
const MAX_LISTED = 8;

/** What is known of the entity that is selected on the map. */
export function NodePanel(props: NodePanelProps) {
  const { edges, node, nodes, onClose, onFocus, onSelect, onShowImpact } =
    props;
  const entityLink = useEntityRefLink();
  const { facts } = node;
  const { status, text } = HEALTH_WORDS[facts?.health ?? 'unknown'];
  const neighbours = (side: 'source' | 'target') =>
    edges
      .filter(edge => edge[side] === node.entityRef)
      .flatMap(edge => {
        const ref = side === 'source' ? edge.target : edge.source;
        const other = nodes.find(({ entityRef }) => entityRef === ref);
        return other ? [{ edge, other }] : [];
      });
  return (
    <aside
      className={styles.panel}
      aria-label={t('nodePanel.about', { node: titleOf(node) })}
    >
      <div className={styles.panelHeader}>
        <div>
          <h3 className={styles.panelTitle}>
            <Link href={entityLink(node.entityRef)}>{titleOf(node)}</Link>
          </h3>
          <p className={textStyles.muted}>
            {kindAndType(node.kind, node.type)}
          </p>
        </div>
        <ButtonIcon
          aria-label={t('nodePanel.close')}
          variant="tertiary"
          size="small"
          icon={<RiCloseLine />}
          onPress={onClose}
        />
      </div>
      <FactList
        isNarrow
        facts={[
          {
            term: t('nodePanel.health'),
            value: <StatusBadge status={status}>{text}</StatusBadge>,
          },
          {
            term: t('nodePanel.owner'),
            value: node.ownerRef ? (
              <Link href={entityLink(node.ownerRef)}>{ownerOf(node)}</Link>
            ) : (
              t('nodePanel.noOwner')
            ),
          },
          {
            term: t('nodePanel.system'),
            value: node.systemRef && (
              <Link href={entityLink(node.systemRef)}>
                {node.systemTitle ?? node.systemRef}
              </Link>
            ),
          },
          {
            term: t('nodePanel.tier'),
            value: node.tier && TIER_WORDS[node.tier],
          },
          { term: t('nodePanel.inProduction'), value: facts?.version },
          {
            term: t('nodePanel.errorBudgetLeft'),
            value:
              facts?.budgetRemaining !== undefined &&
              formatBudgetLeft(facts.budgetRemaining),
          },
          { term: t('nodePanel.level'), value: facts?.level?.level },
          {
            term: costTitle([{ cost: facts?.cost }]),
            value: facts?.cost && <MoneyText {...facts.cost} />,
          },
        ]}
      />
      <Neighbours
        title={t('nodePanel.dependsOn')}
        found={neighbours('source')}
        onSelect={onSelect}
      />
      <Neighbours
        title={t('nodePanel.usedBy')}
        found={neighbours('target')}
        onSelect={onSelect}
      />
      <div className={styles.panelActions}>
        {onShowImpact && (
          <Button size="small" variant="primary" onPress={onShowImpact}>
            {t('nodePanel.showImpact')}
          </Button>
        )}
        {onFocus && (
          <Button size="small" variant="secondary" onPress={onFocus}>
            {t('nodePanel.centerTheMapOnIt')}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Neighbours(props: {
  title: string;
  found: { edge: GraphEdge; other: GraphNode }[];
  onSelect(entityRef: string): void;
}) {
  const { found, onSelect, title } = props;
  if (found.length === 0) {
    return null;
  }
  return (
    <div>
      <h4 className={styles.panelHeading}>
        {title} ({found.length})
      </h4>
      <ul className={styles.panelList}>
        {found.slice(0, MAX_LISTED).map(({ edge, other }) => (
          <li key={other.entityRef}>
            <Button
              variant="tertiary"
              size="small"
              onPress={() => onSelect(other.entityRef)}
            >
              {titleOf(other)}
            </Button>
            {edge.origin !== 'declared' && (
              <p className={textStyles.muted}>
                {ORIGIN_WORDS[edge.origin]}
                {edge.observations[0] && (
                  <>
                    {t('nodePanel.reportedBy')}
                    {edge.observations[0].reporter},{' '}
                    <RelativeTime instant={edge.observations[0].observedAt} />
                  </>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {found.length > MAX_LISTED && (
        <p className={textStyles.muted}>
          {t('nodePanel.moreAreInTheList', {
            foundCount: found.length - MAX_LISTED,
          })}
        </p>
      )}
    </div>
  );
}
