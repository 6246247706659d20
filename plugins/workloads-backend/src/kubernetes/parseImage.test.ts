import { parseImage } from './parseImage';

const digest = `sha256:${'0123456789ab'.padEnd(64, 'c')}`;

describe('parseImage', () => {
  it.each([
    ['nginx', 'nginx', undefined, undefined, 'latest'],
    ['nginx:1.29', 'nginx', '1.29', undefined, '1.29'],
    [
      'registry:5000/shop/web',
      'registry:5000/shop/web',
      undefined,
      undefined,
      'latest',
    ],
    [
      'registry:5000/shop/web:v2',
      'registry:5000/shop/web',
      'v2',
      undefined,
      'v2',
    ],
    [`web@${digest}`, 'web', undefined, digest, '0123456789ab'],
    [`ghcr.io/a/web:3@${digest}`, 'ghcr.io/a/web', '3', digest, '3'],
  ])('takes %s apart', (image, repository, tag, pinned, version) => {
    expect(parseImage('app', image)).toEqual({
      container: 'app',
      image,
      repository,
      tag,
      digest: pinned,
      version,
    });
  });
});
