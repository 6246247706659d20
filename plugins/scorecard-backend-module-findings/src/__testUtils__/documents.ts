/** A result of SARIF that a document of a test is made of. */
export interface SampleResult {
  ruleId?: string;
  file?: string;
  line?: number;
  snippet?: string;
  text?: string;
  [key: string]: unknown;
}

/** SARIF 2.1.0 in the order of Semgrep, which writes the results first. */
export function sarif(
  results: SampleResult[],
  { tool = 'Semgrep OSS', rules = [] as object[] } = {},
) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        results: results.map(
          ({ file, line, snippet, text = 'Found something', ...rest }) => ({
            message: { text },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
                  region: { startLine: line, snippet: { text: snippet } },
                },
              },
            ],
            ...rest,
          }),
        ),
        tool: { driver: { name: tool, rules } },
      },
    ],
    version: '2.1.0',
  };
}

/** Log4Shell in a jar, as `trivy fs --format json` tells it. */
export const trivyReport = {
  SchemaVersion: 2,
  ArtifactName: '.',
  ArtifactType: 'repository',
  Results: [
    {
      Target: 'pom.xml',
      Class: 'lang-pkgs',
      Type: 'pom',
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2021-44228',
          VendorIDs: ['GHSA-jfh8-c2jp-5v3q'],
          PkgName: 'org.apache.logging.log4j:log4j-core',
          PkgIdentifier: {
            PURL: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
          },
          InstalledVersion: '2.14.1',
          FixedVersion: '2.15.0, 2.3.1, 2.12.2',
          Status: 'fixed',
          SeveritySource: 'ghsa',
          PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2021-44228',
          Title: 'log4j-core: Remote code execution in Log4j 2.x',
          Description: 'Apache Log4j2 does not protect against JNDI.',
          Severity: 'CRITICAL',
          CVSS: {
            ghsa: {
              V3Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
              V3Score: 10,
            },
          },
        },
      ],
      ExperimentalModifiedFindings: [
        {
          Type: 'vulnerability',
          Status: 'ignored',
          Statement: 'Not reachable in our use',
          Source: '.trivyignore',
          Finding: {
            VulnerabilityID: 'CVE-2021-45105',
            PkgName: 'org.apache.logging.log4j:log4j-core',
            PkgIdentifier: {
              PURL: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
            },
            InstalledVersion: '2.14.1',
            Severity: 'HIGH',
          },
        },
      ],
    },
    {
      Target: 'Dockerfile',
      Class: 'config',
      Type: 'dockerfile',
      MisconfSummary: { Successes: 1, Failures: 1 },
      Misconfigurations: [
        {
          Type: 'Dockerfile Security Check',
          ID: 'DS002',
          Title: "Image user should not be 'root'",
          Message: 'Specify at least 1 USER command in Dockerfile',
          Resolution: "Add 'USER <non root user name>' line",
          Severity: 'HIGH',
          PrimaryURL: 'https://avd.aquasec.com/misconfig/ds002',
          Status: 'FAIL',
          CauseMetadata: { Provider: 'Dockerfile', Service: 'general' },
        },
        {
          ID: 'DS001',
          Title: 'No latest tag',
          Severity: 'MEDIUM',
          Status: 'PASS',
        },
      ],
    },
    {
      Target: 'deploy/app.env',
      Class: 'secret',
      Secrets: [
        {
          RuleID: 'aws-access-key-id',
          Category: 'AWS',
          Severity: 'CRITICAL',
          Title: 'AWS Access Key ID',
          StartLine: 3,
          EndLine: 3,
          Code: { Lines: [{ Number: 3, Content: 'KEY=canary-of-trivy' }] },
          Match: 'KEY=canary-of-trivy',
        },
      ],
    },
    {
      Target: 'Loose File License(s)',
      Class: 'license-file',
      Licenses: [
        {
          Severity: 'HIGH',
          Category: 'restricted',
          PkgName: 'readline',
          FilePath: 'vendor/readline/COPYING',
          Name: 'GPL-3.0',
          Confidence: 0.98,
          Link: 'https://spdx.org/licenses/GPL-3.0.html',
        },
      ],
    },
  ],
};

/** The same vulnerability, as `grype -o json` tells it. */
export const grypeReport = {
  matches: [
    {
      vulnerability: {
        id: 'GHSA-jfh8-c2jp-5v3q',
        dataSource: 'https://github.com/advisories/GHSA-jfh8-c2jp-5v3q',
        namespace: 'github:language:java',
        severity: 'Critical',
        description: 'Remote code injection in Log4j',
        cvss: [
          {
            type: 'Secondary',
            version: '3.1',
            vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
            metrics: { baseScore: 10, exploitabilityScore: 3.9 },
            vendorMetadata: {},
          },
        ],
        fix: { versions: ['2.15.0'], state: 'fixed' },
        advisories: [],
      },
      relatedVulnerabilities: [
        { id: 'CVE-2021-44228', namespace: 'nvd:cpe', severity: 'Critical' },
      ],
      matchDetails: [{ type: 'exact-direct-match', matcher: 'java-matcher' }],
      artifact: {
        name: 'log4j-core',
        version: '2.14.1',
        type: 'java-archive',
        locations: [{ path: '/app/lib/log4j-core-2.14.1.jar' }],
        language: 'java',
        purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar',
      },
    },
  ],
  ignoredMatches: [
    {
      vulnerability: { id: 'CVE-2020-8908', severity: 'Low' },
      artifact: {
        name: 'guava',
        version: '29.0',
        purl: 'pkg:maven/com.google.guava/guava@29.0',
      },
      appliedIgnoreRules: [
        {
          'vex-status': 'not_affected',
          'vex-justification': 'vulnerable_code_not_present',
        },
      ],
    },
  ],
  source: { type: 'directory', target: '/app' },
  descriptor: { name: 'grype', version: '0.104.0' },
};

/** A bill of materials as cdxgen writes it. */
export const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  version: 1,
  metadata: {
    tools: { components: [{ type: 'application', name: 'cdxgen' }] },
    component: {
      type: 'application',
      name: 'payment-service',
      'bom-ref': 'root',
    },
  },
  components: [
    {
      type: 'library',
      'bom-ref': 'log4j',
      group: 'org.apache.logging.log4j',
      name: 'log4j-core',
      version: '2.14.1',
      purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar',
    },
    {
      type: 'library',
      'bom-ref': 'lodash',
      name: 'lodash',
      version: '4.17.20',
      purl: 'pkg:npm/lodash@4.17.20',
      components: [
        {
          type: 'library',
          'bom-ref': 'inner',
          name: 'inner',
          version: '1.0.0',
        },
      ],
    },
    { type: 'file', name: '/etc/passwd' },
  ],
  dependencies: [
    { ref: 'log4j', dependsOn: ['lodash'] },
    { ref: 'root', dependsOn: ['log4j'] },
  ],
};

/** A statement that the product as a whole is not affected by Log4Shell. */
export const vex = {
  bomFormat: 'CycloneDX',
  specVersion: '1.4',
  version: 1,
  metadata: {
    tools: [{ vendor: 'Acme', name: 'vex-writer', version: '1' }],
    component: {
      type: 'application',
      name: 'payment-service',
      'bom-ref': 'product',
    },
  },
  vulnerabilities: [
    {
      id: 'CVE-2021-44228',
      source: {
        name: 'NVD',
        url: 'https://nvd.nist.gov/vuln/detail/CVE-2021-44228',
      },
      analysis: {
        state: 'not_affected',
        justification: 'code_not_reachable',
        detail: 'Lookups are off.',
      },
      affects: [
        { ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#product' },
      ],
    },
  ],
};

/** What `scorecard --format json` writes. */
export const openssfReport = {
  date: '2026-11-25',
  repo: { name: 'github.com/acme/payment-service', commit: '1f3870be274f6c49' },
  scorecard: { version: 'v5.1.1', commit: 'cd152cb6742c5b8f' },
  score: 6.4,
  checks: [
    {
      details: null,
      score: 10,
      reason: 'no binaries found in the repo',
      name: 'Binary-Artifacts',
      documentation: {
        url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#binary-artifacts',
        short: 'Determines if the project has generated executable artifacts.',
      },
    },
    {
      details: ['Warn: branch protection not enabled for branch main'],
      score: 3,
      reason:
        'branch protection is not maximal on development and all release branches',
      name: 'Branch-Protection',
      documentation: {
        url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#branch-protection',
        short: 'Determines if the default branch is protected.',
      },
    },
    {
      details: null,
      score: -1,
      reason: 'no releases found',
      name: 'Signed-Releases',
      documentation: { url: 'https://github.com/ossf/scorecard', short: '' },
    },
  ],
  metadata: null,
};
