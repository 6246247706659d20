import type {
  CheckDefinition,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

const MAX_CHANGES = 100;

/** What is different about a scorecard, in words. */
export function describeChanges(
  before: ScorecardDefinition | undefined,
  after: ScorecardDefinition,
): string[] {
  if (!before) {
    return ['Published for the first time'];
  }
  const changes = [
    ...describeField('Title', before.metadata.title, after.metadata.title),
    ...describeField(
      'Description',
      before.metadata.description,
      after.metadata.description,
    ),
    ...describeField('Owner', before.spec.owner, after.spec.owner),
    ...describeField('Rates', before.spec.appliesTo, after.spec.appliesTo),
    ...describeLevels(before, after),
    ...describeChecks(before.spec.checks, after.spec.checks),
  ];
  return changes.slice(0, MAX_CHANGES);
}

function describeLevels(
  before: ScorecardDefinition,
  after: ScorecardDefinition,
): string[] {
  const names = ({ spec }: ScorecardDefinition) =>
    spec.levels.map(({ name, title }) => title ?? name).join(', ') || 'none';
  const changes = describeField('Levels', names(before), names(after));
  return changes.length > 0
    ? changes
    : describeIfOther(
        'Levels look different',
        before.spec.levels,
        after.spec.levels,
      );
}

function describeChecks(
  before: readonly CheckDefinition[],
  after: readonly CheckDefinition[],
): string[] {
  const known = new Map(before.map(check => [check.name, check]));
  const names = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !names.has(name));
  const kept = (checks: readonly CheckDefinition[]) =>
    checks.filter(({ name }) => known.has(name) && names.has(name));
  const order = (checks: readonly CheckDefinition[]) =>
    kept(checks).map(({ name }) => name);
  return [
    ...gone.map(({ title }) => `Check "${title}" removed`),
    ...after.flatMap(check => {
      const earlier = known.get(check.name);
      return earlier
        ? describeCheck(earlier, check)
        : [`Check "${check.title}" added`];
    }),
    ...describeIfOther('Order of checks changed', order(before), order(after)),
  ];
}

function describeCheck(
  before: CheckDefinition,
  after: CheckDefinition,
): string[] {
  const changes = [
    ...describeField('title', before.title, after.title),
    ...describeField('level', before.level, after.level),
    ...describeField('weight', before.weight, after.weight),
    ...describeField('expression', before.expression, after.expression),
    ...describeField('applies to', before.appliesTo, after.appliesTo),
    ...describeField('counts from', before.countsFrom, after.countsFrom),
    ...describeField('category', before.category, after.category),
    ...describeField('effort', before.effort, after.effort),
    ...describeField('owner', before.owner, after.owner),
    ...describeIfOther(
      'description changed',
      before.description,
      after.description,
    ),
    ...describeIfOther('fix changed', before.fix, after.fix),
  ];
  return changes.map(change => `Check "${after.title}": ${change}`);
}

function describeField(
  title: string,
  before: string | number | undefined,
  after: string | number | undefined,
): string[] {
  return before === after
    ? []
    : [`${title} ${before ?? 'none'} to ${after ?? 'none'}`];
}

function describeIfOther(
  words: string,
  before: unknown,
  after: unknown,
): string[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [words];
}
