import { createHash } from 'node:crypto';
import type { PortalComponent } from '../listComponents.ts';
import { cyclonedx, gitleaks, grype, trivy } from './reports.ts';
import type { ScannedPackage } from './reports.ts';
import type { SecurityFixture } from './securityFixture.ts';

/** A report to upload. */
export interface Scan {
  /** The same for the same report. */
  key: string;
  query: Record<string, string>;
  document: object;
}

const dayMs = 24 * 3_600_000;

/**
 * What the scanners tell of each component that is written in a language: what it
 * is made of, which holes are known in that, and whether a secret lies in it.
 * A hole is found in a first scan, days ago, and again in the last one.
 */
export function planScans(
  components: PortalComponent[],
  { security, now }: { security: SecurityFixture; now: Date },
): Scan[] {
  return components.flatMap(component => scansOf(component, { security, now }));
}

function scansOf(
  component: PortalComponent,
  { security, now }: { security: SecurityFixture; now: Date },
): Scan[] {
  const { entityRef, name, tags } = component;
  const language = tags.find(tag => tag in security.packages);
  if (language === undefined) {
    return [];
  }
  const sample = security.components[name];
  const packages: ScannedPackage[] = [
    ...security.packages[language],
    ...(sample?.packages ?? []),
  ].map(purl => ({ purl, vulnerability: security.vulnerabilities[purl] }));
  const tools = sample?.tools ?? ['trivy'];
  const documents = [
    ...(tools.includes('trivy')
      ? [{ tool: 'trivy', kind: ['vulnerability'], document: trivy(packages) }]
      : []),
    ...(tools.includes('grype')
      ? [{ tool: 'grype', kind: [], document: grype(packages) }]
      : []),
    {
      tool: 'gitleaks',
      kind: ['secret'],
      document: gitleaks(sample?.leakedSecret),
    },
  ];
  const scan = (daysAgo: number) =>
    documents.map(({ tool, kind, document }) =>
      toScan({ tool, kind, document, daysAgo }),
    );
  const toScan = (one: {
    tool: string;
    kind: string[];
    document: object;
    daysAgo: number;
  }): Scan => {
    const key = `${name}-${one.tool}-${one.daysAgo}`;
    return {
      key,
      query: {
        entityRef,
        commit: createHash('sha1').update(key).digest('hex'),
        scannedAt: new Date(now.getTime() - one.daysAgo * dayMs).toISOString(),
        category: 'sample',
        ...(one.kind.length > 0 && { kind: one.kind[0] }),
      },
      document: one.document,
    };
  };
  return [
    ...(sample ? scan(sample.foundDaysAgo) : []),
    ...scan(0),
    toScan({
      tool: 'syft',
      kind: [],
      document: cyclonedx(name, packages),
      daysAgo: 0,
    }),
  ];
}
