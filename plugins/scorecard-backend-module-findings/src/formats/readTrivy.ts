import type {
  FindingKind,
  FindingState,
} from '@atrium/plugin-scorecard-common';
import { z } from 'zod';
import type { JsonDocument } from '../json/JsonDocument';
import type { JsonItem, JsonPattern } from '../json/JsonWalker';
import { fingerprintOf } from '../model/fingerprint';
import type { ParsedFinding } from '../model/ParsedFinding';
import { secretMarkOf } from '../model/secretMark';
import { severityOfWord } from '../model/severity';
import {
  readFilePath,
  readLine,
  readLineNumber,
  readText,
  readWebUrl,
} from '../model/text';
import type { ParsedItem } from './ParsedItem';
import { parseItem, readItems } from './readItems';
import {
  type TrivyLicense,
  trivyLicenseSchema,
  trivyModifiedSchema,
  type TrivyMisconfiguration,
  trivyMisconfigurationSchema,
  type TrivySecret,
  trivySecretSchema,
  trivyVulnerabilitySchema,
} from './trivySchemas';
import { TRIVY, toTrivyVulnerability } from './toTrivyVulnerability';

const RESULT = ['Results', '*'];

const TARGETS: JsonPattern[] = [
  [...RESULT, 'Target'],
  [...RESULT, 'Class'],
];

const PATTERNS: JsonPattern[] = [
  [...RESULT, 'Vulnerabilities', '*'],
  [...RESULT, 'Misconfigurations', '*'],
  [...RESULT, 'Secrets', '*'],
  [...RESULT, 'Licenses', '*'],
  [...RESULT, 'ExperimentalModifiedFindings', '*'],
];

/** Where something was found: a file, or an image with its packages. */
interface Target {
  name?: string;
  /** Whether the target is a file, and not an image. */
  isFile: boolean;
}

/** Reads the JSON of Trivy: vulnerabilities, settings, secrets and licences. */
export async function* readTrivy(
  document: JsonDocument,
): AsyncGenerator<ParsedItem> {
  yield { type: 'tool', tool: TRIVY };
  const targets = new Map<number, Target>();
  yield* readItems(document, {
    patterns: TARGETS,
    read: item => {
      addTarget(targets, item);
      return lookedFor(item);
    },
  });
  yield* readItems(document, {
    patterns: PATTERNS,
    read: item => {
      const { name, isFile } = targets.get(Number(item.path[1])) ?? {
        isFile: false,
      };
      return [toItem(item, isFile ? name : undefined)];
    },
  });
}

function addTarget(targets: Map<number, Target>, item: JsonItem): void {
  const index = Number(item.path[1]);
  const value = parseItem(z.string(), item);
  const target = targets.get(index) ?? { isFile: true };
  targets.set(index, {
    name: item.pattern === 0 ? value : target.name,
    // Packages of an operating system lie in the image, not in a file.
    isFile: item.pattern === 0 ? target.isFile : value !== 'os-pkgs',
  });
}

/** A target is named with its class even where nothing is wrong with it. */
const KINDS = new Map<unknown, FindingKind>([
  ['os-pkgs', 'vulnerability'],
  ['lang-pkgs', 'vulnerability'],
  ['config', 'misconfiguration'],
  ['secret', 'secret'],
  ['license', 'license'],
  ['license-file', 'license'],
]);

function lookedFor({ pattern, value }: JsonItem): ParsedItem[] {
  const kind = pattern === 1 ? KINDS.get(value) : undefined;
  return kind ? [{ type: 'looked-for', tool: TRIVY, kind }] : [];
}

function toItem(item: JsonItem, file: string | undefined): ParsedItem {
  switch (item.pattern) {
    case 0:
      return {
        type: 'finding',
        finding: toTrivyVulnerability(
          parseItem(trivyVulnerabilitySchema, item),
          file,
        ),
      };
    case 1: {
      const found = parseItem(trivyMisconfigurationSchema, item);
      return found.Status === 'PASS'
        ? { type: 'passed' }
        : { type: 'finding', finding: toMisconfiguration(found, file) };
    }
    case 2:
      return {
        type: 'finding',
        finding: toSecret(parseItem(trivySecretSchema, item), file),
      };
    case 3:
      return {
        type: 'finding',
        finding: toLicense(parseItem(trivyLicenseSchema, item), file),
      };
    default:
      return toModified(item, file);
  }
}

const MODIFIED_STATES = new Map<string, FindingState>([
  ['ignored', 'suppressed'],
  ['not_affected', 'not-affected'],
  ['fixed', 'fixed'],
]);

/** What a file of the repository has Trivy pass over. */
function toModified(item: JsonItem, file: string | undefined): ParsedItem {
  const { Type, Status, Statement, Finding } = parseItem(
    trivyModifiedSchema,
    item,
  );
  const state = MODIFIED_STATES.get(Status);
  if (Type !== 'vulnerability' || state === undefined) {
    return { type: 'passed' };
  }
  const found = parseItem(trivyVulnerabilitySchema, {
    path: [...item.path, 'Finding'],
    value: Finding,
  });
  const standing = { state, reason: Statement };
  return {
    type: 'finding',
    finding: toTrivyVulnerability(found, file, standing),
  };
}

function toMisconfiguration(
  found: TrivyMisconfiguration,
  target: string | undefined,
): ParsedFinding {
  const names = {
    kind: 'misconfiguration' as const,
    ruleId: readLine(found.ID) ?? 'unknown',
    aliases: [],
    file: readFilePath(target),
    line: readLineNumber(found.CauseMetadata?.StartLine),
  };
  return {
    ...names,
    tool: TRIVY,
    title: readLine(found.Title) ?? names.ruleId,
    description: readText(
      [found.Message, found.Resolution].filter(Boolean).join('\n\n'),
    ),
    severity: severityOfWord(found.Severity),
    fixedIn: [],
    url: readWebUrl(found.PrimaryURL),
    state: found.Status === 'EXCEPTION' ? 'suppressed' : 'open',
    fingerprint: fingerprintOf(names),
  };
}

/** Trivy masks the secret in `Match`; see {@link secretMarkOf} for what is kept. */
function toSecret(
  found: TrivySecret,
  target: string | undefined,
): ParsedFinding {
  const names = {
    kind: 'secret' as const,
    ruleId: readLine(found.RuleID) ?? 'unknown',
    aliases: [],
    file: readFilePath(target),
    line: readLineNumber(found.StartLine),
  };
  return {
    ...names,
    tool: TRIVY,
    title: readLine(found.Title) ?? names.ruleId,
    severity: severityOfWord(found.Severity),
    fixedIn: [],
    state: 'open',
    fingerprint: fingerprintOf(names),
    mark: secretMarkOf({ ...names, content: found.Match?.slice(0, 1_000) }),
  };
}

function toLicense(
  found: TrivyLicense,
  target: string | undefined,
): ParsedFinding {
  const names = {
    kind: 'license' as const,
    ruleId: readLine(found.Name) ?? 'unknown',
    aliases: [],
    file: readFilePath(found.FilePath) ?? readFilePath(target),
    packageName: readLine(found.PkgName),
  };
  return {
    ...names,
    tool: TRIVY,
    title: [names.ruleId, names.packageName].filter(Boolean).join(' of '),
    severity: severityOfWord(found.Severity),
    fixedIn: [],
    url: readWebUrl(found.Link),
    state: 'open',
    fingerprint: fingerprintOf(names),
  };
}
