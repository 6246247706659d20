import { lazy, Suspense, useMemo } from 'react';
import type { Neighbourhood } from '@atrium/plugin-entity-graph-common';
import { QueryState } from '@atrium/ui';
import { useAppNavigate } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { drawGraph } from '../../graph/drawGraph';
import type { ChangeAddress, GraphAddress } from '../../hooks/useGraphAddress';
import { useLayout } from '../../hooks/useLayout';
import { createNodeColors } from '../../words/nodeColors';
import { MapLegend } from './MapLegend';
import { MapSkeleton } from './MapSkeleton';
import { NodePanel } from './NodePanel';
import styles from './map.module.css';

// The library that draws is read only by those who look at the map.
const GraphMap = lazy(() =>
  import('./GraphMap').then(m => ({ default: m.GraphMap })),
);

/** Props of {@link MapView}. */
export interface MapViewProps {
  graph: Neighbourhood;
  focusRef?: string;
  address: GraphAddress;
  onChange: ChangeAddress;
  /** Whether the map may begin with something else. */
  canFocus: boolean;
}

/** The graph as a map, and what is known of what is selected in it. */
export function MapView(props: MapViewProps) {
  const { address, canFocus, focusRef, graph, onChange } = props;
  const { color, group, open, selected } = address;
  const navigate = useAppNavigate();
  const entityLink = useEntityRefLink();
  const drawing = useMemo(
    () =>
      drawGraph(graph, {
        group,
        openIds: open,
        aloneRefs: [focusRef, selected],
      }),
    [graph, group, open, focusRef, selected],
  );
  const colorOf = useMemo(
    () => createNodeColors(color, graph.nodes),
    [color, graph.nodes],
  );
  const layoutQuery = useLayout(drawing);
  const node = graph.nodes.find(({ entityRef }) => entityRef === selected);
  const isCluster = (id: string) =>
    drawing.nodes.some(one => one.kind === 'cluster' && one.id === id);

  const select = (id: string | undefined) =>
    id !== undefined && isCluster(id)
      ? onChange({ open: [...open, id], selected: undefined })
      : onChange({ selected: id });
  const focus = (entity: string) =>
    onChange(
      {
        entity,
        selected: undefined,
        open: [],
        system: undefined,
        owner: undefined,
      },
      { isNewEntry: true },
    );
  return (
    <div className={styles.layout} data-panel={node ? true : undefined}>
      <figure className={styles.figure}>
        <QueryState query={layoutQuery} loading={<MapSkeleton />}>
          {layout => (
            <Suspense fallback={<MapSkeleton />}>
              <GraphMap
                // A new arrangement is shown as a whole.
                key={drawing.nodes.map(({ id }) => id).join()}
                drawing={drawing}
                layout={layout}
                colorOf={colorOf}
                focusRef={focusRef}
                selectedId={selected}
                onSelect={select}
                onOpen={id =>
                  isCluster(id) ? select(id) : navigate(entityLink(id))
                }
              />
            </Suspense>
          )}
        </QueryState>
        <MapLegend />
      </figure>
      {node && (
        <NodePanel
          node={node}
          nodes={graph.nodes}
          edges={graph.edges}
          onSelect={select}
          onClose={() => select(undefined)}
          onFocus={
            canFocus && node.entityRef !== focusRef
              ? () => focus(node.entityRef)
              : undefined
          }
          onShowImpact={
            canFocus || node.entityRef === focusRef
              ? () =>
                  onChange(
                    {
                      view: 'impact',
                      ...(canFocus && { entity: node.entityRef }),
                    },
                    { isNewEntry: true },
                  )
              : undefined
          }
        />
      )}
    </div>
  );
}
