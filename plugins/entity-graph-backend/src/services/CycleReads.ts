import type { ScopeOptions } from '@atrium/backend-common';
import type { Cycles } from '@atrium/plugin-entity-graph-common';
import { type Cycle, findCycles } from './findCycles';
import type { GraphReadsOptions } from './GraphReads';
import { Visibility } from './Visibility';

type CycleReadsOptions = Omit<GraphReadsOptions, 'starts'>;

/** More than this nobody reads at once; the count says how many there are. */
const MAX_CYCLES = 100;

/** The whole graph is read for it, so not for every page that is opened. */
const KEEP_MS = 60_000;

/** Answers which entities depend on themselves by way of others. */
export class CycleReads {
  readonly #options: CycleReadsOptions;
  #found: { at: number; cycles: Promise<Cycle[]> } | undefined;

  constructor(options: CycleReadsOptions) {
    this.#options = options;
  }

  /** The circles of declared edges, as far as one may see all of each. */
  async list({ credentials }: ScopeOptions): Promise<Cycles> {
    const { reader, visible } = this.#options;
    const visibility = new Visibility(visible, credentials);
    const cycles = await this.#find();
    const seen = new Set(
      await visibility.filter(cycles.flatMap(({ refs }) => refs)),
    );
    const shown = cycles.filter(({ refs }) => refs.every(ref => seen.has(ref)));
    const listed = shown.slice(0, MAX_CYCLES);
    const { nodes } = await reader.read(
      new Map(
        listed.flatMap(({ refs }) => refs.map(ref => [ref, { hops: 0 }])),
      ),
      { credentials, visibility },
    );
    const byRef = new Map(nodes.map(node => [node.entityRef, node]));
    return {
      items: listed.map(({ refs, size }) => ({
        nodes: refs.flatMap(ref => byRef.get(ref) ?? []),
        size,
      })),
      totalItems: shown.length,
    };
  }

  /** Worked out anew after a minute, whoever asks. */
  #find(): Promise<Cycle[]> {
    if (!this.#found || Date.now() - this.#found.at > KEEP_MS) {
      const cycles = this.#search();
      this.#found = { at: Date.now(), cycles };
      cycles.catch(() => {
        this.#found = undefined;
      });
    }
    return this.#found.cycles;
  }

  async #search(): Promise<Cycle[]> {
    const targets = new Map<string, string[]>();
    for (const { fromRef, toRef } of await this.#options.edges.listDeclared()) {
      const present = targets.get(fromRef);
      if (present) {
        present.push(toRef);
      } else {
        targets.set(fromRef, [toRef]);
      }
    }
    return findCycles(targets);
  }
}
