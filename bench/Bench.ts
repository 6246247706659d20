import type { Progress } from '@atrium/launcher/src/report.ts';
import type { Figure } from './report/Figure.ts';

/** What a bench is run with. */
export interface BenchContext {
  /** The checkout. */
  root: string;
  /** Where the stock app, both worlds and the logs are kept. */
  home: string;
  /** The first port of Atrium's world; that of the stock app lies behind it. */
  basePort: number;
  /** How often each portal is measured; each bench has its own default. */
  rounds: number | undefined;
  /** Whether the backends are measured as built bundles too. */
  withBundle: boolean;
  /** How many components both catalogs are filled with, where that counts. */
  components: number | undefined;
  progress: Progress;
  /** Has something done at the end, also when the run is interrupted. */
  onCleanup(cleanup: () => Promise<void>): void;
}

export interface BenchResult {
  figures: Figure[];
  /** What helps to understand them, shown below. */
  remarks: string[];
}

/** Measures both portals. */
export type Bench = (context: BenchContext) => Promise<BenchResult>;
