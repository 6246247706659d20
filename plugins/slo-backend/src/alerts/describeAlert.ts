import { formatMinutes } from '@atrium/plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { AlertNews } from '../database/AlertDeliveryStore';

/** What messages about an alert say, wherever they go. */
export interface AlertMessage {
  title: string;
  description: string;
  /** The page of the SLO, within the portal. */
  path: string;
}

/** Puts an alert into words. */
export function describeAlert(news: AlertNews): AlertMessage {
  const { kind, namespace, name } = parseEntityRef(news.entityRef);
  const subject = `${news.sloTitle} of ${news.entityTitle ?? name}`;
  return {
    title: `${titleOf(news)}: ${subject}`,
    description: [reasonOf(news), budgetOf(news)].filter(Boolean).join(' '),
    path: `/catalog/${namespace}/${kind}/${name}/slos`,
  };
}

function titleOf({ state, details }: AlertNews): string {
  if (state === 'resolved') {
    return 'Resolved';
  }
  return details.reason === 'no-data' ? 'No data' : 'Error budget burns fast';
}

function reasonOf({ details, state }: AlertNews): string {
  const { longBurnRate, shortBurnRate, longWindowMinutes, shortWindowMinutes } =
    details;
  if (details.reason === 'no-data') {
    return state === 'resolved'
      ? 'Data comes in again.'
      : `Nothing was measured${
          longWindowMinutes ? ` for ${formatMinutes(longWindowMinutes)}` : ''
        }.`;
  }
  if (longBurnRate === undefined || longWindowMinutes === undefined) {
    return '';
  }
  const long = `${round(longBurnRate)} times too fast over ${formatMinutes(
    longWindowMinutes,
  )}`;
  const short =
    shortBurnRate !== undefined &&
    shortWindowMinutes !== undefined &&
    shortWindowMinutes !== longWindowMinutes
      ? ` and ${round(shortBurnRate)} times over ${formatMinutes(
          shortWindowMinutes,
        )}`
      : '';
  return `It burns ${long}${short}.`;
}

function budgetOf({ budgetRemaining }: AlertNews): string {
  if (budgetRemaining === undefined) {
    return '';
  }
  const percent = round(Math.abs(budgetRemaining) * 100);
  return budgetRemaining < 0
    ? `The error budget is spent, and ${percent} % more.`
    : `${percent} % of the error budget is left.`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
