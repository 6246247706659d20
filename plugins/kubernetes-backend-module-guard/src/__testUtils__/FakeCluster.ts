interface StockConnection {
  prototype: {
    fetchWithConnection(
      cluster: unknown,
      credential: unknown,
      ...request: [path: string, labelSelector?: string]
    ): Promise<Response>;
  };
}

/**
 * Serves lists as an API server does, and notes down what it was asked for.
 *
 * @remarks Stands in for the stock connection alone, since that imports an ES
 * module at run time, which the test runner cannot.
 */
export class FakeCluster {
  /** Paths with their label selectors. */
  readonly asked: string[] = [];

  /** Objects by the path of their list; other lists are empty. */
  constructor(lists: Record<string, object[]>) {
    const {
      KubernetesConnection,
    }: {
      KubernetesConnection: StockConnection;
    } = require('@backstage/plugin-kubernetes-backend/dist/service/KubernetesConnection.cjs.js');
    jest
      .spyOn(KubernetesConnection.prototype, 'fetchWithConnection')
      .mockImplementation(async (...[, , path, labelSelector = '']) => {
        this.asked.push(`${path} ${labelSelector}`);
        return Response.json({ kind: 'AnyList', items: lists[path] ?? [] });
      });
  }
}
