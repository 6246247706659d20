import { getViewportForBounds, type Viewport } from '@xyflow/react';
import type { Bounds } from '../../graph/boundsOf';
import { LEAST_ZOOM, PADDING, READABLE_ZOOM } from './mapZoom';

/** How large a map is on the screen. */
export interface MapFrame {
  width: number;
  height: number;
}

/** Options of {@link openingView}. */
export interface OpeningViewOptions {
  /** What is drawn. */
  bounds: Bounds;
  frame: MapFrame;
  /** The middle of what the map is about. */
  focus?: { x: number; y: number };
}

/** How far what is drawn may be from the edge of a map that has no room for it. */
const MARGIN = 24;

/** What the buttons for the zoom take on the left, so that nothing is beneath them. */
const BUTTONS_WIDTH = 56;

/**
 * What a map opens with: all that is drawn, in its middle. Where that has no room at a
 * zoom at which names can be read, what the map is about is as near to the middle as
 * leaves no side of the map empty; if it is about nothing in particular, it begins with
 * what nothing uses.
 */
export function openingView(options: OpeningViewOptions): Viewport {
  const { bounds, focus, frame } = options;
  const { x, y, zoom } = fit(bounds, frame, READABLE_ZOOM);
  return {
    x: keepFilled(focus ? frame.width / 2 - focus.x * zoom : Infinity, {
      start: bounds.x * zoom,
      length: bounds.width * zoom,
      room: frame.width,
      margin: BUTTONS_WIDTH,
      middle: x,
    }),
    y: keepFilled(focus ? frame.height / 2 - focus.y * zoom : y, {
      start: bounds.y * zoom,
      length: bounds.height * zoom,
      room: frame.height,
      margin: MARGIN,
      middle: y,
    }),
    zoom,
  };
}

/** Whether a map has room for all that is drawn at a zoom. */
export function hasRoom(bounds: Bounds, frame: MapFrame, zoom: number) {
  return (
    bounds.width * zoom <= frame.width && bounds.height * zoom <= frame.height
  );
}

/** All that is drawn, however small it is then. */
export function viewOfAll(bounds: Bounds, frame: MapFrame): Viewport {
  return fit(bounds, frame, LEAST_ZOOM);
}

function fit(bounds: Bounds, { width, height }: MapFrame, leastZoom: number) {
  return getViewportForBounds(bounds, width, height, leastZoom, 1, {
    x: PADDING,
    y: PADDING,
    left: `${BUTTONS_WIDTH}px`,
  });
}

interface Axis {
  /** Where what is drawn starts, and how long it is, in pixels of the screen. */
  start: number;
  length: number;
  room: number;
  /** How far the start may be from the edge. */
  margin: number;
  /** The offset that has it in the middle. */
  middle: number;
}

function keepFilled(
  offset: number,
  { start, length, room, margin, middle }: Axis,
) {
  if (length <= room) {
    return middle;
  }
  const first = margin - start;
  const last = room - MARGIN - start - length;
  return Math.min(first, Math.max(last, offset));
}
