import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubernetesUser } from './KubernetesUsers.ts';
import { methodNotAllowed } from './statusErrors.ts';

/** A request by somebody whom the server knows. */
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
  user: KubernetesUser;
}

export function requireMethod(request: IncomingMessage, method: string) {
  const isHead = method === 'GET' && request.method === 'HEAD';
  if (request.method !== method && !isHead) {
    throw methodNotAllowed();
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
) {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-cache, private',
  });
  response.end(JSON.stringify(body));
}
