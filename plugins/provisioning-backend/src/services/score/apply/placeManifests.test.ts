import { parseScore } from '@atrium/plugin-provisioning-common';
import { renderWorkload } from '../render/renderWorkload';
import { placeManifests } from './placeManifests';

const NAME = { 'app.kubernetes.io/name': 'payments' };
const OWN = { 'backstage.io/kubernetes-id': 'payment-service' };

function place(kind: 'Deployment' | 'StatefulSet') {
  const { workload } = parseScore(`apiVersion: score.dev/v1b1
metadata:
  name: payments
  annotations: { k8s.score.dev/kind: ${kind} }
service: { ports: { http: { port: 80 } } }
containers: { app: { image: x, files: { /etc/a: { content: b } } } }
`);
  if (!workload) {
    throw new Error('no workload');
  }
  const { manifests } = renderWorkload(workload, { outputs: new Map() });
  return placeManifests(manifests, { namespace: 'shared', labels: OWN });
}

describe('placeManifests', () => {
  it('puts all into the namespace, with the labels', () => {
    for (const { metadata } of place('Deployment')) {
      expect(metadata).toMatchObject({ namespace: 'shared', labels: OWN });
    }
  });

  // Another component of the namespace may call its workload the same.
  it('sends requests to pods of the component only', () => {
    const services = [...place('Deployment'), ...place('StatefulSet')].filter(
      ({ kind }) => kind === 'Service',
    );
    expect(services.map(({ metadata }) => metadata.name)).toEqual([
      'payments',
      'payments',
      'payments-headless-svc',
    ]);
    for (const { spec } of services) {
      expect(spec).toMatchObject({ selector: { ...NAME, ...OWN } });
    }
  });

  it.each(['Deployment', 'StatefulSet'] as const)(
    'leaves the selector of a %s, which cannot be changed',
    kind => {
      const controller = place(kind).find(object => object.kind === kind);
      expect(controller?.spec).toMatchObject({
        selector: { matchLabels: NAME },
        template: { metadata: { labels: { ...NAME, ...OWN } } },
      });
      expect(controller?.spec).not.toHaveProperty([
        'selector',
        'matchLabels',
        'backstage.io/kubernetes-id',
      ]);
    },
  );
});
