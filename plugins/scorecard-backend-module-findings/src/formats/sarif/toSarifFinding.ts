import type { FindingKind } from '@atrium/plugin-scorecard-common';
import { fingerprintOf } from '../../model/fingerprint';
import {
  readFilePath,
  readLine,
  readLineNumber,
  readNames,
  readText,
} from '../../model/text';
import { secretMarkOf } from '../../model/secretMark';
import { isSecretWeakness, readWeaknesses } from '../../model/weaknesses';
import type { ParsedFinding } from '../../model/ParsedFinding';
import type { ParsedItem } from '../ParsedItem';
import { type RunRule, type SarifRun, severityOf } from './SarifRun';
import type { SarifResult } from './sarifSchemas';

/** Tools that look for nothing but secrets. */
export const SECRET_TOOL =
  /gitleaks|trufflehog|detect-secrets|secret|talisman/i;
/** OpenSSF Scorecard, as it calls itself. */
export const SCORECARD_TOOL = /^(ossf[ -])?scorecard$/i;
const ADVISORY = /^(CVE-\d{4}-\d{4,10}|GHSA(?:-[0-9a-z]{4}){3})(?:-(.+))?$/i;
/** Of results that say that something is in order. */
const PASSED_KINDS = new Set(['pass', 'notApplicable', 'informational']);

/** What a result of SARIF comes to. */
export function toSarifFinding(result: SarifResult, run: SarifRun): ParsedItem {
  if (
    PASSED_KINDS.has(result.kind ?? 'fail') ||
    result.baselineState === 'absent'
  ) {
    return { type: 'passed' };
  }
  return { type: 'finding', finding: readSarifResult(result, run) };
}

/** What a result of SARIF says is wrong. */
export function readSarifResult(
  result: SarifResult,
  run: SarifRun,
): ParsedFinding {
  const rule = run.ruleOf(result);
  const ruleId =
    readLine(result.ruleId ?? result.rule?.id ?? rule?.id) ?? 'unknown-rule';
  const tags = [...(rule?.tags ?? []), ...(result.properties?.tags ?? [])];
  const cwes = readWeaknesses(tags);
  const [, advisory, packageOfRule] = ADVISORY.exec(ruleId) ?? [];
  const kind = kindOf({ run, advisory, cwes, tags });
  const message = messageOf(result, rule);
  const region = result.locations?.at(0)?.physicalLocation?.region;
  const file = readFilePath(run.fileOf(result));
  const line = readLineNumber(region?.startLine);
  const inMessage = readPackage(
    kind === 'vulnerability' ? `${message ?? ''}\n${rule?.help ?? ''}` : '',
  );
  const packageName =
    inMessage.packageName ?? (advisory && readLine(packageOfRule));
  const snippet = region?.snippet?.text;
  const toolFingerprint = toolFingerprintOf(result);
  const aliases = advisory ? readNames([advisory.toUpperCase()]) : [];
  return {
    tool: run.tool,
    kind,
    ruleId: advisory ? advisory.toUpperCase() : ruleId,
    title: titleOf({ kind, rule, ruleId, message }),
    // A message about a secret may well quote it.
    description: kind === 'secret' ? undefined : readText(message),
    ...severityOf(result, rule),
    aliases,
    advisory: aliases.at(0),
    file,
    line,
    ...inMessage,
    packageName,
    url: rule?.url,
    ...suppressionOf(result, kind),
    fingerprint: fingerprintOf({
      kind,
      ruleId,
      aliases,
      cwes,
      file,
      line,
      packageName,
      snippet,
      toolFingerprint,
    }),
    mark:
      kind === 'secret'
        ? secretMarkOf({
            ruleId,
            file,
            toolFingerprint,
            content: snippet ?? matchOf(message),
          })
        : undefined,
  };
}

interface KindParts {
  run: SarifRun;
  advisory?: string;
  cwes: string[];
  tags: string[];
}

function kindOf({ run, advisory, cwes, tags }: KindParts): FindingKind {
  if (
    SECRET_TOOL.test(run.tool) ||
    isSecretWeakness(cwes) ||
    tags.some(tag => /^secrets?$/i.test(tag))
  ) {
    return 'secret';
  }
  if (advisory) {
    return 'vulnerability';
  }
  if (SCORECARD_TOOL.test(run.tool)) {
    return 'posture';
  }
  return tags.some(tag => /^misconfiguration$/i.test(tag))
    ? 'misconfiguration'
    : 'code';
}

interface TitleParts {
  kind: FindingKind;
  rule?: RunRule;
  ruleId: string;
  message?: string;
}

function titleOf({ kind, rule, ruleId, message }: TitleParts): string {
  // The short description of a rule of gitleaks is its pattern.
  if (kind === 'secret') {
    return rule?.name ?? rule?.shortDescription ?? ruleId;
  }
  return (
    rule?.shortDescription ??
    rule?.name ??
    readLine(message?.split('\n')[0]) ??
    ruleId
  );
}

/** §3.11: a text, or the message of the rule with arguments put in. */
function messageOf(
  { message }: SarifResult,
  rule: RunRule | undefined,
): string | undefined {
  const { id, text, markdown } = message;
  if (text !== undefined || id === undefined) {
    return text ?? markdown;
  }
  const template =
    rule && Object.hasOwn(rule.messages, id) ? rule.messages[id] : undefined;
  return template?.replace(
    /\{(\d{1,2})\}/g,
    (all, index) => message.arguments?.at(Number(index)) ?? all,
  );
}

/** §3.27.23: whoever is reviewed or rejected does not count yet. */
function suppressionOf(
  { suppressions = [] }: SarifResult,
  kind: FindingKind,
): { state: 'open' | 'suppressed'; reason?: string } {
  const isSuppressed =
    suppressions.length > 0 &&
    suppressions.every(({ status = 'accepted' }) => status === 'accepted');
  if (!isSuppressed) {
    return { state: 'open' };
  }
  const justification = readText(suppressions[0].justification);
  return {
    state: 'suppressed',
    reason: kind === 'secret' ? 'Suppressed by the tool' : justification,
  };
}

/** Gitleaks, Semgrep and Datadog tell there who committed it, and when. */
const COMMIT_NAMES = /^(author|commitMessage|commitSha|date|email|sha)$/i;
/** What Semgrep says instead to who is not signed in. */
const NO_FINGERPRINT = /^$|^requires login$/;

/** §3.27.16: what is in `fingerprints` tells more than what is in the partial ones. */
function toolFingerprintOf(result: SarifResult): string | undefined {
  const { fingerprints = {}, partialFingerprints = {} } = result;
  const [first] = [fingerprints, partialFingerprints].flatMap(some =>
    Object.entries(some)
      .filter(([name]) => !COMMIT_NAMES.test(name))
      .filter(([, value]) => !NO_FINGERPRINT.test(value))
      .sort(([one], [other]) => one.localeCompare(other)),
  );
  return first && `${first[0]}=${first[1].slice(0, 1_000)}`;
}

/** Trivy tells the line of a secret, masked, in its message. */
function matchOf(message: string | undefined): string | undefined {
  return /^Match: (.{1,1000})/m.exec(message ?? '')?.[1];
}

/** Trivy and Grype say in words which package a result is about. */
function readPackage(words: string) {
  const field = (name: RegExp) => readLine(name.exec(words)?.[1]);
  return {
    packageName: field(/^Package: (\S.{0,200})$/m),
    packageVersion: field(/^(?:Installed )?Version: (\S.{0,100})$/m),
    fixedIn: readNames(
      (field(/^(?:Fixed|Fix) Version: (\S.{0,200})$/m) ?? '').split(/, ?/),
    ),
  };
}
