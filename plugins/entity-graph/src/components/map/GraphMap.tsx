import {
  type KeyboardEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { RiFullscreenLine } from '@remixicon/react';
import {
  Background,
  ControlButton,
  Controls,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { boundsOf } from '../../graph/boundsOf';
import { type Drawing, NODE_SIZE } from '../../graph/Drawing';
import { type Direction, moveAlong } from '../../graph/moveAlong';
import type { Layout } from '../../graph/layoutDrawing';
import { t } from '../../translation';
import type { createNodeColors } from '../../words/nodeColors';
import { LINE_TYPES, type MapEdge } from './MapLine';
import type { ClusterMapNode, EntityMapNode } from './MapNodes';
import { NODE_TYPES } from './MapNodes';
import { MapSizeBar } from './MapSizeBar';
import { distanceOf, LEAST_ZOOM, READABLE_ZOOM } from './mapZoom';
import { hasRoom, type MapFrame, openingView, viewOfAll } from './openingView';
import { toFlow } from './toFlow';
import styles from './map.module.css';

/** Props of {@link GraphMap}. */
export interface GraphMapProps {
  drawing: Drawing;
  layout: Layout;
  colorOf: ReturnType<typeof createNodeColors>;
  focusRef?: string;
  selectedId?: string;
  /** An entity, a cluster, or nothing. */
  onSelect(id: string | undefined): void;
  /** Opens what a node stands for. */
  onOpen(id: string): void;
}

const KEYS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Pictures of more nodes than this are drawn as far as they are in sight. */
const MANY = 150;

/** A graph as a map: what uses something left of it, what it depends on right. */
export function GraphMap(props: GraphMapProps) {
  return (
    <ReactFlowProvider>
      <Map {...props} />
    </ReactFlowProvider>
  );
}

function Map(props: GraphMapProps) {
  const { colorOf, drawing, focusRef, layout, onOpen, onSelect, selectedId } =
    props;
  const { places } = layout;
  const whole = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { getZoom, setCenter, setViewport } = useReactFlow();
  const distance = useStore(({ transform: [, , zoom] }) => distanceOf(zoom));
  const bounds = useMemo(() => boundsOf(layout), [layout]);
  const isCut = useStore(
    ({ height, transform: [, , zoom], width }) =>
      !hasRoom(bounds, { width, height }, zoom),
  );
  const { nodes, edges } = useMemo(
    () => toFlow(drawing, { layout, colorOf, focusRef, selectedId }),
    [drawing, layout, colorOf, focusRef, selectedId],
  );

  const middleOf = (id: string) => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return { x: x + NODE_SIZE.width / 2, y: y + NODE_SIZE.height / 2 };
  };
  // The library fits nodes alone, without the lines that go around them, so what is
  // shown is worked out here, as soon as it is known how large the map is.
  const [room, setRoom] = useState<MapFrame>();
  const [size, setSize] = useState<MapFrame>();
  useLayoutEffect(() => {
    if (whole.current) {
      setRoom(sizeOf(whole.current));
    }
  }, []);
  useLayoutEffect(() => {
    // The bar above it has taken its share.
    if (room && frame.current) {
      setSize(sizeOf(frame.current));
    }
  }, [room]);
  const focus =
    focusRef && places.has(focusRef) ? middleOf(focusRef) : undefined;
  const showAll = () =>
    frame.current && setViewport(viewOfAll(bounds, sizeOf(frame.current)));
  const showReadable = () =>
    frame.current &&
    setViewport(openingView({ bounds, frame: sizeOf(frame.current), focus }));
  const moveTo = async (id: string) => {
    onSelect(id);
    const { x, y } = middleOf(id);
    await setCenter(x, y, { zoom: getZoom() });
    // It is drawn by then, also where it was out of sight.
    requestAnimationFrame(() => {
      frame.current
        ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
        ?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const node =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('.react-flow__node')
        : null;
    const id = node?.dataset.id;
    if (!id) {
      return;
    }
    const next =
      event.key in KEYS && moveAlong(id, KEYS[event.key], { drawing, places });
    if (next) {
      event.preventDefault();
      void moveTo(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(id);
    } else if (event.key === ' ') {
      event.preventDefault();
      onSelect(id === selectedId ? undefined : id);
    } else if (event.key === 'Escape') {
      onSelect(undefined);
    }
  };

  return (
    <div ref={whole} className={styles.frame}>
      {room && !hasRoom(bounds, room, READABLE_ZOOM) && (
        <MapSizeBar
          isCut={isCut}
          onShowAll={() => void showAll()}
          onShowReadable={() => void showReadable()}
        />
      )}
      <div ref={frame} className={styles.map} data-distance={distance}>
        {size && (
          <ReactFlow<EntityMapNode | ClusterMapNode, MapEdge>
            aria-label={t('graphMap.mapOfDependenciesArrowKeys')}
            ariaLabelConfig={{
              'controls.ariaLabel': t('graphMap.zoom'),
              'controls.zoomIn.ariaLabel': t('graphMap.zoomIn'),
              'controls.zoomOut.ariaLabel': t('graphMap.zoomOut'),
            }}
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={LINE_TYPES}
            onNodeClick={(_, { id }) => onSelect(id)}
            onNodeDoubleClick={(_, { id }) => onOpen(id)}
            onPaneClick={() => onSelect(undefined)}
            onKeyDown={onKeyDown}
            nodesDraggable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            onlyRenderVisibleElements={nodes.length > MANY}
            defaultViewport={openingView({ bounds, frame: size, focus })}
            minZoom={LEAST_ZOOM}
            maxZoom={1.6}
            // The page scrolls under the wheel; the map zooms with Ctrl or by buttons.
            zoomOnScroll={false}
            preventScrolling={false}
            proOptions={{ hideAttribution: true }}
          >
            <Background gap={24} size={1} color="var(--atrium-border)" />
            <Controls
              showInteractive={false}
              showFitView={false}
              className={styles.controls}
            >
              <ControlButton
                title={t('graphMap.showAll')}
                aria-label={t('graphMap.showAll')}
                onClick={() => void showAll()}
              >
                <RiFullscreenLine />
              </ControlButton>
            </Controls>
            {isCut && (
              <MiniMap<EntityMapNode | ClusterMapNode>
                pannable
                zoomable
                className={styles.miniMap}
                ariaLabel={t('graphMap.overviewOfTheMap')}
                nodeColor={node =>
                  node.type === 'entity'
                    ? node.data.color.color
                    : 'var(--atrium-text-muted)'
                }
                nodeStrokeWidth={0}
                bgColor="var(--atrium-surface)"
                maskColor="color-mix(in oklab, var(--atrium-sunken) 70%, transparent)"
              />
            )}
          </ReactFlow>
        )}
      </div>
    </div>
  );
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): MapFrame {
  return { width: clientWidth, height: clientHeight };
}
