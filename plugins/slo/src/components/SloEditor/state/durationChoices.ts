import { parseDuration } from '@atrium/plugin-slo-common';
import type { SloFormWindow } from '../../../form/sloForm';
import { t } from '../../../translation';
import { windowWords } from '../../../words/windowWords';

/** A window to choose. */
export interface DurationChoice {
  key: string;
  title: string;
  kind: SloFormWindow['kind'];
  duration: string;
}

function usualChoices(): DurationChoice[] {
  return [
    toChoice('rolling', '7d', t('durationChoices.last7Days')),
    toChoice('rolling', '28d', t('durationChoices.last28Days')),
    toChoice('rolling', '30d', t('durationChoices.last30Days')),
    toChoice('calendar', '1M', t('durationChoices.eachMonth')),
    toChoice('calendar', '1Q', t('durationChoices.eachQuarter')),
  ];
}

/** The usual windows, with the present one. */
export function durationChoices(window: SloFormWindow): DurationChoice[] {
  const { kind, duration, startTime, timeZone } = window;
  const parsed = parseDuration(duration);
  const usual = usualChoices();
  if (
    !parsed ||
    usual.some(one => one.kind === kind && one.duration === duration)
  ) {
    return usual;
  }
  const words = windowWords(
    kind === 'rolling'
      ? { kind, duration: parsed }
      : { kind, duration: parsed, startTime, timeZone },
  );
  return [...usual, toChoice(kind, duration, words)];
}

function toChoice(
  kind: SloFormWindow['kind'],
  duration: string,
  title: string,
): DurationChoice {
  return { key: `${kind} ${duration}`, title, kind, duration };
}
