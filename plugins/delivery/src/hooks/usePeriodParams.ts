import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type PeriodChoice,
  readPeriodChoice,
  toPeriod,
  writePeriodChoice,
} from '@atrium/ui';

/** The period that the address of the page names, and how to choose another. */
export function usePeriodParams(defaultDays: number) {
  const [params, setParams] = useSearchParams();
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
