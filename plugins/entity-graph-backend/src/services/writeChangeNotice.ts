import type {
  AffectedNode,
  AffectedTeam,
  Impact,
  ImpactReason,
} from '@atrium/plugin-entity-graph-common';

const REASONS: Record<ImpactReason, string> = {
  critical: 'critical tier',
  important: 'important tier',
  'budget-spent': 'error budget spent',
  'budget-low': 'error budget low',
  costly: 'among the costliest',
  direct: 'depends on it directly',
};

/** The words for what makes a failure matter. */
export function describeReasons(reasons: readonly ImpactReason[]): string {
  return reasons.map(reason => REASONS[reason]).join(', ');
}

/**
 * The impact of a failure or a change as Markdown, to be sent to those whom it
 * concerns.
 */
export function writeChangeNotice(impact: Impact): string {
  const { affected, at, entity, facts, hops, leftOut, teams } = impact;
  const title = escape(entity.title ?? entity.name);
  const lines = [
    `# Change notice: ${title}`,
    '',
    affected.length === 0
      ? `Nothing in the catalog depends on ${title}.`
      : `If ${title} fails, ${count(
          affected.length,
          'entity',
          'entities',
        )} of ${count(
          teams.length,
          'team',
          'teams',
        )} can fail with it, within ${count(hops, 'hop', 'hops')}.`,
    '',
    `- Entity: \`${entity.entityRef}\``,
    `- Owner: ${escape(entity.ownerTitle ?? entity.ownerRef ?? 'nobody')}`,
    `- Written: ${formatInstant(at)} UTC`,
    ...(facts === 'unavailable'
      ? ['- Error budgets and cost were not available for this notice.']
      : []),
    ...(leftOut > 0 ? [`- Not listed, for their number: ${leftOut} more`] : []),
  ];
  return [
    ...lines,
    ...(affected.length > 0
      ? [...writeTeams(teams), ...writeAffected(affected)]
      : []),
    '',
  ].join('\n');
}

function writeTeams(teams: AffectedTeam[]): string[] {
  return [
    '',
    '## Teams to call',
    '',
    '| Team | Affected | Contact |',
    '| --- | --: | --- |',
    ...teams.map(({ title, ownerRef, entities, contacts }) =>
      row([
        escape(title ?? ownerRef ?? 'No owner'),
        String(entities),
        contacts
          .map(
            contact =>
              `[${escape(contact.title)}](<${contact.url.replace(
                /[<>\s]/g,
                '',
              )}>)`,
          )
          .join(', '),
      ]),
    ),
  ];
}

function writeAffected(affected: AffectedNode[]): string[] {
  return [
    '',
    '## What can fail, heaviest first',
    '',
    '| Entity | Kind | Owner | Hops | Weight | Why | By way of |',
    '| --- | --- | --- | --: | --: | --- | --- |',
    ...affected.map(node =>
      row([
        escape(node.title ?? node.name),
        node.kind,
        escape(node.ownerTitle ?? node.ownerRef ?? 'nobody'),
        String(node.hops),
        String(node.weight),
        describeReasons(node.reasons),
        node.via.map(escape).join(' → '),
      ]),
    ),
  ];
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Titles come from repositories: they are text, no table, link or HTML. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, character => `\\${character}`);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** As the pages of the portal write it. */
function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(instant));
}
