import type { MessageDescriptor } from '@atrium/common';
import {
  atStart,
  describePlace,
  describeName,
  describeItem,
  describeUnnamed,
} from './describePlace';
import { words } from '../../apiHistoryWords';
import type { PlainData } from '@atrium/common/yaml';
import type { ChangeCollector, Finding } from '../ChangeCollector';
import { compareItems } from './compareItems';
import { compareProperties } from './compareProperties';
import { compareNull, compareTypes } from './compareTypes';
import {
  compareUnions,
  compareWithUnion,
  isUnionOfOthers,
} from './compareUnions';
import { compareValues } from './compareValues';
import type { SchemaReader } from './SchemaReader';
import type { Direction, SchemaPair, SchemaVisit } from './SchemaVisit';

/** Where a schema is used. */
export interface SchemaUse extends SchemaPair {
  direction: Direction;
  /** What the schema describes there, such as `request body`. */
  path: string;
  /** Whose change it is, such as `POST /refunds`. */
  location: string;
}

interface PairNode {
  before: PlainData;
  after: PlainData;
  /** As found in the documents: perhaps references to the two. */
  written: SchemaPair;
  direction: Direction;
  path: string;
  subject: MessageDescriptor;
  users: Set<PairNode>;
  locations: Set<string>;
  /** With paths inside this schema. */
  findings: Finding[];
}

/**
 * Compares the schemas of two documents, each pair once for each direction, and
 * finds out afterwards which places feel a change.
 *
 * @remarks Schemas form a graph with shared parts and circles. Walking it from
 * every operation would take time and tell changes without end: fourteen
 * schemas that use the next one twice are 16,384 paths. Here they are fourteen
 * pairs.
 */
export class SchemaComparison {
  readonly #readers: { before: SchemaReader; after: SchemaReader };
  readonly #nodes = new Map<string, PairNode>();
  readonly #pending: PairNode[] = [];
  /** In the order of the document, which people know. */
  readonly #locations = new Map<string, number>();
  readonly #identities = new WeakMap<object, number>();
  #identityCount = 0;

  constructor(readers: { before: SchemaReader; after: SchemaReader }) {
    this.#readers = readers;
  }

  /** Has two schemas compared for one of the places that use them. */
  add(use: SchemaUse): void {
    const node = this.#nodeFor(use, {
      direction: use.direction,
      path: use.path,
      subject: describePlace(use.path),
    });
    node.locations.add(use.location);
    if (!this.#locations.has(use.location)) {
      this.#locations.set(use.location, this.#locations.size);
    }
    while (this.#pending.length > 0) {
      const next = this.#pending.pop();
      if (next) {
        this.#compare(next);
      }
    }
  }

  /** Hands over what was found; nothing can be added after that. */
  finish(collector: ChangeCollector): void {
    for (const node of this.#nodes.values()) {
      if (node.findings.length > 0) {
        const order = (location: string) => this.#locations.get(location) ?? 0;
        const locations = [...findLocations(node)].sort(
          (one, other) => order(one) - order(other),
        );
        for (const finding of node.findings) {
          // Only now: a long path is not kept once for each finding below it.
          const path = joinPath(node.path, finding.path ?? '');
          collector.add({ ...finding, path }, locations);
        }
      }
    }
  }

  #nodeFor(
    pair: SchemaPair,
    place: Pick<PairNode, 'direction' | 'path' | 'subject'>,
  ): PairNode {
    const before = this.#readers.before.follow(pair.before);
    const after = this.#readers.after.follow(pair.after);
    const name = before.name === undefined ? undefined : after.name;
    const key = [
      place.direction,
      this.#identify(before.schema),
      this.#identify(after.schema),
    ].join(' ');
    let node = this.#nodes.get(key);
    if (!node) {
      node = {
        before: before.schema,
        after: after.schema,
        written: { before: pair.before, after: pair.after },
        direction: place.direction,
        path: name ?? place.path,
        subject: name === undefined ? place.subject : describeName(name),
        users: new Set(),
        locations: new Set(),
        findings: [],
      };
      this.#nodes.set(key, node);
      this.#pending.push(node);
    }
    return node;
  }

  #identify(schema: PlainData): string | number {
    if (typeof schema !== 'object' || schema === null) {
      return String(schema);
    }
    let identity = this.#identities.get(schema);
    if (identity === undefined) {
      this.#identityCount += 1;
      identity = this.#identityCount;
      this.#identities.set(schema, identity);
    }
    return identity;
  }

  #compare(node: PairNode): void {
    const visit: SchemaVisit = {
      direction: node.direction,
      before: this.#readers.before.read(node.before),
      after: this.#readers.after.read(node.after),
      subject: node.subject,
      readers: this.#readers,
      report: finding => {
        node.findings.push(finding);
      },
      descend: (pair, step) => {
        const child = this.#nodeFor(pair, {
          direction: node.direction,
          path: joinPath(node.path, step),
          subject: describeStep(step, node),
        });
        if (child !== node) {
          child.users.add(node);
        }
      },
    };
    compareViews(visit, node.written);
  }
}

function compareViews(visit: SchemaVisit, pair: SchemaPair): void {
  compareExternalRefs(visit);
  if (isUnionOfOthers(visit, pair)) {
    compareWithUnion(visit, pair);
    compareNull(visit);
    return;
  }
  if (!compareTypes(visit)) {
    return;
  }
  compareValues(visit);
  compareProperties(visit);
  compareItems(visit);
  compareUnions(visit);
  compareOthers(visit);
}

function compareOthers(visit: SchemaVisit): void {
  const { before, after } = visit;
  for (const keyword of new Set([
    ...before.others.keys(),
    ...after.others.keys(),
  ])) {
    if (before.others.get(keyword) !== after.others.get(keyword)) {
      visit.report({
        severity: 'risky',
        rule: `${visit.direction}-keyword-changed`,
        message: words.describe('apiHistory.change.keywordChanged', {
          keyword,
          subject: visit.subject,
        }),
      });
    }
  }
}

function compareExternalRefs(visit: SchemaVisit): void {
  const before = [...visit.before.externalRefs].sort().join(', ');
  const after = [...visit.after.externalRefs].sort().join(', ');
  if (before !== after) {
    visit.report({
      severity: 'risky',
      rule: `${visit.direction}-external-reference-changed`,
      message: words.describe('apiHistory.change.externalReference', {
        subject: atStart(visit.subject),
      }),
      before: before || undefined,
      after: after || undefined,
    });
  }
}

/** All places that use a schema, directly or by way of other schemas. */
function findLocations(node: PairNode): Set<string> {
  const locations = new Set<string>();
  const seen = new Set([node]);
  for (const user of seen) {
    for (const location of user.locations) {
      locations.add(location);
    }
    for (const next of user.users) {
      seen.add(next);
    }
  }
  return locations;
}

function joinPath(path: string, step: string): string {
  if (step === '') {
    return path;
  }
  // What a message calls the place in an operation is no name of a schema.
  if (path.includes(' ') && !path.includes(' › ')) {
    return `${path} › ${step}`;
  }
  return step.startsWith('[') ? path + step : `${path}.${step}`;
}

function describeStep(step: string, node: PairNode): MessageDescriptor {
  if (step === '') {
    return node.subject;
  }
  if (step === '*') {
    return describeUnnamed(node.subject);
  }
  return step.startsWith('[') ? describeItem(node.subject) : describeName(step);
}
