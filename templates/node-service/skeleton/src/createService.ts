import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './createLogger.ts';
import type { ItemStore } from './items.ts';
import { matchRoute } from './matchRoute.ts';
import { Metrics } from './Metrics.ts';
import { Problem } from './Problem.ts';
import { createRoutes, type RouteAnswer } from './routes.ts';

const LARGEST_BODY_BYTES = 100_000;

export interface CreateServiceOptions {
  items: ItemStore;
  logger: Logger;
}

export interface Service {
  server: Server;
  /** Stops being ready, lets traffic move away, then closes. */
  stop(options: { drainMs: number }): Promise<void>;
}

/** Puts the service together; the caller says where it listens. */
export function createService(options: CreateServiceOptions): Service {
  const { items, logger } = options;
  const metrics = new Metrics();
  let isReady = true;
  const routes = createRoutes({ items, metrics, isReady: () => isReady });

  const server = createServer(async (request, response) => {
    const startedAt = performance.now();
    const method = request.method ?? 'GET';
    const [pathname = '/'] = (request.url ?? '/').split('?');
    let routePath = 'unmatched';
    let answer: RouteAnswer;
    try {
      const { route, params } = matchRoute(routes, method, pathname);
      routePath = route.path;
      answer = await route.handle({ params, readJson: () => readJson(request) });
    } catch (error) {
      answer = answerError(error, logger);
    }
    send(response, answer);

    const seconds = (performance.now() - startedAt) / 1_000;
    metrics.observe({ method, route: routePath, status: answer.status, seconds });
    logger.debug('Answered', { method, pathname, status: answer.status });
  });

  return {
    server,
    async stop({ drainMs }) {
      isReady = false;
      await sleep(drainMs);
      await new Promise<void>((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      });
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) {
      throw new Problem(
        413,
        `The body is larger than ${LARGEST_BODY_BYTES} bytes`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Problem(400, 'The body is not valid JSON');
  }
}

function answerError(error: unknown, logger: Logger): RouteAnswer {
  const isExpected = error instanceof Problem;
  if (!isExpected) {
    logger.error('Request failed', {
      error: error instanceof Error ? error.stack : String(error),
    });
  }
  const problem = isExpected
    ? error
    : new Problem(500, 'Something went wrong on our side');
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: problem,
  };
}

function send(response: ServerResponse, answer: RouteAnswer): void {
  const body =
    typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
}
