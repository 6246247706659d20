import type { MessageDescriptor, MessageValue } from '@atrium/common';
import type {
  CheckDefinition,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import { words } from '../scorecardWords';

const MAX_CHANGES = 100;

const SCORECARD_FIELDS = [
  'title',
  'description',
  'owner',
  'appliesTo',
] as const;

const CHECK_FIELDS = [
  'title',
  'level',
  'weight',
  'expression',
  'appliesTo',
  'countsFrom',
  'category',
  'effort',
  'owner',
] as const;

type Field =
  | `scorecard.${(typeof SCORECARD_FIELDS)[number] | 'levels'}`
  | `check.${(typeof CHECK_FIELDS)[number]}`;

/** What is different about a scorecard, one thing a message. */
export function describeChanges(
  before: ScorecardDefinition | undefined,
  after: ScorecardDefinition,
): MessageDescriptor[] {
  if (!before) {
    return [words.describe('scorecard.change.first')];
  }
  const fields = ({ metadata, spec }: ScorecardDefinition) => ({
    title: metadata.title,
    description: metadata.description,
    owner: spec.owner,
    appliesTo: spec.appliesTo,
  });
  const changes = [
    ...SCORECARD_FIELDS.flatMap(field =>
      describeField(
        `scorecard.${field}`,
        fields(before)[field],
        fields(after)[field],
      ),
    ),
    ...describeLevels(before, after),
    ...describeChecks(before.spec.checks, after.spec.checks),
  ];
  return changes.slice(0, MAX_CHANGES);
}

function describeLevels(
  before: ScorecardDefinition,
  after: ScorecardDefinition,
): MessageDescriptor[] {
  const names = ({ spec }: ScorecardDefinition) =>
    spec.levels.map(({ name, title }) => title ?? name).join(', ') || undefined;
  const changes = describeField(
    'scorecard.levels',
    names(before),
    names(after),
  );
  return changes.length === 0 && isOther(before.spec.levels, after.spec.levels)
    ? [words.describe('scorecard.change.looks')]
    : changes;
}

function describeChecks(
  before: readonly CheckDefinition[],
  after: readonly CheckDefinition[],
): MessageDescriptor[] {
  const known = new Map(before.map(check => [check.name, check]));
  const names = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !names.has(name));
  const order = (checks: readonly CheckDefinition[]) =>
    checks
      .map(({ name }) => name)
      .filter(name => known.has(name) && names.has(name));
  return [
    ...gone.map(({ title }) =>
      words.describe('scorecard.change.checkRemoved', { check: title }),
    ),
    ...after.flatMap(check => {
      const earlier = known.get(check.name);
      return earlier
        ? describeCheck(earlier, check)
        : [
            words.describe('scorecard.change.checkAdded', {
              check: check.title,
            }),
          ];
    }),
    ...(isOther(order(before), order(after))
      ? [words.describe('scorecard.change.order')]
      : []),
  ];
}

function describeCheck(
  before: CheckDefinition,
  after: CheckDefinition,
): MessageDescriptor[] {
  const changes = [
    ...CHECK_FIELDS.flatMap(field =>
      describeField(`check.${field}`, before[field], after[field]),
    ),
    ...(before.description === after.description
      ? []
      : [words.describe('scorecard.change.text')]),
    ...(isOther(before.fix, after.fix)
      ? [words.describe('scorecard.change.fix')]
      : []),
  ];
  return changes.map(change =>
    words.describe('scorecard.change.ofCheck', { check: after.title, change }),
  );
}

function describeField(
  field: Field,
  before: string | number | undefined,
  after: string | number | undefined,
): MessageDescriptor[] {
  return before === after
    ? []
    : [
        words.describe('scorecard.change.field', {
          field: words.describe(`scorecard.change.field.${field}`),
          from: describeValue(field, before),
          to: describeValue(field, after),
        }),
      ];
}

function describeValue(
  field: Field,
  value: string | number | undefined,
): MessageValue {
  if (value === undefined) {
    return words.describe('scorecard.change.none');
  }
  return field === 'check.countsFrom' ? { day: String(value) } : value;
}

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
