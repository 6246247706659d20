import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../listenOnLoopback.ts';
import { openMetricsType, renderOpenMetrics } from './renderOpenMetrics.ts';
import type { SimulatedServices } from './SimulatedServices.ts';

export interface StartSimulatorsOptions {
  /** The address at which `/services/<name>/metrics` is served. */
  url: string;
  services: SimulatedServices;
  now?: () => number;
}

/** Serves the metrics of the services of the sample organisation. */
export async function startSimulators(
  options: StartSimulatorsOptions,
): Promise<{ close(): Promise<void> }> {
  return listenOnLoopback({
    name: 'metrics server',
    url: options.url,
    handler: (request, response) => handle(request, response, options),
  });
}

function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { services, now = Date.now }: StartSimulatorsOptions,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path] = (request.url ?? '').split('?');
  const name = /^\/services\/([a-z0-9-]+)\/metrics$/.exec(path)?.[1];
  const service = name === undefined ? undefined : services.get(name);
  if (!service) {
    const known = path === '/' ? services.names : [];
    response
      .writeHead(known.length > 0 ? 200 : 404, { 'content-type': 'text/plain' })
      .end(known.map(each => `/services/${each}/metrics\n`).join(''));
    return;
  }
  const body = renderOpenMetrics(
    service.sample(now()),
    service.model.profile.metrics,
  );
  response.writeHead(200, {
    'content-type': openMetricsType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
