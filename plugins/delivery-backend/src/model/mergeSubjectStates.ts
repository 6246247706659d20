/** A value of a subject. */
export type FieldValue = string | string[];

/**
 * What is known about a subject, from one event or from all of them.
 *
 * @remarks Merging is commutative, associative and idempotent, so the state
 * after some events is the same in whatever order, and however often, they
 * come. Times keep the earliest or the latest; a field keeps the value of the
 * newest event that has it.
 */
export interface SubjectState {
  /** Milliseconds, by column. */
  times: Record<string, number>;
  fields: Record<string, FieldValue>;
  /** The time of the event that each field was taken from. */
  stamps: Record<string, number>;
  /** The time of the newest event. */
  updatedAt: number;
}

/** Which of several times counts, by column. */
export type TimeRules = Record<string, 'earliest' | 'latest'>;

/** What two states tell together. */
export function mergeSubjectStates(
  rules: TimeRules,
  a: SubjectState,
  b: SubjectState,
): SubjectState {
  const merged: SubjectState = {
    times: { ...a.times },
    fields: { ...a.fields },
    stamps: { ...a.stamps },
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
  };
  for (const [name, time] of Object.entries(b.times)) {
    const present = merged.times[name] ?? time;
    merged.times[name] =
      rules[name] === 'latest'
        ? Math.max(present, time)
        : Math.min(present, time);
  }
  for (const [name, value] of Object.entries(b.fields)) {
    const present = merged.fields[name];
    const stamp = b.stamps[name];
    if (
      present === undefined ||
      stamp > merged.stamps[name] ||
      // Two events of one instant that disagree: any rule will do, as long as
      // it does not look at who came first.
      (stamp === merged.stamps[name] && isGreater(value, present))
    ) {
      merged.fields[name] = value;
      merged.stamps[name] = stamp;
    }
  }
  return merged;
}

function isGreater(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) > JSON.stringify(b);
}
