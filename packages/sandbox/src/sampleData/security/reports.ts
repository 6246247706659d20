import type { LeakedSecret, Vulnerability } from './securityFixture.ts';

/** A package, and the hole in it where there is one. */
export interface ScannedPackage {
  purl: string;
  vulnerability: Vulnerability | undefined;
}

/** `pkg:maven/org.postgresql/postgresql@42.7.4`, in parts. */
function readPurl(purl: string) {
  const [path, version = ''] = purl.split('@');
  const [kind, ...names] = path.replace('pkg:', '').split('/');
  const separator = kind === 'maven' ? ':' : '/';
  return { kind, name: names.join(separator), version };
}

/** As `syft -o cyclonedx-json` writes it. */
export function cyclonedx(component: string, packages: ScannedPackage[]) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: {
        components: [{ type: 'application', name: 'syft', version: '1.14.1' }],
      },
      component: { 'bom-ref': component, type: 'application', name: component },
    },
    components: packages.map(({ purl }) => {
      const { name, version } = readPurl(purl);
      return { 'bom-ref': purl, type: 'library', name, version, purl };
    }),
    dependencies: [
      { ref: component, dependsOn: packages.map(({ purl }) => purl) },
    ],
  };
}

/** As `trivy fs --scanners vuln,secret --format json` writes it. */
export function trivy(packages: ScannedPackage[]) {
  return {
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'filesystem',
    Results: [
      {
        Target: 'dependencies',
        Class: 'lang-pkgs',
        Vulnerabilities: packages.flatMap(({ purl, vulnerability }) => {
          if (!vulnerability) {
            return [];
          }
          const { id, ghsa, title, severity, vector, score, fixed } =
            vulnerability;
          const { name, version } = readPurl(purl);
          return [
            {
              VulnerabilityID: id,
              VendorIDs: [ghsa],
              PkgName: name,
              PkgIdentifier: { PURL: purl },
              InstalledVersion: version,
              FixedVersion: fixed,
              Status: 'fixed',
              SeveritySource: 'ghsa',
              PrimaryURL: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
              Title: title,
              Severity: severity,
              CVSS: { ghsa: { V3Vector: vector, V3Score: score } },
            },
          ];
        }),
      },
    ],
  };
}

/** As `grype -o json` writes it: by the advisory, with the CVE beside it. */
export function grype(packages: ScannedPackage[]) {
  return {
    matches: packages.flatMap(({ purl, vulnerability }) => {
      if (!vulnerability) {
        return [];
      }
      const { id, ghsa, title, severity, vector, score, fixed } = vulnerability;
      const { name, version } = readPurl(purl);
      return [
        {
          vulnerability: {
            id: ghsa,
            dataSource: `https://github.com/advisories/${ghsa}`,
            namespace: 'github:language',
            severity: `${severity[0]}${severity.slice(1).toLowerCase()}`,
            description: title,
            cvss: [{ version: '3.1', vector, metrics: { baseScore: score } }],
            fix: { versions: [fixed], state: 'fixed' },
          },
          relatedVulnerabilities: [
            { id, dataSource: `https://nvd.nist.gov/vuln/detail/${id}` },
          ],
          matchDetails: [{ type: 'exact-direct-match' }],
          artifact: { name, version, type: readPurl(purl).kind, purl },
        },
      ];
    }),
    descriptor: { name: 'grype', version: '0.82.0' },
  };
}

/** As `gitleaks detect --report-format sarif --redact` writes it. */
export function gitleaks(secret: LeakedSecret | undefined) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gitleaks',
            semanticVersion: 'v8.0.0',
            rules: secret ? [{ id: secret.rule, name: secret.title }] : [],
          },
        },
        results: secret
          ? [
              {
                ruleId: secret.rule,
                message: { text: `${secret.title} in ${secret.file}` },
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: secret.file },
                      region: {
                        startLine: secret.line,
                        snippet: { text: 'REDACTED' },
                      },
                    },
                  },
                ],
              },
            ]
          : [],
      },
    ],
  };
}
