import { useState } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  type PeriodChoice,
  readPeriodChoice,
  toPeriod,
  writePeriodChoice,
} from './periodChoice';

/**
 * Keeps a period in the address of the page, for a {@link PeriodPicker}.
 *
 * @param defaultDays - how many of the last days are meant while the address
 * names no period
 */
export function usePeriod(defaultDays: number) {
  const [params, setParams] = useAppSearchParams();
  // Fixed while a page is open: at midnight nothing should move.
  const [now] = useState(() => new Date());
  const choice = readPeriodChoice(params) ?? { days: defaultDays };
  return {
    choice,
    period: toPeriod(choice, now),
    choose: (next: PeriodChoice) =>
      setParams(before => writePeriodChoice(before, next), { replace: true }),
  };
}
