import { MarkerType } from '@xyflow/react';
import { type Drawing, type DrawnEdge, NODE_SIZE } from '../../graph/Drawing';
import type { Layout } from '../../graph/layoutDrawing';
import { t } from '../../translation';
import { kindAndType } from '@atrium/ui';
import { ownerOf, titleOf } from '../../words/graphWords';
import type { createNodeColors } from '../../words/nodeColors';
import { describeHealth } from './describeHealth';
import type { MapEdge } from './MapLine';
import type { ClusterMapNode, EntityMapNode } from './MapNodes';

interface FlowOptions {
  layout: Layout;
  colorOf: ReturnType<typeof createNodeColors>;
  focusRef?: string;
  selectedId?: string;
}

const STROKE: Record<DrawnEdge['origin'], string> = {
  declared: 'var(--atrium-text-muted)',
  both: 'var(--atrium-good)',
  observed: 'var(--atrium-warning)',
};

/** A drawing as the library takes it; around what is selected all else is dim. */
export function toFlow(drawing: Drawing, options: FlowOptions) {
  const { colorOf, focusRef, layout, selectedId } = options;
  const near = new Set(
    drawing.edges.flatMap(({ source, target }) =>
      source === selectedId || target === selectedId ? [source, target] : [],
    ),
  );
  const isDimmed = (id: string) =>
    selectedId !== undefined && id !== selectedId && !near.has(id);
  // One node is reached by the tab key; arrow keys lead to the others.
  const entryId = selectedId ?? focusRef ?? drawing.nodes.at(0)?.id;

  const nodes = drawing.nodes.map((drawn): EntityMapNode | ClusterMapNode => {
    const shared = {
      id: drawn.id,
      position: layout.places.get(drawn.id) ?? { x: 0, y: 0 },
      ...NODE_SIZE,
      selected: drawn.id === selectedId,
      focusable: drawn.id === entryId,
    };
    if (drawn.kind === 'cluster') {
      return {
        ...shared,
        type: 'cluster',
        ariaLabel: t('toFlow.entities', {
          title: drawn.title,
          number: drawn.count,
          health: describeHealth(drawn.health),
        }),
        data: { drawn, isDimmed: isDimmed(drawn.id) },
      };
    }
    const color = colorOf(drawn.node);
    return {
      ...shared,
      type: 'entity',
      ariaLabel: `${titleOf(drawn.node)}: ${kindAndType(
        drawn.node.kind,
        drawn.node.type,
      )}, ${ownerOf(drawn.node)}, ${color.text}`,
      data: {
        drawn,
        color,
        isFocus: drawn.id === focusRef,
        isDimmed: isDimmed(drawn.id),
      },
    };
  });

  const titles = new Map(
    drawing.nodes.map(drawn => [
      drawn.id,
      drawn.kind === 'cluster' ? drawn.title : titleOf(drawn.node),
    ]),
  );
  const edges = drawing.edges.map((edge): MapEdge => {
    const { id, source, target, origin, count } = edge;
    const isNear = source === selectedId || target === selectedId;
    const stroke = isNear ? 'var(--atrium-brand)' : STROKE[origin];
    return {
      id,
      source,
      target,
      type: 'route',
      data: { route: layout.routes.get(id) ?? [] },
      ariaLabel: t('toFlow.dependsOn', {
        source: titles.get(source) ?? source,
        target: titles.get(target) ?? target,
      }),
      domAttributes: { 'aria-roledescription': t('toFlow.dependency') },
      focusable: false,
      selectable: false,
      label: count > 1 ? String(count) : undefined,
      style: {
        stroke,
        strokeWidth: isNear ? 2 : 1.5,
        strokeDasharray: origin === 'observed' ? '6 4' : undefined,
        opacity: selectedId !== undefined && !isNear ? 0.25 : 1,
      },
      markerEnd: {
        type: MarkerType.ArrowClosed,
        color: stroke,
        width: 16,
        height: 16,
      },
    };
  });
  return { nodes, edges };
}
