import type { FindingSeverity } from '@atrium/plugin-scorecard-common';
import {
  readScore,
  severityOfScore,
  severityOfWord,
} from '../../model/severity';
import { readLine, readWebUrl } from '../../model/text';
import type { SarifResult, SarifRule } from './sarifSchemas';

/** What is kept of a rule. */
export interface RunRule {
  id: string;
  name?: string;
  shortDescription?: string;
  /** Where it is about a package, what Trivy and Grype say of that. */
  help?: string;
  url?: string;
  score?: number;
  /** Where `security-severity` is a word instead of a score. */
  severityWord?: string;
  level?: string;
  tags: string[];
  messages: Record<string, string | undefined>;
}

/** More is no run of one tool. */
const MAX_RULES = 50_000;
const MAX_FILES = 200_000;
const MAX_MESSAGES = 20;

/** What the results of a run refer to; it may stand before or after them. */
export class SarifRun {
  tool = 'Unknown tool';
  /** §3.14.23: whether it was a scan, which has a list of results, if an empty one. */
  isScan = false;
  /** §3.20.14: whether its tool says that it did not get to its end. */
  hasFailed = false;
  readonly #rules: RunRule[] = [];
  readonly #byPlace = new Map<string, RunRule>();
  readonly #byId = new Map<string, RunRule>();
  readonly #files = new Map<number, string>();
  readonly #baseUris: string[] = [];

  /** @param component - `driver`, or the index of an extension */
  addRule(rule: SarifRule, component: string | number, index: number): void {
    if (this.#rules.length >= MAX_RULES) {
      return;
    }
    const kept = toRunRule(rule);
    this.#rules.push(kept);
    this.#byPlace.set(`${component}/${index}`, kept);
    if (!this.#byId.has(rule.id)) {
      this.#byId.set(rule.id, kept);
    }
  }

  addFile(index: number, uri: string): void {
    if (this.#files.size < MAX_FILES) {
      this.#files.set(index, uri);
    }
  }

  addBaseUri(uri: string): void {
    this.#baseUris.push(uri);
  }

  /** The rule of a result; one of its own where the run does not say it. */
  ruleOf({ rule, ruleId, ruleIndex }: SarifResult): RunRule | undefined {
    const component = rule?.toolComponent?.index ?? 'driver';
    const index = rule?.index ?? ruleIndex ?? -1;
    const id = ruleId ?? rule?.id;
    return (
      this.#byPlace.get(`${component}/${index}`) ??
      (id === undefined
        ? undefined
        : this.#byId.get(id) ??
          // A result may name a part of a rule: `CA1000/1` of `CA1000`.
          this.#byId.get(id.slice(0, Math.max(0, id.lastIndexOf('/')))))
    );
  }

  /** The file of a result, from the root of the repository as far as it says. */
  fileOf(result: SarifResult): string | undefined {
    const { uri, index = -1 } =
      result.locations?.at(0)?.physicalLocation?.artifactLocation ?? {};
    const file = uri ?? this.#files.get(index);
    const base = this.#baseUris.find(one => file?.startsWith(one));
    return base === undefined ? file : file?.slice(base.length);
  }
}

/** How bad a result is: by score, else by level. */
export function severityOf(
  result: SarifResult,
  rule: RunRule | undefined,
): { severity: FindingSeverity; score?: number } {
  const score =
    readScore(result.properties?.['security-severity']) ?? rule?.score;
  if (score !== undefined) {
    return { severity: severityOfScore(score), score };
  }
  const ofWord = severityOfWord(rule?.severityWord);
  if (ofWord !== 'unknown') {
    return { severity: ofWord };
  }
  // §3.27.10: a warning, unless the rule or the result says otherwise.
  return { severity: severityOfWord(result.level ?? rule?.level ?? 'warning') };
}

function toRunRule(rule: SarifRule): RunRule {
  return {
    id: rule.id,
    name: readLine(rule.name),
    shortDescription: readLine(rule.shortDescription?.text),
    help: /^(?:CVE|GHSA)-/i.test(rule.id)
      ? rule.help?.text?.slice(0, 2_000)
      : undefined,
    url: readWebUrl(rule.helpUri),
    score: readScore(rule.properties?.['security-severity']),
    severityWord: readLine(rule.properties?.['security-severity']),
    level: rule.defaultConfiguration?.level,
    tags: [
      ...(rule.properties?.tags ?? []),
      ...(rule.relationships ?? []).flatMap(({ target }) => target.id ?? []),
    ].slice(0, 50),
    messages: Object.fromEntries(
      Object.entries(rule.messageStrings ?? {})
        .slice(0, MAX_MESSAGES)
        .map(([id, { text }]) => [id, text?.slice(0, 1_000)]),
    ),
  };
}
