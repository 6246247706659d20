import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { JsonDocument } from '../../json/JsonDocument';
import type { JsonItem, JsonPattern } from '../../json/JsonWalker';
import { readLine } from '../../model/text';
import type { ParsedItem } from '../ParsedItem';
import { MalformedItem, parseItem, readItems } from '../readItems';
import { Bom, type KnownBoms, MAX_COMPONENTS, toBomPackage } from './Bom';
import { toBomIdentity } from './BomLink';
import {
  type CyclonedxComponent,
  cyclonedxComponentSchema,
  cyclonedxDependencySchema,
  cyclonedxToolsSchema,
  cyclonedxVulnerabilitySchema,
} from './cyclonedxSchemas';
import { toCyclonedxFindings } from './toCyclonedxFindings';

const HEAD: JsonPattern[] = [
  ['specVersion'],
  ['metadata', 'tools'],
  ['metadata', 'component'],
  ['components', '*'],
  ['serialNumber'],
  ['version'],
];
const GRAPH: JsonPattern[] = [
  ['dependencies', '*'],
  ['vulnerabilities', '*'],
];
const BODY: JsonPattern[] = [
  ['components', '*'],
  ['vulnerabilities', '*'],
];

// What is read is the same in all of them; vulnerabilities came with 1.4.
const SPEC_VERSIONS = /^1\.[2-7]$/;
/** They are no packages that somebody looks for. */
const PASSED_TYPES = new Set(['file', 'data', 'cryptographic-asset']);

/**
 * Reads CycloneDX JSON 1.2 to 1.7: a bill of materials (SBOM), its
 * vulnerabilities (VDR), and whether they can be exploited (VEX). Its parts refer
 * to each other in any order, so it is read three times.
 *
 * @param boms - where components of other documents are looked up
 */
export async function* readCyclonedx(
  document: JsonDocument,
  boms: KnownBoms,
): AsyncGenerator<ParsedItem> {
  const bom = new Bom();
  const identity: { serialNumber?: unknown; version?: unknown } = {};
  let hasComponents = false;
  // What is malformed is told by the last reading.
  for await (const item of document.items(HEAD)) {
    hasComponents ||= item.pattern === 3 && isPackage(item.value);
    if (item.pattern === 4) {
      identity.serialNumber = item.value;
    } else if (item.pattern === 5) {
      identity.version = item.value;
    } else {
      addHead(bom, item);
    }
  }
  bom.identity = toBomIdentity(identity.serialNumber, identity.version);
  for await (const item of document.items(GRAPH)) {
    addReferences(bom, item);
  }
  await bom.findLinked(boms);
  // A mere bill of materials closes nothing that its tool has found.
  const isReport = await hasKey(document, 'vulnerabilities');
  yield { type: 'tool', tool: bom.tool, tellsFindings: isReport };
  if (hasComponents) {
    yield {
      type: 'bill-of-materials',
      tool: bom.tool,
      document: bom.toDocument(),
    };
  }
  let count = 0;
  yield* readItems(document, {
    patterns: BODY,
    *read(item) {
      if (item.pattern === 1) {
        const found = parseItem(cyclonedxVulnerabilitySchema, item);
        yield* toCyclonedxFindings(found, { bom, path: item.path });
        return;
      }
      for (const component of flatten(
        parseItem(cyclonedxComponentSchema, item),
      )) {
        count += 1;
        if (count > MAX_COMPONENTS) {
          throw new MalformedItem(
            item.path,
            `is beyond the ${MAX_COMPONENTS} components that are taken`,
          );
        }
        yield toComponentItem(component, bom);
      }
    },
  });
}

async function hasKey(document: JsonDocument, wanted: string) {
  for await (const key of document.topKeys()) {
    if (key === wanted) {
      return true;
    }
  }
  return false;
}

function isPackage(value: unknown): boolean {
  const { data } = cyclonedxComponentSchema.safeParse(value);
  return data !== undefined && !PASSED_TYPES.has(data.type ?? '');
}

function addHead(bom: Bom, item: JsonItem): void {
  const { pattern, value } = item;
  switch (pattern) {
    case 0: {
      const version = z.string().catch('').parse(value);
      if (!SPEC_VERSIONS.test(version)) {
        throw new InputError(
          `At $.specVersion: CycloneDX 1.2 to 1.7 is taken, not '${
            readLine(version) ?? ''
          }'`,
        );
      }
      break;
    }
    case 1: {
      const tools = cyclonedxToolsSchema.safeParse(value).data ?? [];
      const { name, vendor } = tools.at(0) ?? {};
      // As npm has it, which is the command of the vendor `npm`.
      const isCommand = vendor && /^cli$/i.test(name ?? '');
      bom.tool = readLine(isCommand ? `${vendor} ${name}` : name) ?? bom.tool;
      break;
    }
    case 2: {
      const { data } = cyclonedxComponentSchema.safeParse(value);
      bom.rootRef = data?.['bom-ref'] ?? undefined;
      bom.rootVersion = data && toBomPackage(data).version;
      break;
    }
    default: {
      const { data } = cyclonedxComponentSchema.safeParse(value);
      for (const component of data ? flatten(data) : []) {
        const ref = component['bom-ref'];
        if (ref) {
          bom.addPackage(ref, component);
        }
      }
    }
  }
}

function addReferences(bom: Bom, { pattern, value }: JsonItem): void {
  if (pattern === 1) {
    const { data } = cyclonedxVulnerabilitySchema.safeParse(value);
    for (const { ref } of data?.affects ?? []) {
      bom.want(ref);
    }
    return;
  }
  const { data } = cyclonedxDependencySchema.safeParse(value);
  if (data && data.ref === bom.rootRef) {
    bom.setDirect(data.dependsOn ?? []);
  }
}

/** A component and those within it. */
function* flatten(
  component: CyclonedxComponent,
): Generator<CyclonedxComponent> {
  yield component;
  for (const child of component.components ?? []) {
    const { data } = cyclonedxComponentSchema.safeParse(child);
    if (data) {
      yield* flatten(data);
    }
  }
}

function toComponentItem(component: CyclonedxComponent, bom: Bom): ParsedItem {
  if (PASSED_TYPES.has(component.type ?? '')) {
    return { type: 'passed' };
  }
  const { id, name, version } = toBomPackage(component);
  return {
    type: 'component',
    component: {
      tool: bom.tool,
      purl: id?.purl,
      type: id?.type,
      name,
      version,
      dependency: bom.dependencyOf(component['bom-ref'] ?? undefined),
    },
  };
}
