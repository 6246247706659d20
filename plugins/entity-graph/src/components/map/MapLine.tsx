import { memo } from 'react';
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { curveThrough } from '../../graph/curveThrough';
import type { Point } from '../../graph/layoutDrawing';

/** A line on the map, which takes the way that its layout found. */
export type MapEdge = Edge<{ route: readonly Point[] }, 'route'>;

function RouteLine(props: EdgeProps<MapEdge>) {
  const { data, id, label, markerEnd, style } = props;
  const { middle, path } = curveThrough(data?.route ?? []);
  return (
    <BaseEdge
      id={id}
      path={path}
      label={label}
      labelX={middle.x}
      labelY={middle.y}
      markerEnd={markerEnd}
      style={style}
    />
  );
}

/** How lines are drawn, by their type. */
export const LINE_TYPES = { route: memo(RouteLine) };
