import { findNamed, findTouched } from './findTouched';

const component = (name: string, folder: string) => ({
  entityRef: `component:default/${name}`,
  folder,
});

const web = component('shop-web', 'apps/web');
const admin = component('shop-admin', 'apps/web/admin');
const api = component('shop-api', 'services/api');
const all = [web, admin, api];

describe('findTouched', () => {
  it.each([
    [['apps/web/src/App.tsx'], [web]],
    [['apps/web/admin/App.tsx'], [admin]],
    [
      ['apps/web/admin/App.tsx', 'services/api/main.go'],
      [admin, api],
    ],
    [['./services/api/'], [api]],
    [['apps/web'], [web, admin]],
    [['apps'], [web, admin]],
    [['services/api-tools/main.go'], all],
    [['README.md'], all],
    [['.'], all],
    [['services/api/main.go', 'go.mod'], all],
  ])('%j', (paths, expected) => {
    expect(findTouched(all, paths)).toEqual(expected);
  });

  it('counts the root for all, also where a component lies there', () => {
    const root = component('shop', '');
    expect(findTouched([root, api], ['services/api/main.go'])).toEqual([api]);
    expect(findTouched([root, api], ['README.md'])).toEqual([root, api]);
  });
});

describe('findNamed', () => {
  it.each([
    ['.github/workflows/shop-api.yaml', [api]],
    ['API: build and test', [api]],
    ['build web', [web]],
    ['web-admin', [admin, web]],
    ['shop-web-release.yml', [web]],
    ['api-and-web', [web, api]],
    ['apiary', all],
    ['build', all],
  ])('%s', (pipeline, expected) => {
    expect(findNamed(all, pipeline)).toEqual(expect.arrayContaining(expected));
    expect(findNamed(all, pipeline)).toHaveLength(expected.length);
  });
});
