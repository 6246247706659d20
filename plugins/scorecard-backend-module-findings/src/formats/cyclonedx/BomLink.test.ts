import { parseBomLink, toBomIdentity } from './BomLink';

const serial = '3e671687-395b-41f5-a30f-a58921a69b79';

describe('BOM-Links', () => {
  it.each([
    [`urn:cdx:${serial}/1`, { serial, version: 1 }],
    [
      `URN:CDX:${serial.toUpperCase()}/12#log4j`,
      { serial, version: 12, ref: 'log4j' },
    ],
    [
      `urn:cdx:${serial}/1#pkg%3Anpm%2Flodash%404.17.20`,
      { serial, version: 1, ref: 'pkg:npm/lodash@4.17.20' },
    ],
    // Not each writer encodes what it should.
    [`urn:cdx:${serial}/1#a#b%`, { serial, version: 1, ref: 'a#b%' }],
    [`urn:cdx:${serial}/0#a`, undefined],
    [`urn:cdx:${serial}#a`, undefined],
    ['urn:cdx:3e671687/1#a', undefined],
    [`urn:uuid:${serial}`, undefined],
  ])('read %s', (text, link) => {
    expect(parseBomLink(text)).toEqual(link);
  });

  it('know a document by serial number and version', () => {
    const urn = `urn:uuid:${serial.toUpperCase()}`;
    expect(toBomIdentity(urn, 2)).toEqual({ serial, version: 2 });
    expect(toBomIdentity(urn)).toEqual({ serial, version: 1 });
    expect(toBomIdentity(urn, '2')).toBeUndefined();
    expect(toBomIdentity(urn, 0)).toBeUndefined();
    expect(toBomIdentity(serial, 1)).toBeUndefined();
    expect(toBomIdentity(undefined, 1)).toBeUndefined();
  });
});
