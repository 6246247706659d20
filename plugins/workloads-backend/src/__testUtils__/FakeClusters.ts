import { matchesLabelSelector } from '@atrium/plugin-workloads-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express, { type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';

/** An object as the Kubernetes API answers it. */
export interface FakeObject {
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

/** What a cluster answers instead of what is asked for. */
export type FakeFailure =
  | { status: number; body: unknown }
  /** No answer at all. */
  | 'silence';

/** The paths of lists, without a namespace. */
type Lists = Record<string, FakeObject[]>;

/**
 * Stands in for the stock Kubernetes backend with its clusters behind it, as
 * its proxy cannot be loaded by the test runner.
 */
export class FakeClusters {
  readonly clusters = new Map<string, Lists>();
  /** What a cluster answers to a path, instead of what is there. */
  readonly failures = new Map<
    string,
    (path: string) => FakeFailure | undefined
  >();
  /** Method, cluster and path with query. */
  readonly requests: string[] = [];
  /** Bodies of changes, by content type. */
  readonly bodies: [string, unknown][] = [];
  /** What stands in the token that was sent. */
  readonly callers = new Set<string>();
  pageSize = Infinity;

  readonly feature = createBackendPlugin({
    pluginId: 'kubernetes',
    register: env => {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        init: async ({ httpAuth, httpRouter }) => {
          const router = PromiseRouter();
          router.use(express.json({ type: '*/*' }));
          router.use(async (req, _res, next) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            this.callers.add(principal.subject);
            next();
          });
          router.get('/clusters', (_req, res) => {
            res.json({
              items: [...this.clusters.keys()].map(name => ({ name })),
            });
          });
          router.use('/proxy', (req, res) => this.#answer(req, res));
          httpRouter.use(router);
        },
      });
    },
  });

  clear(): void {
    this.clusters.clear();
    this.failures.clear();
    this.requests.length = 0;
    this.bodies.length = 0;
    this.pageSize = Infinity;
  }

  #answer(req: Request, res: Response): void {
    const cluster = String(req.headers['backstage-kubernetes-cluster']);
    this.requests.push(`${req.method} ${cluster} ${req.url}`);
    const failure = this.failures.get(cluster)?.(req.path);
    if (failure === 'silence') {
      return;
    }
    if (failure) {
      res.status(failure.status).json(failure.body);
      return;
    }
    if (req.path === '/version') {
      res.json({ major: '1', minor: '34' });
      return;
    }
    const lists = this.clusters.get(cluster) ?? {};
    if (req.path === '/apis') {
      const names = Object.keys(lists).map(path => path.split('/')[2]);
      res.json({ groups: names.map(name => ({ name })) });
      return;
    }
    const { list, namespace, name } = readPath(req.path);
    const objects = lists[list];
    if (!objects) {
      sendStatus(res, 404, 'the server could not find the requested resource');
      return;
    }
    const found = objects.filter(
      ({ metadata }) => !namespace || metadata.namespace === namespace,
    );
    if (name) {
      this.#answerObject(
        req,
        res,
        found.find(({ metadata }) => metadata.name === name),
      );
    } else {
      this.#answerList(req, res, found);
    }
  }

  #answerObject(req: Request, res: Response, object?: FakeObject): void {
    if (!object) {
      const details = { name: req.path.split('/').at(-1) };
      sendStatus(res, 404, 'not found', details);
      return;
    }
    if (req.method !== 'GET') {
      this.bodies.push([String(req.headers['content-type']), req.body]);
    }
    res.json(object);
  }

  #answerList(req: Request, res: Response, objects: FakeObject[]): void {
    const selector = req.query.labelSelector;
    const all = objects.filter(
      ({ metadata }) =>
        typeof selector !== 'string' ||
        matchesLabelSelector(selector, metadata.labels ?? {}),
    );
    const size = Math.min(Number(req.query.limit), this.pageSize);
    const start = Number(req.query.continue ?? 0);
    const end = start + size;
    res.json({
      metadata: end < all.length ? { continue: String(end) } : {},
      items: all.slice(start, end),
    });
  }
}

/** How Kubernetes words a refusal. */
export function statusOf(code: number, message: string, details?: unknown) {
  return { kind: 'Status', status: 'Failure', code, message, details };
}

function sendStatus(
  res: Response,
  code: number,
  ...rest: [message: string, details?: unknown]
): void {
  res.status(code).json(statusOf(code, ...rest));
}

function readPath(path: string) {
  const parts = path.split('/').slice(1);
  const api = parts.splice(0, parts[0] === 'api' ? 2 : 3);
  const namespace =
    parts[0] === 'namespaces' ? parts.splice(0, 2)[1] : undefined;
  const [plural, name] = parts;
  return { list: `/${[...api, plural].join('/')}`, namespace, name };
}
