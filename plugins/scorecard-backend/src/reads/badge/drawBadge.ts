import type { LevelColor } from '@atrium/plugin-scorecard-common';

/** What a badge says. */
export interface Badge {
  label: string;
  message: string;
  color: LevelColor;
}

/**
 * What is said of an entity that is not there, not rated, or not for the reader,
 * all alike.
 */
export const UNKNOWN_BADGE: Badge = {
  label: 'scorecard',
  message: 'unknown',
  color: 'gray',
};

/** Dark enough for the white letters of a badge. */
const COLORS: Record<LevelColor, string> = {
  gray: '#5f6b7a',
  bronze: '#8a5a2b',
  silver: '#66707c',
  gold: '#8a6a00',
  platinum: '#4a5f7a',
  red: '#b3261e',
  orange: '#a84a00',
  yellow: '#7a6200',
  green: '#1f7a3d',
  teal: '#0f766e',
  blue: '#1f5fbf',
  purple: '#6b3fb5',
  pink: '#a8326f',
};

const MAX_LENGTH = 60;

/** A badge as SVG; its text is escaped. */
export function drawBadge({ label, message, color }: Badge): string {
  // Only here: it brings the widths of all letters along.
  const { makeBadge }: typeof import('badge-maker') = require('badge-maker');
  return makeBadge({
    label: shorten(label),
    message: shorten(message),
    color: COLORS[color],
  });
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
