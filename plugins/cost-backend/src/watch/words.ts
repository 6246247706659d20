import { parseEntityRef } from '@backstage/catalog-model';
import Big from 'big.js';

/** An amount as people read it, `€1,250.50`. */
export function formatAmount(amount: string, currency: string): string {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
  }).format(Number(new Big(amount).toFixed(2)));
}

/** A month as people read it, `November 2026`. */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`));
}

/** A day as people read it, `14 Nov 2026`. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** The tab of an entity that shows its cost. */
export function costTab(entityRef: string): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/cost`;
}
