import { findRepository } from './findRepository';

const covers = (url: string) =>
  ['github.com', 'ghe.acme.example'].includes(new URL(url).hostname);

describe('findRepository', () => {
  it.each([
    ['acme/shop', undefined, 'https://github.com/acme/shop'],
    [
      'tools/inside',
      'url:https://ghe.acme.example/tools/inside/tree/main/',
      'https://ghe.acme.example/tools/inside',
    ],
    [
      'acme/mirrored',
      'url:https://git.acme.example/acme/mirrored/',
      'https://github.com/acme/mirrored',
    ],
    ['acme/../../user', undefined, undefined],
    ['acme/..', undefined, undefined],
    [undefined, undefined, undefined],
  ])('of %s with the source %s is %s', (slug, location, url) => {
    const annotations = {
      ...(slug && { 'github.com/project-slug': slug }),
      ...(location && { 'backstage.io/source-location': location }),
    };
    expect(findRepository(annotations, covers)?.url).toBe(url);
  });
});
