import type {
  FindingKind,
  OpenssfCheck,
} from '@atrium/plugin-scorecard-common';
import type { BomDocument } from './cyclonedx/Bom';
import type { ParsedComponent } from '../model/ParsedComponent';
import type { ParsedFinding } from '../model/ParsedFinding';

/** What a document says, piece by piece. */
export type ParsedItem =
  /**
   * A tool reports, whether it found something or not; unless it tells no findings at
   * all, or did not get to its end, so that what it does not name is not gone.
   */
  | {
      type: 'tool';
      tool: string;
      tellsFindings?: boolean;
      hasFailed?: boolean;
    }
  /** A tool looked for something, whether it found some or not. */
  | { type: 'looked-for'; tool: string; kind: FindingKind }
  | { type: 'finding'; finding: ParsedFinding }
  /** The document lists components: those that it does not have are gone. */
  | { type: 'bill-of-materials'; tool: string; document?: BomDocument }
  | { type: 'component'; component: ParsedComponent }
  /** Of OpenSSF Scorecard, over all of its checks. */
  | { type: 'score'; score?: number }
  | { type: 'check'; check: OpenssfCheck; finding?: ParsedFinding }
  /** Understood, and nothing to keep: a test that passed. */
  | { type: 'passed' }
  | { type: 'refused'; path: string; reason: string };
