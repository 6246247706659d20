/** What must not be kept anywhere. */
export const CANARY = 'canary-AKIA-Xk29fJq1LmZ';

const API = 'https://api.github.com/repos/octocat/hello-world';

/** As `GET /repos/{owner}/{repo}/dependabot/alerts` documents it. */
export const dependabotAlert = {
  number: 2,
  state: 'open',
  dependency: {
    package: {
      ecosystem: 'maven',
      name: 'org.apache.logging.log4j:log4j-core',
    },
    manifest_path: 'services/api/pom.xml',
    scope: 'runtime',
  },
  security_advisory: {
    ghsa_id: 'GHSA-jfh8-c2jp-5v3q',
    cve_id: 'CVE-2021-44228',
    summary: 'Remote code injection in Log4j',
    description: 'Log4j versions prior to 2.16.0 are subject to it.',
    severity: 'critical',
    cvss: {
      vector_string: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:H',
      score: 10,
    },
    cvss_severities: {
      cvss_v3: {
        vector_string: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:H',
        score: 10,
      },
      cvss_v4: { vector_string: null, score: 0 },
    },
  },
  security_vulnerability: {
    severity: 'critical',
    vulnerable_version_range: '>= 2.13.0, < 2.15.0',
    first_patched_version: { identifier: '2.15.0' },
  },
  url: `${API}/dependabot/alerts/2`,
  html_url: 'https://github.com/octocat/hello-world/security/dependabot/2',
  created_at: '2026-11-01T07:43:03Z',
  updated_at: '2026-11-20T14:29:47Z',
  dismissed_at: null,
  dismissed_by: null,
  dismissed_reason: null,
  dismissed_comment: null,
  fixed_at: null,
};

/** As `GET /repos/{owner}/{repo}/code-scanning/alerts` documents it. */
export const codeAlert = {
  number: 4,
  created_at: '2026-11-13T12:29:18Z',
  updated_at: '2026-11-19T12:29:18Z',
  url: `${API}/code-scanning/alerts/4`,
  html_url: 'https://github.com/octocat/hello-world/code-scanning/4',
  state: 'dismissed',
  dismissed_reason: 'false positive',
  dismissed_comment: 'This alert is not actually correct',
  rule: {
    id: 'js/zipslip',
    severity: 'error',
    security_severity_level: 'high',
    tags: ['security', 'external/cwe/cwe-022'],
    description: 'Arbitrary file write during zip extraction',
    name: 'js/zipslip',
  },
  tool: { name: 'CodeQL', guid: null, version: '2.4.0' },
  most_recent_instance: {
    ref: 'refs/heads/main',
    analysis_key: '.github/workflows/codeql-analysis.yml:CodeQL-Build',
    state: 'open',
    commit_sha: '39406e42cb832f683daa691dd652a8dc36ee8930',
    message: { text: 'This path depends on a user-provided value.' },
    location: { path: 'lib/ab12-gen.js', start_line: 917 },
  },
};

/** As `GET /repos/{owner}/{repo}/secret-scanning/alerts` documents it. */
export const secretAlert = {
  number: 42,
  created_at: '2026-11-06T18:18:30Z',
  updated_at: '2026-11-18T18:18:30Z',
  url: `${API}/secret-scanning/alerts/42`,
  html_url:
    'https://github.com/octocat/hello-world/security/secret-scanning/42',
  locations_url: `${API}/secret-scanning/alerts/42/locations`,
  state: 'open',
  resolution: null,
  resolution_comment: CANARY,
  secret_type: 'mailchimp_api_key',
  secret_type_display_name: 'Mailchimp API Key',
  secret: CANARY,
  validity: 'active',
};
