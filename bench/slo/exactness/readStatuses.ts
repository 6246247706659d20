import { requestSlo } from '../requestSlo.ts';
import type { Slo } from '../startSlo.ts';

const PAGE = 200;

/** What the portal says of the only objective of an SLO. */
export interface Status {
  sloId: string;
  service: string;
  target: number;
  from: string;
  to: string;
  good: number;
  total: number;
  sli: number;
  burnRates: { windowMinutes: number; burnRate?: number }[];
}

/** Reads how all SLOs stood at one tick. */
export async function readStatuses(slo: Slo): Promise<Status[]> {
  const statuses: Status[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(cursor && { cursor }),
    });
    const page = await requestSlo(slo, `/slos?${query}`);
    for (const { id: sloId, service, objectives } of page.items) {
      statuses.push({ sloId, service, ...objectives[0] });
    }
    cursor = page.nextCursor;
  } while (cursor);
  return statuses;
}
