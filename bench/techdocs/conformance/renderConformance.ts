import { acceptedReason, differenceKey } from './acceptedDifferences.ts';
import type { Difference } from './compareContent.ts';
import { constructOf } from './constructOf.ts';
import type { ComparedPage, ComparedSite } from './runConformance.ts';

function differing(site: ComparedSite): ComparedPage[] {
  return site.pages.filter(({ differences }) => differences.length > 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}%`;
}

function row(cells: (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function reasonOf(
  { site }: ComparedSite,
  { page }: ComparedPage,
  difference: Difference,
): string | undefined {
  return acceptedReason(site.name, page, difference);
}

/** What is left when each difference with a reason is taken away. */
function unexplained(site: ComparedSite, page: ComparedPage): Difference[] {
  return page.differences.filter(
    difference => reasonOf(site, page, difference) === undefined,
  );
}

/** Pages that differ, site by site. */
function renderSites(compared: ComparedSite[]): string {
  const rows = compared.map(site => {
    const differ = differing(site);
    const accepted = differ.filter(
      page => unexplained(site, page).length === 0,
    ).length;
    const pageCount = site.pages.length + site.missing.length;
    const rest = differ.length + site.missing.length - accepted;
    return [
      site.site.name,
      pageCount,
      accepted,
      rest,
      percent(rest, pageCount),
    ];
  });
  const sum = (column: number) =>
    rows.reduce((total, cells) => total + Number(cells[column]), 0);
  return [
    row(['Site', 'Pages', 'Differ for a reason', 'Differ', 'Share']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...rows.map(row),
    row(['All', sum(1), sum(2), sum(3), percent(sum(3), sum(1))]),
  ].join('\n');
}

/** Why pages may differ, and how many do for each reason. */
function renderReasons(compared: ComparedSite[]): string {
  const counts = new Map<string, number>();
  for (const site of compared) {
    for (const page of site.pages) {
      const reasons = page.differences.flatMap(
        difference => reasonOf(site, page, difference) ?? [],
      );
      for (const reason of new Set(reasons)) {
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
  }
  return [
    row(['Reason', 'Pages']),
    row(['---', '---:']),
    ...[...counts].map(row),
  ].join('\n');
}

/** What makes pages differ without a reason, and on how many lines; nothing where none does. */
function renderConstructs(compared: ComparedSite[]): string | undefined {
  const pages = new Map<string, Set<string>>();
  const lines = new Map<string, number>();
  for (const site of compared) {
    for (const page of site.pages) {
      for (const difference of unexplained(site, page)) {
        const name = constructOf(difference);
        lines.set(name, (lines.get(name) ?? 0) + 1);
        pages.set(
          name,
          (pages.get(name) ?? new Set()).add(`${site.site.name}/${page.page}`),
        );
      }
    }
  }
  if (pages.size === 0) {
    return undefined;
  }
  const names = [...pages].sort((a, b) => b[1].size - a[1].size);
  return [
    row(['Construct', 'Pages', 'Lines']),
    row(['---', '---:', '---:']),
    ...names.map(([name, found]) =>
      row([name, found.size, lines.get(name) ?? 0]),
    ),
  ].join('\n');
}

/** What was taken from the settings of the sites for both engines. */
function renderRemoved(compared: ComparedSite[]): string {
  return compared
    .filter(({ removed }) => removed.length > 0)
    .map(({ site, removed }) => `- ${site.name}: ${removed.join(', ')}`)
    .join('\n');
}

/** The result as the tables of the README. */
export function renderConformance(compared: ComparedSite[]): string {
  return [
    renderSites(compared),
    renderConstructs(compared),
    renderReasons(compared),
    'Taken from the settings for both:',
    renderRemoved(compared),
  ]
    .filter(part => part !== undefined)
    .join('\n\n');
}

/** Every difference, and every warning, for whoever works on them. */
export function renderDetails(compared: ComparedSite[]): string {
  return compared
    .flatMap(site => [
      `# ${site.site.name}`,
      ...site.missing.map(page => `missing ${page}`),
      ...differing(site).flatMap(page => [
        `## ${page.page}`,
        ...page.differences.map(difference =>
          [
            difference.side === 'mkdocs' ? '-' : '+',
            differenceKey(difference),
            `[${reasonOf(site, page, difference) ?? constructOf(difference)}]`,
            `${difference.aspect}: ${difference.line}`,
          ].join(' '),
        ),
      ]),
      ...site.warnings.map(
        ({ kind, message, page = '', line = '' }) =>
          `! ${kind} ${page}:${line} ${message}`,
      ),
    ])
    .join('\n');
}
