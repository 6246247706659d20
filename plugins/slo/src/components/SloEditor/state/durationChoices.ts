import { parseDuration } from '@atrium/plugin-slo-common';
import type { SloFormWindow } from '../../../form/sloForm';
import { windowWords } from '../../../words/windowWords';

/** A window to choose. */
export interface DurationChoice {
  key: string;
  title: string;
  kind: SloFormWindow['kind'];
  duration: string;
}

const USUAL: DurationChoice[] = [
  toChoice('rolling', '7d', 'The last 7 days'),
  toChoice('rolling', '28d', 'The last 28 days'),
  toChoice('rolling', '30d', 'The last 30 days'),
  toChoice('calendar', '1M', 'Each month of the calendar'),
  toChoice('calendar', '1Q', 'Each quarter of the calendar'),
];

/** The usual windows, with the present one. */
export function durationChoices(window: SloFormWindow): DurationChoice[] {
  const { kind, duration, startTime, timeZone } = window;
  const parsed = parseDuration(duration);
  if (
    !parsed ||
    USUAL.some(one => one.kind === kind && one.duration === duration)
  ) {
    return USUAL;
  }
  const words = windowWords(
    kind === 'rolling'
      ? { kind, duration: parsed }
      : { kind, duration: parsed, startTime, timeZone },
  );
  return [...USUAL, toChoice(kind, duration, words)];
}

function toChoice(
  kind: SloFormWindow['kind'],
  duration: string,
  title: string,
): DurationChoice {
  return { key: `${kind} ${duration}`, title, kind, duration };
}
