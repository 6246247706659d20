import { classifyProxyRead } from './classifyProxyRead';

const base = '/api/kubernetes/proxy';
const logs = '/api/v1/namespaces/billing/pods/payment-service-7d9f-x2x1v/log';

function classify(
  method: string,
  path: string,
  headers: Record<string, string> = {},
) {
  return classifyProxyRead({
    method,
    baseUrl: base,
    originalUrl: path.startsWith('http') ? path : `${base}${path}`,
    headers,
  });
}

describe('classifyProxyRead', () => {
  it.each([
    [logs, 'payment-service-7d9f-x2x1v'],
    [`${logs}?container=app&previous=`, 'payment-service-7d9f-x2x1v'],
    ['/api/v1/namespaces/billing/pods/web-0.example/log', 'web-0.example'],
  ])('knows GET %s as logs', (path, pod) => {
    expect(classify('GET', path)).toEqual({
      kind: 'logs',
      namespace: 'billing',
      pod,
    });
  });

  it('knows events', () => {
    expect(
      classify(
        'GET',
        '/api/v1/namespaces/billing/events?fieldSelector=involvedObject.name=payment-service-7d9f-x2x1v',
      ),
    ).toEqual({ kind: 'events' });
  });

  it.each([
    ['DELETE', logs],
    ['POST', logs],
    ['PUT', '/api/v1/namespaces/billing/events'],
    ['DELETE', '/api/v1/namespaces/billing/pods/payment-service-7d9f-x2x1v'],
    ['PATCH', '/apis/apps/v1/namespaces/billing/deployments/payment-service'],
    ['GET', '/api/v1/namespaces/billing/secrets'],
    ['GET', '/api/v1/namespaces/billing/pods/payment-service-7d9f-x2x1v/exec'],
    ['GET', '/api/v1/namespaces/billing/services/payments/proxy/log'],
    ['GET', `${logs}/../../../secrets`],
    ['GET', `${logs}%2f..%2f..%2f..%2fsecrets`],
    ['GET', `${logs}/`],
    ['GET', `/${logs}`],
    ['GET', '/api/v1/namespaces/billing/pods/../log'],
    ['GET', '/api/v1/namespaces/billing/pods/x/exec?a=/log'],
    ['GET', `http://cluster${base}${logs}`],
    ['GET', ''],
  ])('does not know %s %s', (method, path) => {
    expect(classify(method, path)).toBeUndefined();
  });

  it('does not know a connection that is to be upgraded', () => {
    expect(classify('GET', logs, { upgrade: 'websocket' })).toBeUndefined();
  });
});
