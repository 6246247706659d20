import { memo, type ReactNode } from 'react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import {
  RiBox3Line,
  RiBuilding2Line,
  RiDatabase2Line,
  RiPlugLine,
  RiRobot2Line,
  RiShapesLine,
  RiStackLine,
} from '@remixicon/react';
import type { ClusterDrawn, EntityDrawn } from '../../graph/Drawing';
import { t } from '../../translation';
import { ownerOf, titleOf } from '../../words/graphWords';
import type { NodeColor } from '../../words/nodeColors';
import { describeHealth } from './describeHealth';
import styles from './map.module.css';

/** An entity on the map. */
export type EntityMapNode = Node<
  { drawn: EntityDrawn; color: NodeColor; isFocus: boolean; isDimmed: boolean },
  'entity'
>;

/** Several entities on the map, as one. */
export type ClusterMapNode = Node<
  { drawn: ClusterDrawn; isDimmed: boolean },
  'cluster'
>;

const ICONS: Record<string, typeof RiBox3Line> = {
  component: RiBox3Line,
  api: RiPlugLine,
  resource: RiDatabase2Line,
  airesource: RiRobot2Line,
  system: RiShapesLine,
  domain: RiBuilding2Line,
};

/** Lines end and begin at the sides. */
function Ends({ children }: { children: ReactNode }) {
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        className={styles.handle}
        isConnectable={false}
      />
      {children}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.handle}
        isConnectable={false}
      />
    </>
  );
}

function EntityCard({ data, selected }: NodeProps<EntityMapNode>) {
  const { color, drawn, isDimmed, isFocus } = data;
  const { node } = drawn;
  const Icon = ICONS[node.kind] ?? RiBox3Line;
  return (
    <Ends>
      <div
        className={styles.card}
        style={{ '--node-color': color.color } as Record<string, string>}
        data-selected={selected || undefined}
        data-focus={isFocus || undefined}
        data-dimmed={isDimmed || undefined}
      >
        <div className={styles.cardTitle}>
          <Icon size={16} aria-hidden="true" className={styles.icon} />
          <span className={styles.name}>{titleOf(node)}</span>
        </div>
        <div className={styles.cardLine}>
          <span className={styles.clipped}>{ownerOf(node)}</span>
          {node.facts?.version && (
            <span className={styles.version}>{node.facts.version}</span>
          )}
        </div>
        <div className={styles.cardLine}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.clipped}>{color.text}</span>
        </div>
      </div>
    </Ends>
  );
}

function ClusterCard({ data, selected }: NodeProps<ClusterMapNode>) {
  const { drawn, isDimmed } = data;
  const worst = (['bad', 'warning', 'good'] as const).find(
    health => drawn.health[health],
  );
  return (
    <Ends>
      <div
        className={`${styles.card} ${styles.cluster}`}
        style={
          {
            '--node-color': `var(--atrium-${worst ?? 'unknown'})`,
          } as Record<string, string>
        }
        data-selected={selected || undefined}
        data-dimmed={isDimmed || undefined}
      >
        <div className={styles.cardTitle}>
          <RiStackLine size={16} aria-hidden="true" className={styles.icon} />
          <span className={styles.name}>{drawn.title}</span>
        </div>
        <div className={styles.cardLine}>
          <span className={styles.clipped}>
            {t('mapNodes.entitiesSelectToOpen', { number: drawn.count })}
          </span>
        </div>
        <div className={styles.cardLine}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.clipped}>{describeHealth(drawn.health)}</span>
        </div>
      </div>
    </Ends>
  );
}

/** How nodes are drawn, by their type. */
export const NODE_TYPES = {
  entity: memo(EntityCard),
  cluster: memo(ClusterCard),
};
