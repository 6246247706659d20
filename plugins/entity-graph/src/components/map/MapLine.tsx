import { memo } from 'react';
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { curveThrough } from '../../graph/curveThrough';
import type { Point } from '../../graph/layoutDrawing';
import styles from './map.module.css';

/** A line on the map, which takes the way that its layout found. */
export type MapEdge = Edge<{ route: readonly Point[] }, 'route'>;

function RouteLine(props: EdgeProps<MapEdge>) {
  const { data, id, label, markerEnd, style } = props;
  const { middle, path } = curveThrough(data?.route ?? []);
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} style={style} />
      {label !== undefined && (
        <text x={middle.x} y={middle.y} className={styles.lineLabel}>
          {label}
        </text>
      )}
    </>
  );
}

/** How lines are drawn, by their type. */
export const LINE_TYPES = { route: memo(RouteLine) };
