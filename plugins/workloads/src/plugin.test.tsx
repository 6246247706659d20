import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
} from '@backstage/frontend-test-utils';
import workloadsPlugin from './plugin';
import { runsInKubernetes } from './runsInKubernetes';

describe('the tab', () => {
  it('stands where the page of an entity links to', () => {
    const tab = createExtensionTester(
      workloadsPlugin.getExtension('entity-content:workloads'),
      { apis: [mockApis.translation()] },
    );
    expect(tab.get(coreExtensionData.routePath)).toBe('runtime');
  });

  it('is for what the stock Kubernetes plugin finds, and nothing else', () => {
    const matches = filterPredicateToFilterFunction(runsInKubernetes);
    const withAnnotations = (annotations: Record<string, string>) => ({
      kind: 'Component',
      metadata: { name: 'web', annotations },
    });
    expect(
      matches(withAnnotations({ 'backstage.io/kubernetes-id': 'web' })),
    ).toBe(true);
    expect(
      matches(
        withAnnotations({
          'backstage.io/kubernetes-label-selector': 'app=web',
        }),
      ),
    ).toBe(true);
    expect(matches(withAnnotations({ 'backstage.io/techdocs-ref': '.' }))).toBe(
      false,
    );
  });
});
