import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createTemplateProvider } from './createTemplateProvider';

function madeFrom(name: string, template: string, version?: string) {
  return sampleComponent(name, {
    metadata: {
      annotations: {
        'backstage.io/source-template': template,
        ...(version && { 'atrium.dev/template-version': version }),
      },
    },
  });
}

describe('createTemplateProvider', () => {
  it('tells which template it was, and whether it went on', async () => {
    const template = {
      ...sampleComponent('node-service', {
        metadata: { annotations: { 'atrium.dev/template-version': '1.10.0' } },
      }),
      kind: 'Template',
    };
    const provider = createTemplateProvider({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [template] }),
    });
    const facts = await collectFacts(provider, [
      madeFrom('old', 'template:default/node-service', '1.9.0'),
      madeFrom('new', 'node-service', 'v1.10.0'),
      madeFrom('gone', 'template:default/gone', '1.0.0'),
      madeFrom('odd', 'template:default/node-service', 'latest'),
      madeFrom('broken', 'component:default/shop'),
      sampleComponent('bare'),
    ]);
    const of = (name: string) => facts.get(`component:default/${name}`)?.values;
    expect(of('old')).toEqual({
      fromTemplate: true,
      template: 'template:default/node-service',
      version: '1.9.0',
      currentVersion: '1.10.0',
      isBehind: true,
    });
    expect(of('new')).toMatchObject({ isBehind: false });
    expect(of('gone')).toEqual({
      fromTemplate: true,
      template: 'template:default/gone',
      version: '1.0.0',
    });
    expect(of('odd')).not.toHaveProperty('isBehind');
    expect(of('broken')).toEqual({ fromTemplate: false });
    expect(of('bare')).toEqual({ fromTemplate: false });
  });
});
