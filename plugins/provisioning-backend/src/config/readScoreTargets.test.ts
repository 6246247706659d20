import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { findScoreTarget, readScoreTargets } from './readScoreTargets';

const target = {
  environment: 'dev',
  cluster: 'acme',
  namespace: 'billing-dev',
  owners: ['Group:default/Team-Payments'],
};

function read(targets: JsonObject) {
  const data = { provisioning: { score: { clusters: { acme: {} }, targets } } };
  return readScoreTargets(mockServices.rootConfig({ data }), [{ name: 'dev' }]);
}

describe('readScoreTargets', () => {
  it('finds the place of an owner before that of everybody', () => {
    const targets = read({
      all: { ...target, namespace: 'shared-dev', owners: [] },
      billing: target,
    });
    const find = (ownerRef: string, environment = 'dev') =>
      findScoreTarget(targets, { ownerRef, environment })?.namespace;
    expect(find('group:default/team-payments')).toBe('billing-dev');
    expect(find('group:default/team-checkout')).toBe('shared-dev');
    expect(find('group:default/team-payments', 'staging')).toBeUndefined();
  });

  it.each([
    [{ a: { ...target, cluster: 'other' } }, /'other'/],
    [{ a: { ...target, environment: 'moon' } }, /'moon'/],
    [{ a: { ...target, namespace: 'Not A Namespace' } }, /not valid/],
    [{ a: { ...target, namespaces: ['x'] } }, /not valid/],
    [{ a: target, b: target }, /are both for group:default\/team-payments/],
  ])('refuses %j', (targets, message) => {
    expect(() => read(targets)).toThrow(message);
  });
});
