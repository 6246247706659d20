import { quantile } from '../report/statistics.ts';

/**
 * Says which requests one page usually sends more often than the other, so
 * that people see where a difference comes from.
 *
 * @param atrium - the requests of each load
 * @param stock - the same of the other portal
 */
export function compareRequests(
  atrium: string[][],
  stock: string[][],
): string[] {
  const requests = new Set([...atrium, ...stock].flat());
  return [...requests].sort().flatMap(request => {
    const difference = usualCount(request, atrium) - usualCount(request, stock);
    // Half of one is the mean of two loads in the middle.
    if (Math.abs(difference) < 1) {
      return [];
    }
    const who = difference > 0 ? 'Atrium' : 'stock';
    return [`${Math.abs(difference)} more by ${who}: ${request}`];
  });
}

function usualCount(request: string, loads: string[][]): number {
  const counts = loads.map(
    requests => requests.filter(other => other === request).length,
  );
  return quantile(counts, 0.5);
}
