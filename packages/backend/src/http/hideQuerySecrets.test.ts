import { hideQuerySecrets } from './hideQuerySecrets';

describe('hideQuerySecrets', () => {
  it.each([
    ['/api/catalog/entities', '/api/catalog/entities'],
    [
      '/api/delivery/changes?state=open&entityRef=component:default/a',
      '/api/delivery/changes?state=open&entityRef=component:default/a',
    ],
    [
      '/api/auth/oidc/handler/frame?code=abc&state=def%3D&flag',
      '/api/auth/oidc/handler/frame?code=***&state=***&***',
    ],
    [
      'http://localhost:7007/api/auth/v1/authorize?client_id=a#code=abc',
      'http://localhost:7007/api/auth/v1/authorize?client_id=***&code=***',
    ],
    ['/api/events?%74oken=abc&a=b', '/api/events?%74oken=***&a=b'],
    ['/x?access_token=abc&API_KEY=def=', '/x?access_token=***&API_KEY=***'],
    ['/x?client%5Fsecret=a?b=c', '/x?client%5Fsecret=***&b=c'],
    ['/x?%E0%A4token=abc', '/x?%E0%A4token=***'],
  ])('writes %s as %s', (url, shown) => {
    expect(hideQuerySecrets(url)).toBe(shown);
  });
});
