import { mockServices } from '@backstage/backend-test-utils';
import { readPlaceholderConfig } from './readPlaceholderConfig';

function read(repositories?: string[]) {
  return readPlaceholderConfig(
    mockServices.rootConfig({
      data: repositories ? { catalog: { placeholders: { repositories } } } : {},
    }),
  );
}

describe('readPlaceholderConfig', () => {
  it('shares nothing unless it is said', () => {
    expect(read()).toEqual({ sharedRepositories: [] });
    expect(read(['GitHub.com/acme/api-*'])).toEqual({
      sharedRepositories: ['github.com/acme/api-*'],
    });
  });

  it.each(['*', 'acme/shop', '*/acme/shop', 'github.com//x'])(
    'refuses %s, which does not say where',
    pattern => {
      expect(() => read([pattern])).toThrow(
        'catalog.placeholders.repositories',
      );
    },
  );
});
