import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { JsonDocument } from '../../json/JsonDocument';
import type { JsonItem, JsonPattern } from '../../json/JsonWalker';
import { readLine } from '../../model/text';
import type { ParsedItem } from '../ParsedItem';
import { MalformedItem, parseItem, readItems } from '../readItems';
import { Bom, MAX_COMPONENTS, toBomPackage } from './Bom';
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
];
const GRAPH: JsonPattern[] = [['dependencies', '*']];
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
 */
export async function* readCyclonedx(
  document: JsonDocument,
): AsyncGenerator<ParsedItem> {
  const bom = new Bom();
  let hasComponents = false;
  // What is malformed is told by the last reading.
  for await (const item of document.items(HEAD)) {
    hasComponents ||= item.pattern === 3 && isPackage(item.value);
    addHead(bom, item);
  }
  for await (const item of document.items(GRAPH)) {
    const { data } = cyclonedxDependencySchema.safeParse(item.value);
    if (data && data.ref === bom.rootRef) {
      bom.setDirect(data.dependsOn ?? []);
    }
  }
  yield { type: 'tool', tool: bom.tool };
  if (hasComponents) {
    yield { type: 'bill-of-materials', tool: bom.tool };
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
      bom.tool = readLine(tools.at(0)?.name) ?? bom.tool;
      break;
    }
    case 2: {
      const { data } = cyclonedxComponentSchema.safeParse(value);
      bom.rootRef = data?.['bom-ref'] ?? undefined;
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
