import fc from 'fast-check';

/** From the middle of one summer time to the middle of the next winter. */
export const FIRST_MINUTE = Date.parse('2026-09-01T00:00:00Z') / 60_000;
export const LAST_MINUTE = Date.parse('2026-11-25T00:00:00Z') / 60_000;

const minute = fc.integer({ min: FIRST_MINUTE, max: LAST_MINUTE - 1 });

const rolling = fc
  .constantFrom('1h', '90m', '6h', '1d', '7d', '28d', '30d', '1M', '2M')
  .map(duration => `{ duration: ${duration}, isRolling: true }`);

/** Zones with all there is: changes of clocks, half and quarter hours. */
const calendar = fc
  .record({
    duration: fc.constantFrom('1d', '1w', '2w', '1M', '1Q'),
    start: fc.constantFrom(
      '2026-01-01 00:00:00',
      '2026-01-31 00:00:00',
      '2026-07-05 17:30:00',
    ),
    zone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ),
  })
  .map(
    ({ duration, start, zone }) =>
      `{ duration: ${duration}, isRolling: false, calendar: { startTime: '${start}', timeZone: ${zone} } }`,
  );

const method = fc.oneof(
  fc.constant({ name: 'Occurrences', fields: '' }),
  fc
    .tuple(
      fc.constantFrom('1m', '5m', '7m', '60m'),
      fc.constantFrom('0.5', '0.99', '1'),
    )
    .map(([size, target]) => ({
      name: 'Timeslices',
      fields: `, timeSliceWindow: ${size}, timeSliceTarget: ${target}`,
    })),
  fc.constantFrom('5m', '11m', '60m').map(size => ({
    name: 'RatioTimeslices',
    fields: `, timeSliceWindow: ${size}`,
  })),
);

/** The text of an OpenSLO document. */
const document = fc
  .record({
    window: fc.oneof(rolling, calendar),
    method,
    target: fc.constantFrom('0.5', '0.9', '0.99', '0.9995', '0.999999999'),
  })
  .map(
    ({ window, method: { name, fields }, target }) =>
      (slo: string) =>
        `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${slo} }
spec:
  service: payments
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: push, spec: { series: payments } } }
        total: { metricSource: { type: push, spec: { series: payments } } }
  timeWindow: [${window}]
  budgetingMethod: ${name}
  objectives:
    - { target: ${target}${fields} }
`,
  );

/** An OpenSLO file with several SLOs over the same counts. */
export const sloFile = fc
  .array(document, { minLength: 12, maxLength: 12 })
  .map(documents =>
    documents.map((write, index) => write(`slo-${index}`)).join('---\n'),
  );

/** Counts of minutes close together, which meet and repeat. */
export const burst = fc
  .record({
    start: fc.oneof(
      minute,
      // Around the change of clocks in Berlin, and the end of October.
      fc.constant(Date.parse('2026-10-25T00:00:00Z') / 60_000),
      fc.constant(Date.parse('2026-10-31T22:30:00Z') / 60_000),
    ),
    counts: fc.array(
      fc.record({
        offset: fc.integer({ min: 0, max: 300 }),
        total: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 1_000_000_000 }),
        ),
        badShare: fc.constantFrom(0, 0, 0.001, 0.3, 1),
      }),
      { minLength: 20, maxLength: 120 },
    ),
  })
  .map(({ start, counts }) =>
    counts.map(({ offset, total, badShare }) => ({
      minute: Math.min(start + offset, LAST_MINUTE - 1),
      good: total - Math.floor(total * badShare),
      total,
    })),
  );

/** A time that does not count, to the second. */
export const exclusion = fc
  .record({
    start: minute,
    minutes: fc.integer({ min: 1, max: 3 * 1440 }),
  })
  .map(({ start, minutes }) => ({ from: start, to: start + minutes }));

/** When it is looked at. */
export const instant = fc
  .tuple(
    fc.integer({ min: FIRST_MINUTE + 1440, max: LAST_MINUTE }),
    fc.integer({ min: 0, max: 59_999 }),
  )
  .map(([at, ms]) => new Date(at * 60_000 + ms));
