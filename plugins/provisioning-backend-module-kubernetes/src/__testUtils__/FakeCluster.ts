import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { KubernetesObject } from '../cluster/KubernetesObject';

const URL = 'https://cluster.example';

/** The API of a cluster with one operator, which makes clusters ready in time. */
export class FakeCluster {
  readonly config = {
    name: 'acme',
    url: URL,
    token: 'planted-token',
    checksCertificate: true,
    kinds: ['postgresql.cnpg.io/Cluster', 'v1/ConfigMap'],
    namespaces: ['databases'],
  };
  readonly objects = new Map<string, KubernetesObject>();
  /** Who applied what, and how. */
  readonly applied: { manager: string | null; contentType: string | null }[] =
    [];
  readonly #server = setupServer(
    http.get(`${URL}/apis/postgresql.cnpg.io/v1`, () =>
      HttpResponse.json({
        resources: [
          { name: 'clusters/status', kind: 'Cluster', namespaced: true },
          { name: 'clusters', kind: 'Cluster', namespaced: true },
        ],
      }),
    ),
    http.get(`${URL}/api/v1`, () =>
      HttpResponse.json({
        resources: [
          { name: 'configmaps', kind: 'ConfigMap', namespaced: true },
        ],
      }),
    ),
    http.get(`${URL}/*/namespaces/:namespace/:plural`, ({ request }) => {
      const { pathname } = new globalThis.URL(request.url);
      return HttpResponse.json({
        items: [...this.objects]
          .filter(([path]) => path.startsWith(`${pathname}/`))
          .map(([, object]) => object),
      });
    }),
    http.get(`${URL}/*/namespaces/:namespace/:plural/:name`, ({ request }) => {
      const object = this.objects.get(pathOf(request));
      return object
        ? HttpResponse.json(object)
        : HttpResponse.json({ message: 'not found' }, { status: 404 });
    }),
    http.patch(
      `${URL}/*/namespaces/:namespace/:plural/:name`,
      async ({ request }) => {
        const { searchParams } = new globalThis.URL(request.url);
        this.applied.push({
          manager: searchParams.get('fieldManager'),
          contentType: request.headers.get('content-type'),
        });
        const object = JSON.parse(await request.text());
        const status = this.objects.get(pathOf(request))?.status;
        this.objects.set(pathOf(request), { ...object, status });
        return HttpResponse.json(object);
      },
    ),
    http.delete(
      `${URL}/*/namespaces/:namespace/:plural/:name`,
      ({ request }) => {
        this.objects.delete(pathOf(request));
        return HttpResponse.json({ status: 'Success' });
      },
    ),
  );

  start() {
    this.#server.listen({ onUnhandledRequest: 'error' });
  }

  stop() {
    this.#server.close();
  }

  /** What the operator does, some time later. */
  reconcile() {
    for (const [path, object] of this.objects) {
      this.objects.set(path, { ...object, status: { phase: 'healthy' } });
    }
  }
}

function pathOf(request: Request): string {
  return new globalThis.URL(request.url).pathname;
}
