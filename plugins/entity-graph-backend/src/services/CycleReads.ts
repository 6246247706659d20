import type { ScopeOptions } from '@atrium/backend-common';
import type { Cycles } from '@atrium/plugin-entity-graph-common';
import type { EdgeStore } from '../database/EdgeStore';
import { findComponents, findCycles, type Targets } from './findCycles';
import type { GraphReadsOptions } from './GraphReads';
import type { NodeReader } from './NodeReader';
import { Visibility } from './Visibility';

interface CycleReadsOptions extends Pick<GraphReadsOptions, 'visible'> {
  edges: Pick<EdgeStore, 'listDeclared'>;
  reader: Pick<NodeReader, 'read'>;
}

/** More than this nobody reads at once; the count says how many there are. */
const MAX_CYCLES = 100;

/** The whole graph is read for it, so not for every page that is opened. */
const KEEP_MS = 60_000;

/** Answers which entities depend on themselves by way of others. */
export class CycleReads {
  readonly #options: CycleReadsOptions;
  #found: { at: number; circular: Promise<Targets> } | undefined;

  constructor(options: CycleReadsOptions) {
    this.#options = options;
  }

  /** The circles of declared edges among what one may see. */
  async list({ credentials }: ScopeOptions): Promise<Cycles> {
    const { reader, visible } = this.#options;
    const visibility = new Visibility(visible, credentials);
    const circular = await this.#find();
    const seen = new Set(await visibility.filter([...circular.keys()]));
    // What is hidden is not there, so the rest may have other circles, or none.
    const shown = findCycles(narrow(circular, seen));
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
  #find(): Promise<Targets> {
    if (!this.#found || Date.now() - this.#found.at > KEEP_MS) {
      const circular = this.#search();
      this.#found = { at: Date.now(), circular };
      circular.catch(() => {
        this.#found = undefined;
      });
    }
    return this.#found.circular;
  }

  /** The edges among what is part of any circle, which is little of the graph. */
  async #search(): Promise<Targets> {
    const targets = new Map<string, string[]>();
    for (const { fromRef, toRef } of await this.#options.edges.listDeclared()) {
      const present = targets.get(fromRef);
      if (present) {
        present.push(toRef);
      } else {
        targets.set(fromRef, [toRef]);
      }
    }
    return narrow(targets, new Set(findComponents(targets).flat()));
  }
}

/** A graph without the nodes that are not among some. */
function narrow(targets: Targets, refs: ReadonlySet<string>): Targets {
  return new Map(
    [...targets]
      .filter(([ref]) => refs.has(ref))
      .map(([ref, to]) => [ref, to.filter(one => refs.has(one))]),
  );
}
