import { Failure } from '@atrium/launcher/src/report.ts';
import type { Slo } from './startSlo.ts';

/** Asks the backend for something, or sends it something, in JSON. */
export async function requestSlo(slo: Slo, path: string, body?: object) {
  const response = await fetch(`${slo.baseUrl}${path}`, {
    headers: { ...slo.headers, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Failure(`The backend refuses ${path}`, {
      details: JSON.stringify(answer),
    });
  }
  return answer;
}
