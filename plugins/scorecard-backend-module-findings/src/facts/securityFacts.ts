import type { FactProviderDescription } from '@atrium/plugin-scorecard-common';

/** As expressions name it: `facts.security.openCritical`. */
export const SECURITY_PROVIDER_ID = 'security';

/** The checks of OpenSSF Scorecard that are facts, by the name of the fact. */
export const OPENSSF_FACTS: Record<string, string> = {
  branchProtectionScore: 'Branch-Protection',
  codeReviewScore: 'Code-Review',
  dangerousWorkflowScore: 'Dangerous-Workflow',
  dependencyUpdateToolScore: 'Dependency-Update-Tool',
  maintainedScore: 'Maintained',
  pinnedDependenciesScore: 'Pinned-Dependencies',
  sastScore: 'SAST',
  securityPolicyScore: 'Security-Policy',
  signedReleasesScore: 'Signed-Releases',
  tokenPermissionsScore: 'Token-Permissions',
};

const NOT_THERE =
  'Not there where no scanner of vulnerabilities, code, secrets or settings ever reported.';

function count(title: string, description: string) {
  return { type: 'integer' as const, title, description };
}

/** What scorecards know of the security of an entity. */
export const securityDescription: FactProviderDescription = {
  id: SECURITY_PROVIDER_ID,
  title: 'Security',
  description:
    'Findings of security scanners, bills of materials and OpenSSF Scorecard, as they were uploaded or read from GitHub.',
  // How old a scan is, is a fact of its own.
  freshnessMs: 7 * 24 * 3_600_000,
  facts: {
    openCritical: count(
      'Open critical findings',
      `Neither suppressed nor fixed. ${NOT_THERE}`,
    ),
    openHigh: count('Open high findings', NOT_THERE),
    openMedium: count('Open medium findings', NOT_THERE),
    overdue: count(
      'Overdue findings',
      `Open for longer than their severity allows. ${NOT_THERE}`,
    ),
    overdueCritical: count(
      'Overdue critical findings',
      `Critical ones that are open for longer than they may be. ${NOT_THERE}`,
    ),
    oldestCriticalDays: {
      ...count(
        'Age of the oldest critical finding',
        `Whole days that it is open; 0 where there is none. ${NOT_THERE}`,
      ),
      unit: 'days',
    },
    leakedSecrets: count(
      'Leaked secrets',
      'Open findings of secrets. Not there where nothing ever looked for secrets.',
    ),
    lastScanAt: {
      type: 'instant',
      title: 'Last scan',
      description: `When a scanner last ran. ${NOT_THERE}`,
    },
    scanners: {
      type: 'texts',
      title: 'Scanners',
      description: 'The tools that reported. Not there where none ever did.',
      example: ['Trivy', 'CodeQL'],
    },
    hasSbom: {
      type: 'boolean',
      title: 'Has a bill of materials',
      description:
        'Whether the last document of a tool was one. Not there where nothing was ever uploaded.',
    },
    sbomComponents: count(
      'Components',
      'Packages in the bills of materials. Not there where there is none.',
    ),
    scorecardScore: {
      type: 'number',
      title: 'OpenSSF Scorecard score',
      description: '0 to 10. Not there where OpenSSF Scorecard never reported.',
    },
    ...Object.fromEntries(
      Object.entries(OPENSSF_FACTS).map(([fact, check]) => [
        fact,
        {
          type: 'integer' as const,
          title: `OpenSSF: ${check.replaceAll('-', ' ')}`,
          description: `0 to 10. Not there where the check ${check} of OpenSSF Scorecard gave no result.`,
        },
      ]),
    ),
  },
};
