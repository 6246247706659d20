import { useState } from 'react';
import { z } from 'zod';
import {
  costDimensionSchema,
  costMetricSchema,
} from '@atrium/plugin-cost-common';
import { useAddressState } from '@atrium/ui';
import { dayOf } from '../../days/costDays';
import { useCostSummary, useMyRef } from '../../hooks/useCost';
import { useTotalRight } from '../../hooks/useCostRights';
import { latestMonth, periodFields, toPeriods } from './costPeriods';

/** By which dimensions cost can be narrowed. */
export const FILTER_DIMENSIONS = [
  'provider',
  'subAccount',
  'service',
  'serviceCategory',
  'region',
  'chargeCategory',
] as const;

const values = z.array(z.string().min(1)).default([]);

const viewSchema = z.object({
  /** An entity; `mine` for the reader's teams; the organisation without. */
  scope: z.string().optional(),
  metric: costMetricSchema.default('effective'),
  by: costDimensionSchema.default('team'),
  ...periodFields,
  provider: values,
  subAccount: values,
  service: values,
  serviceCategory: values,
  region: values,
  chargeCategory: values,
});

/** The scope that stands for the reader's teams. */
export const MINE = 'mine';

/** What of cost is shown, kept in the address, and what that means. */
export function useCostView() {
  const [view, change] = useAddressState(viewSchema);
  // Fixed while a page is open: at midnight nothing should move.
  const [today] = useState(() => dayOf(new Date()));
  const total = useTotalRight();
  const me = useMyRef();
  const scope = view.scope ?? (total.allowed ? undefined : MINE);
  const isPending = total.loading || (scope === MINE && !me.data);
  const entityRef = scope === MINE ? me.data : scope;
  const summary = useCostSummary(
    { entityRef, metric: view.metric },
    { enabled: !isPending },
  );
  const known = {
    today,
    completeUntil: summary.data?.freshness.completeUntil,
  };
  const periods = toPeriods(view, known);
  const filters = Object.fromEntries(
    FILTER_DIMENSIONS.map(dimension => [
      dimension,
      view[dimension].length > 0 ? view[dimension] : undefined,
    ]),
  );
  return {
    view,
    change,
    today,
    scope,
    entityRef,
    summary,
    ...periods,
    latestMonth: latestMonth(known),
    filters,
    maySeeAll: total.allowed,
    /** What every query of the page asks about. */
    query: { entityRef, metric: view.metric, ...periods.days, ...filters },
  };
}

/** What {@link useCostView} gives. */
export type CostViewState = ReturnType<typeof useCostView>;
