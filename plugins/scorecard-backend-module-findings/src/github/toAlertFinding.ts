import type {
  GithubCodeScanningAlert,
  GithubDependabotAlert,
  GithubSecretScanningAlert,
} from '@atrium/git-hosts';
import type { FindingState } from '@atrium/plugin-scorecard-common';
import { SarifRun } from '../formats/sarif/SarifRun';
import type { SarifResult } from '../formats/sarif/sarifSchemas';
import { readSarifResult } from '../formats/sarif/toSarifFinding';
import { ALERT_PLACE, nameRepository } from '../model/alertName';
import { fingerprintOf } from '../model/fingerprint';
import { type PackageId, toPackageId } from '../model/packageUrl';
import type { ParsedFinding } from '../model/ParsedFinding';
import {
  readFilePath,
  readLine,
  readLineNumber,
  readText,
  readWebUrl,
} from '../model/text';
import { toVulnerability } from '../model/toVulnerability';

/** The tools of GitHub, as findings name them. */
export const GITHUB_TOOLS = {
  /** Where it did not say which tool told it. */
  codeScanning: 'GitHub code scanning',
  dependabot: 'Dependabot',
  secretScanning: 'GitHub secret scanning',
} as const;

/** The ecosystems of GitHub, by the types of package URLs. */
const PACKAGE_TYPES: Record<string, string> = {
  actions: 'github',
  composer: 'composer',
  erlang: 'hex',
  go: 'golang',
  maven: 'maven',
  npm: 'npm',
  nuget: 'nuget',
  pip: 'pypi',
  pub: 'pub',
  rubygems: 'gem',
  rust: 'cargo',
  swift: 'swift',
};

/** What an alert of Dependabot comes to. */
export function toDependabotFinding(
  alert: GithubDependabotAlert,
  repositoryUrl: string,
): ParsedFinding {
  const { security_advisory: advisory, dependency } = alert;
  const { security_vulnerability: vulnerability } = alert;
  const { cvss, cvss_severities: severities } = advisory;
  return {
    ...toVulnerability({
      tool: GITHUB_TOOLS.dependabot,
      id: advisory.cve_id ?? advisory.ghsa_id,
      aliases: [advisory.ghsa_id],
      title: advisory.summary,
      description: advisory.description,
      ratings: [severities?.cvss_v4, severities?.cvss_v3, cvss].map(rating => ({
        score: rating?.score,
        vector: rating?.vector_string,
      })),
      severityWord: vulnerability.severity ?? advisory.severity,
      packageId: toPackage(dependency.package),
      packageName: dependency.package.name,
      fixedIn: [vulnerability.first_patched_version?.identifier],
      file: dependency.manifest_path,
      url: alert.html_url,
      state: alert.state === 'auto_dismissed' ? 'suppressed' : stateOf(alert),
      reason: reasonOf(alert),
    }),
    ...timesOf(alert),
    alert: nameOf(alert, repositoryUrl),
  };
}

/** What an alert of code scanning comes to: what its tool says in SARIF. */
export function toCodeScanningFinding(
  alert: GithubCodeScanningAlert,
  repositoryUrl: string,
): ParsedFinding {
  const found = readSarifResult(toSarifResult(alert), toSarifRun(alert));
  const isSecret = found.kind === 'secret';
  const alertName = nameOf(alert, repositoryUrl);
  return {
    ...found,
    url: readWebUrl(alert.html_url),
    state: alert.state === 'closed' ? 'fixed' : stateOf(alert),
    reason: isSecret ? readLine(alert.dismissed_reason) : reasonOf(alert),
    ...timesOf(alert),
    fingerprint:
      found.kind === 'vulnerability'
        ? found.fingerprint
        : // GitHub follows an alert when its line moves, and not each webhook has it.
          fingerprintOf({
            kind: found.kind,
            ruleId: found.ruleId,
            aliases: [],
            toolFingerprint: alertName,
          }),
    mark: isSecret ? { value: alertName, isExact: true } : undefined,
    alert: alertName,
  };
}

function toSarifRun({ rule, tool }: GithubCodeScanningAlert): SarifRun {
  const run = new SarifRun();
  run.tool = readLine(tool.name) ?? GITHUB_TOOLS.codeScanning;
  const title = rule.description ?? rule.name ?? rule.id;
  const addedRule = {
    id: rule.id,
    name: title,
    shortDescription: { text: title },
    defaultConfiguration: { level: rule.severity ?? undefined },
    properties: {
      tags: rule.tags ?? [],
      'security-severity': rule.security_severity_level ?? undefined,
    },
  };
  run.addRule(addedRule, 'driver', 0);
  return run;
}

function toSarifResult({
  most_recent_instance: instance,
  rule,
}: GithubCodeScanningAlert): SarifResult {
  const uri = instance?.location?.path ?? undefined;
  const startLine = instance?.location?.start_line ?? undefined;
  const place = { artifactLocation: { uri }, region: { startLine } };
  return {
    ruleId: rule.id,
    message: { text: instance?.message?.text ?? undefined },
    locations: [{ physicalLocation: place }],
  };
}

/** What an alert of secret scanning comes to. Comments may quote the secret. */
export function toSecretScanningFinding(
  alert: GithubSecretScanningAlert,
  repositoryUrl: string,
): ParsedFinding {
  const { first_location_detected: place, resolution } = alert;
  const alertName = nameOf(alert, repositoryUrl);
  const names = {
    kind: 'secret' as const,
    ruleId: readLine(alert.secret_type) ?? 'unknown',
    aliases: [],
  };
  return {
    ...names,
    tool: GITHUB_TOOLS.secretScanning,
    title: readLine(alert.secret_type_display_name) ?? names.ruleId,
    severity: 'unknown',
    ...(place &&
      !place.page_url && {
        file: readFilePath(place.path),
        line: readLineNumber(place.start_line),
      }),
    fixedIn: [],
    url: readWebUrl(alert.html_url),
    state: secretStateOf(alert),
    reason: readLine(resolution),
    ...timesOf(alert),
    fingerprint: fingerprintOf({ ...names, toolFingerprint: alertName }),
    mark: { value: alertName, isExact: true },
    alert: alertName,
  };
}

/**
 * What GitHub tells an alert by, wherever its code moves: numbers are those of a
 * repository. No upload can call itself that, since categories have no spaces.
 */
function nameOf({ number }: { number: number }, repositoryUrl: string): string {
  return `GitHub alert ${number}${ALERT_PLACE}${nameRepository(repositoryUrl)}`;
}

/** A revoked secret is of no use any more; all else is somebody's decision. */
function secretStateOf({
  state,
  resolution,
}: GithubSecretScanningAlert): FindingState {
  if (state === 'open') {
    return 'open';
  }
  return resolution === 'revoked' || resolution === 'pattern_deleted'
    ? 'fixed'
    : 'suppressed';
}

function stateOf({ state }: { state: string }): FindingState {
  switch (state) {
    case 'fixed':
      return 'fixed';
    case 'dismissed':
      return 'suppressed';
    default:
      return 'open';
  }
}

function reasonOf(alert: {
  dismissed_reason?: string | null;
  dismissed_comment?: string | null;
}): string | undefined {
  return readText(
    [alert.dismissed_reason, alert.dismissed_comment]
      .filter(Boolean)
      .join(': '),
  );
}

function timesOf(alert: {
  created_at: string;
  updated_at?: string | null;
}): Pick<ParsedFinding, 'foundAt' | 'seenAt'> {
  return {
    foundAt: alert.created_at,
    seenAt: alert.updated_at ?? alert.created_at,
  };
}

function toPackage(found: {
  ecosystem: string;
  name: string;
}): PackageId | undefined {
  const ecosystem = found.ecosystem.toLowerCase();
  if (!Object.hasOwn(PACKAGE_TYPES, ecosystem)) {
    return undefined;
  }
  const type = PACKAGE_TYPES[ecosystem];
  // Maven has its group before a colon, others have it before a slash.
  const parts = found.name.split(type === 'maven' ? ':' : '/');
  return toPackageId({
    type,
    namespace: parts.slice(0, -1).join('/') || undefined,
    name: parts.at(-1) ?? found.name,
  });
}
