import type {
  FindingFormat,
  FindingKind,
  OpenssfCheck,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { ParsedItem } from '../formats/ParsedItem';
import type { ParsedFinding } from '../model/ParsedFinding';
import { AlertHolders } from './AlertHolders';
import { applyComponents } from './applyComponents';
import { applyFindings, type FindingCounts } from './applyFindings';
import { keepBom } from './BomStore';
import { ScanStage } from './ScanStage';

/** Who scanned what. */
export interface Scan {
  entityRef: string;
  category: string;
  commit?: string;
  format: FindingFormat | 'github';
  scannedAt: Date;
  /** Of its tools, those that did not look just then, and nobody says when. */
  untimedTools?: ReadonlySet<string>;
  uploadedBy: string;
  /** What its tools looked for, besides what the document says. */
  kinds: FindingKind[];
}

/** What came of a scan. */
export interface WrittenScan {
  tools: string[];
  /** A later one was there already. */
  isSuperseded: boolean;
  findings: FindingCounts;
  /** How many the bill of materials has. */
  components?: number;
}

/** What a document says besides its findings and components. */
interface ScanSummary {
  tools: Set<string>;
  /** Of those, which tell no findings in this document. */
  silentTools: Set<string>;
  /** Of those, which did not get to their end. */
  failedTools: Set<string>;
  bom?: Extract<ParsedItem, { type: 'bill-of-materials' }>;
  score?: number;
  checks: OpenssfCheck[];
  /** What each tool looked for. */
  kinds: Map<string, Set<FindingKind>>;
  refused: number;
}

const MAX_CHECKS = 100;
const NO_COUNTS: FindingCounts = {
  new: 0,
  reopened: 0,
  fixed: 0,
  unchanged: 0,
};

/** Writes what tools say of entities: all of a document, or nothing. */
export class ScanStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Reads items to their end, and makes them what their tools say of the entity.
   * Of two scans at once the one that ran later stays, whichever comes last.
   */
  async write(
    scan: Scan,
    items: AsyncIterable<ParsedItem>,
  ): Promise<WrittenScan> {
    return this.#knex.transaction(async transaction => {
      const stage = await ScanStage.create(transaction);
      const summary = await stageItems(stage, items);
      const tools = [...summary.tools].sort();
      await lockEntity(transaction, scan);
      // Others may name its components even where a later one is there.
      if (summary.bom) {
        await keepBom(transaction, scan, summary.bom);
      }
      if (await isSuperseded(transaction, scan, tools)) {
        return { tools, isSuperseded: true, findings: NO_COUNTS };
      }
      await stage.finish(scan);
      // What was not understood may be what seems to be gone.
      const isComplete = summary.refused === 0;
      const findings = await applyFindings(transaction, scan, {
        fixedFor: isComplete
          ? tools.filter(tool => !summary.silentTools.has(tool))
          : [],
      });
      const components =
        summary.bom &&
        (await applyComponents(transaction, scan, {
          tool: summary.bom.tool,
          isComplete,
        }));
      const untimedTools = summary.failedTools;
      await writeScans(transaction, { ...scan, untimedTools }, summary);
      const {
        rows: [{ count }],
      } = await transaction.raw(
        'SELECT count(DISTINCT identity) FROM scanned_findings',
      );
      return {
        tools,
        isSuperseded: false,
        findings: {
          ...findings,
          unchanged: Math.max(
            0,
            Number(count) - findings.new - findings.reopened,
          ),
        },
        components,
      };
    });
  }

  /**
   * Adds findings to what their tools say of an entity, each in the state that it
   * is in now. What the tools said of others stays.
   */
  async merge(scan: Scan, findings: ParsedFinding[]): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const stage = await ScanStage.create(transaction);
      const tools = new Set<string>();
      const kinds: ScanSummary['kinds'] = new Map();
      for (const finding of findings) {
        tools.add(finding.tool);
        addKind(kinds, finding);
        await stage.addFinding(finding);
      }
      await lockEntity(transaction, scan);
      await stage.finish(scan);
      await applyFindings(transaction, scan, { fixedFor: [] });
      await writeScans(transaction, scan, {
        tools,
        kinds,
        checks: [],
      });
    });
  }

  /** Which of some entities have alerts, or had them. */
  async listAlertHolders(
    entityRefs: string[],
    alerts: Pick<ParsedFinding, 'alert' | 'tool'>[],
  ): Promise<AlertHolders> {
    const names = alerts.flatMap(({ alert }) => alert ?? []);
    const holders = await this.#knex('findings AS f')
      .join('finding_sightings AS g', 'g.finding_id', 'f.id')
      .where({ 'g.is_alert': true })
      .whereIn('f.entity_ref', entityRefs)
      .whereIn('g.category', names)
      .groupBy('f.entity_ref', 'g.tool', 'g.category')
      .select({
        entityRef: 'f.entity_ref',
        tool: 'g.tool',
        alert: 'g.category',
        isStanding: this.#knex.raw("bool_or(g.state <> 'fixed')"),
      });
    return new AlertHolders(holders);
  }

  /**
   * Notes that a tool looks for something, whether it found some or not. Where nobody
   * says when it last did, that stays as it was told before.
   */
  async noteScan(
    scan: Scan,
    { tool, kind }: { tool: string; kind: FindingKind },
  ): Promise<void> {
    await this.#knex.transaction(transaction =>
      writeScans(transaction, scan, {
        tools: new Set([tool]),
        kinds: new Map([[tool, new Set([kind])]]),
        checks: [],
      }),
    );
  }
}

/** One at a time: findings of an entity are shared between its tools. */
export async function lockEntity(
  transaction: Knex.Transaction,
  { entityRef }: Pick<Scan, 'entityRef'>,
): Promise<void> {
  await transaction.raw(
    'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))',
    [`findings of ${entityRef}`],
  );
}

async function stageItems(
  stage: ScanStage,
  items: AsyncIterable<ParsedItem>,
): Promise<ScanSummary> {
  const summary: ScanSummary = {
    tools: new Set(),
    silentTools: new Set(),
    failedTools: new Set(),
    checks: [],
    kinds: new Map(),
    refused: 0,
  };
  for await (const item of items) {
    switch (item.type) {
      case 'finding':
        summary.tools.add(item.finding.tool);
        addKind(summary.kinds, item.finding);
        await stage.addFinding(item.finding);
        break;
      case 'component':
        await stage.addComponent(item.component);
        break;
      case 'looked-for':
        addKind(summary.kinds, item);
        break;
      case 'tool':
        summary.tools.add(item.tool);
        if (item.tellsFindings === false || item.hasFailed) {
          summary.silentTools.add(item.tool);
        }
        if (item.hasFailed) {
          summary.failedTools.add(item.tool);
        }
        break;
      case 'bill-of-materials':
        summary.bom = item;
        break;
      case 'score':
        summary.score = item.score;
        break;
      case 'check':
        if (summary.checks.length < MAX_CHECKS) {
          summary.checks.push(item.check);
        }
        if (item.finding) {
          await stage.addFinding(item.finding);
        }
        break;
      case 'refused':
        summary.refused += 1;
        break;
      case 'passed':
        break;
      default:
        item satisfies never;
    }
  }
  return summary;
}

function addKind(
  kinds: ScanSummary['kinds'],
  { tool, kind }: { tool: string; kind: FindingKind },
): void {
  kinds.set(tool, (kinds.get(tool) ?? new Set()).add(kind));
}

async function isSuperseded(
  transaction: Knex.Transaction,
  { entityRef, category, scannedAt }: Scan,
  tools: string[],
): Promise<boolean> {
  const later = await transaction('finding_scans')
    .where({ entity_ref: entityRef, category })
    .whereIn('tool', tools)
    .where('scanned_at', '>', scannedAt)
    .first('tool');
  return later !== undefined;
}

async function writeScans(
  transaction: Knex.Transaction,
  scan: Scan,
  {
    tools,
    bom,
    checks,
    kinds,
    score,
  }: Omit<ScanSummary, 'refused' | 'silentTools' | 'failedTools'>,
): Promise<void> {
  const rows = [...tools].map(tool => ({
    entity_ref: scan.entityRef,
    tool,
    category: scan.category,
    format: scan.format,
    commit: scan.commit ?? null,
    scanned_at: scan.scannedAt,
    has_scan_time: !scan.untimedTools?.has(tool),
    uploaded_at: new Date(),
    uploaded_by: scan.uploadedBy,
    score: score ?? null,
    checks: checks.length > 0 ? JSON.stringify(checks) : null,
    has_components: tool === bom?.tool,
    kinds: [...new Set([...(kinds.get(tool) ?? []), ...scan.kinds])],
  }));
  if (rows.length > 0) {
    await transaction('finding_scans')
      .insert(rows)
      .onConflict(['entity_ref', 'tool', 'category'])
      .merge({
        ...Object.fromEntries(
          Object.keys(rows[0]).map(column => [
            column,
            transaction.raw('EXCLUDED.??', [column]),
          ]),
        ),
        scanned_at: transaction.raw(
          'CASE WHEN EXCLUDED.has_scan_time THEN EXCLUDED.scanned_at ELSE finding_scans.scanned_at END',
        ),
        has_scan_time: transaction.raw(
          'finding_scans.has_scan_time OR EXCLUDED.has_scan_time',
        ),
        // A VEX of the same tool takes no bill of materials away.
        has_components: transaction.raw(
          'finding_scans.has_components OR EXCLUDED.has_components',
        ),
        // Who found a secret once looks for them, also when there is none.
        kinds: transaction.raw(
          'ARRAY(SELECT DISTINCT unnest(finding_scans.kinds || EXCLUDED.kinds) ORDER BY 1)',
        ),
      });
  }
}
