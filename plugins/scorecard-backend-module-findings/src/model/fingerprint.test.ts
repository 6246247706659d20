import { type FingerprintParts, fingerprintOf } from './fingerprint';
import { parsePackageUrl } from './packageUrl';

const vulnerability = (parts: Partial<FingerprintParts>) =>
  fingerprintOf({
    kind: 'vulnerability',
    ruleId: 'CVE-2021-44228',
    aliases: [],
    ...parts,
  });

const ofUrl = (url: string) => {
  const { name, purl } = parsePackageUrl(url) ?? {};
  return vulnerability({ packageName: name, purl });
};

describe('fingerprintOf', () => {
  // As Trivy and Grype name a package in SARIF, and its URL in their own JSON.
  it.each([
    [
      'org.apache.logging.log4j:log4j-core',
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar',
    ],
    ['@babel/traverse', 'pkg:npm/%40babel/traverse@7.23.0'],
    ['golang.org/x/net', 'pkg:golang/golang.org/x/net@0.16.0'],
    ['libssl3', 'pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12'],
    ['django', 'pkg:pypi/Django@4.2.0'],
  ])('is the same for %s and %s', (packageName, url) => {
    expect(vulnerability({ packageName })).toBe(ofUrl(url));
  });

  it('tells packages that share the end of their names', () => {
    expect(ofUrl('pkg:npm/%40acme/core@1.0.0')).not.toBe(
      ofUrl('pkg:npm/core@1.0.0'),
    );
  });

  it('takes the file where nobody names a package', () => {
    expect(vulnerability({ file: 'a.lock' })).not.toBe(
      vulnerability({ file: 'b.lock' }),
    );
  });
});
