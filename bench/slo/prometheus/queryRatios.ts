import { Failure } from '@atrium/launcher/src/report.ts';
import { ratioExpression } from './ratioExpression.ts';

const MINUTE = 60;

/** Asks for the exact ratio of a window that ends with a minute, by service. */
export async function queryRatios(
  url: string,
  { windowMinutes, minute }: { windowMinutes: number; minute: number },
): Promise<Map<string, number>> {
  const response = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({
      query: ratioExpression(windowMinutes),
      time: String(minute * MINUTE),
    }),
  });
  const answer: Answer = await response.json();
  if (answer.status !== 'success') {
    throw new Failure(`Prometheus does not answer: ${answer.error}`);
  }
  return new Map(
    answer.data.result.map(({ metric, value }) => [
      metric.service,
      Number(value[1]),
    ]),
  );
}

type Answer =
  | {
      status: 'success';
      data: {
        result: { metric: { service: string }; value: [number, string] }[];
      };
    }
  | { status: 'error'; error: string };
