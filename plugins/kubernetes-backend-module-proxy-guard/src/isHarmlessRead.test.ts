import { isHarmlessRead } from './isHarmlessRead';

const base = '/api/kubernetes/proxy';
const logs = '/api/v1/namespaces/billing/pods/payment-service-7d9f-x2x1v/log';

function judge(
  method: string,
  path: string,
  headers: Record<string, string> = {},
) {
  return isHarmlessRead({
    method,
    baseUrl: base,
    originalUrl: path.startsWith('http') ? path : `${base}${path}`,
    headers,
  });
}

describe('isHarmlessRead', () => {
  it.each([
    logs,
    `${logs}?container=app&previous=`,
    '/api/v1/namespaces/billing/pods/web-0.example/log',
    '/api/v1/namespaces/billing/events?fieldSelector=involvedObject.name=payment-service-7d9f-x2x1v',
  ])('lets GET %s through', path => {
    expect(judge('GET', path)).toBe(true);
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
  ])('holds %s %s', (method, path) => {
    expect(judge(method, path)).toBe(false);
  });

  it('holds a connection that is to be upgraded', () => {
    expect(judge('GET', logs, { upgrade: 'websocket' })).toBe(false);
  });
});
