import type { EvaluatedSlo } from '../engine/EvaluatedSlo';
import type { StoredSlo } from './ReadStore';
import type { SeriesWindows } from './sumWindows';
import type { WindowSums } from './WindowSums';

/** Knows where the counts of objectives are, and sums them up. */
export interface SeriesStore {
  /** The sums of windows, by series and name. */
  sum(wanted: SeriesWindows[]): Promise<WindowSums>;
  /** The objectives of SLOs and what does not count of them, by SLO. */
  listObjectives(
    slos: StoredSlo[],
  ): Promise<Map<string, Pick<EvaluatedSlo, 'objectives' | 'exclusions'>>>;
  /** The joined slices of a composite SLO that counts slices. */
  findJoinedSeries(sloId: string): Promise<number | undefined>;
}
