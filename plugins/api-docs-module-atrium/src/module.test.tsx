import { screen } from '@testing-library/react';
import type { ApiEntity } from '@backstage/catalog-model';
import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import { apiDocsConfigRef } from '@backstage/plugin-api-docs';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import { apiDocsModuleAtrium } from './module';

function api(type: string, definition: string): ApiEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'product-api' },
    spec: { type, lifecycle: 'production', owner: 'team', definition },
  };
}

/** The widgets of an app with the stock plugin and this module. */
function widgets() {
  const { apis, unmount } = renderTestApp({
    features: [apiDocsPlugin, apiDocsModuleAtrium],
    // The catalog, to whose pages the rest is attached, is not in this app.
    isExpectedError: () => true,
  });
  unmount();
  const config = apis.get(apiDocsConfigRef);
  if (!config) {
    throw new Error('There is no configuration of API docs');
  }
  return config;
}

describe('apiDocsModuleAtrium', () => {
  it.each([
    ['openapi', 'OpenAPI', 'yaml'],
    ['asyncapi', 'AsyncAPI', 'yaml'],
    ['graphql', 'GraphQL', 'graphql'],
    ['grpc', 'gRPC', 'proto'],
    ['wsdl', 'wsdl', 'text'],
  ])('has a widget for %s', (type, title, rawLanguage) => {
    expect(widgets().getApiDefinitionWidget(api(type, ''))).toMatchObject({
      type,
      title,
      rawLanguage,
    });
  });

  it('draws definitions in the dialogs of other pages', async () => {
    const definition = 'type Query { "One product." product(id: ID!): String }';
    const widget = widgets().getApiDefinitionWidget(api('graphql', definition));
    await renderInTestApp(<>{widget?.component(definition)}</>);
    expect(await screen.findByText('One product.')).toBeVisible();
  });

  it('says in the dialog why a definition is not valid', async () => {
    const widget = widgets().getApiDefinitionWidget(api('graphql', 'type {'));
    await renderInTestApp(<>{widget?.component('type {')}</>);
    expect(
      await screen.findByText('This definition is not valid, see line 1'),
    ).toBeVisible();
  });
});
