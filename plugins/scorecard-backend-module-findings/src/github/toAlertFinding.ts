import type {
  GithubCodeScanningAlert,
  GithubDependabotAlert,
  GithubSecretScanningAlert,
} from '@atrium/git-hosts';
import type { FindingState } from '@atrium/plugin-scorecard-common';
import { fingerprintOf } from '../model/fingerprint';
import { type PackageId, toPackageId } from '../model/packageUrl';
import type { ParsedFinding } from '../model/ParsedFinding';
import { severityOfWord } from '../model/severity';
import {
  readFilePath,
  readLine,
  readLineNumber,
  readText,
  readWebUrl,
} from '../model/text';
import { toVulnerability } from '../model/toVulnerability';
import { isSecretWeakness, readWeaknesses } from '../model/weaknesses';

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
  };
}

/** What an alert of code scanning comes to. */
export function toCodeScanningFinding(
  alert: GithubCodeScanningAlert,
): ParsedFinding {
  const { most_recent_instance: instance, rule, tool } = alert;
  const weaknesses = readWeaknesses(rule.tags ?? []);
  const isSecret = isSecretWeakness(weaknesses);
  const names = {
    kind: isSecret ? ('secret' as const) : ('code' as const),
    ruleId: readLine(rule.id) ?? 'unknown-rule',
    aliases: [],
    file: readFilePath(instance?.location?.path),
    line: readLineNumber(instance?.location?.start_line),
  };
  return {
    ...names,
    tool: readLine(tool.name) ?? GITHUB_TOOLS.codeScanning,
    title: readLine(rule.description) ?? readLine(rule.name) ?? names.ruleId,
    // A message about a secret may well quote it.
    description: isSecret ? undefined : readText(instance?.message?.text),
    severity: severityOfWord(rule.security_severity_level ?? rule.severity),
    fixedIn: [],
    url: readWebUrl(alert.html_url),
    state: alert.state === 'closed' ? 'fixed' : stateOf(alert),
    reason: isSecret ? readLine(alert.dismissed_reason) : reasonOf(alert),
    ...timesOf(alert),
    fingerprint: fingerprintOf({
      kind: names.kind,
      ruleId: names.ruleId,
      aliases: [],
      // GitHub follows an alert when its line moves, and not each webhook has it.
      toolFingerprint: nameOf(alert),
    }),
    mark: isSecret ? { value: nameOf(alert), isExact: true } : undefined,
  };
}

/** What an alert of secret scanning comes to. Comments may quote the secret. */
export function toSecretScanningFinding(
  alert: GithubSecretScanningAlert,
): ParsedFinding {
  const { resolution } = alert;
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
    fixedIn: [],
    url: readWebUrl(alert.html_url),
    state: secretStateOf(alert),
    reason: readLine(resolution),
    ...timesOf(alert),
    fingerprint: fingerprintOf({ ...names, toolFingerprint: nameOf(alert) }),
    mark: { value: nameOf(alert), isExact: true },
  };
}

/** What GitHub tells an alert by, wherever its code moves. */
function nameOf({ number }: { number: number }): string {
  return `alert/${number}`;
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
