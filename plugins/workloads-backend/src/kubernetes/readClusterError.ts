import type { ClusterProblemKind } from '@atrium/plugin-workloads-common';
import { z } from 'zod';
import { ClusterError } from './ClusterError';

/** How Kubernetes words that it did not do what it was asked. */
const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().default(''),
  reason: z.string().optional(),
  details: z.object({ name: z.string().optional() }).optional(),
});

/** How the stock backend words that it got no answer. */
const backstageErrorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
});

const NO_CONNECTION =
  /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|socket hang up|certificate|self.signed|SSL|TLS/i;
const CREDENTIALS = /credential|token|unauthori[sz]ed|sign(ed)? in/i;
const MAX_DETAIL_LENGTH = 500;

/** Reads an answer of the proxy that is not a success. */
export async function readClusterError(
  cluster: string,
  response: Response,
): Promise<ClusterError> {
  const text = await response.text().catch(() => '');
  const body = readJson(text);
  const { status } = response;
  const own = backstageErrorSchema.safeParse(body);
  if (own.success) {
    const { message } = own.data.error;
    return new ClusterError(cluster, {
      kind: kindOfProxyError(status, message),
      detail: shorten(message),
      status,
    });
  }
  const answer = statusSchema.safeParse(body);
  const detail = answer.success ? answer.data.message : text;
  return new ClusterError(cluster, {
    kind: kindOfStatus(status, answer.data?.details?.name !== undefined),
    detail: shorten(detail || `answered ${status} ${response.statusText}`),
    status,
  });
}

function kindOfProxyError(status: number, message: string): ClusterProblemKind {
  if (NO_CONNECTION.test(message)) {
    return 'unreachable';
  }
  return status === 401 || status === 403 || CREDENTIALS.test(message)
    ? 'unauthorized'
    : 'failed';
}

function kindOfStatus(
  status: number,
  namesObject: boolean,
): ClusterProblemKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      // An object that is gone is not an API that is missing.
      return namesObject ? 'failed' : 'missing-api';
    case 502:
    case 504:
      return 'unreachable';
    case 503:
      // How the API server answers for an extension that does not run.
      return 'missing-api';
    default:
      return 'failed';
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  return text.length > MAX_DETAIL_LENGTH
    ? `${text.slice(0, MAX_DETAIL_LENGTH)}…`
    : text;
}
