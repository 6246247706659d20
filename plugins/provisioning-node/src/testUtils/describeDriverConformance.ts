import { accessChecks } from './accessChecks';
import { ConformanceRun } from './ConformanceRun';
import type { DriverSubject } from './DriverSubject';
import { lifeChecks } from './lifeChecks';

/** One thing that a driver has to hold. */
export interface ConformanceCheck {
  name: string;
  /** Throws when the driver does not hold it; leaves nothing behind otherwise. */
  run(subject: DriverSubject): Promise<void>;
}

/** All that a driver has to hold, for other test runners than Jest. */
export function listConformanceChecks(): ConformanceCheck[] {
  return [...lifeChecks, ...accessChecks].map(({ name, work }) => ({
    name,
    async run(subject) {
      const run = new ConformanceRun(subject);
      try {
        await work(run);
        run.checkNothingLeaked();
      } finally {
        // What a check that failed left there would disturb the others.
        await subject.driver
          .delete(run.target, run.context())
          .catch(() => undefined);
      }
    },
  }));
}

/**
 * Proves a driver on its provider: one test for each thing that
 * `ResourceDriver` asks of it.
 *
 * @remarks
 *
 * The kit ends calls where a process may be killed: each time that the driver
 * says `progress`. So a driver says it before each change that it makes.
 *
 * @param setUp - Makes the driver and what its proof needs, once.
 */
export function describeDriverConformance(
  name: string,
  setUp: () => Promise<DriverSubject>,
): void {
  const { describe, it, beforeAll, afterAll } = findTestRunner();
  describe(`conformance of ${name}`, () => {
    let subject: DriverSubject | undefined;

    beforeAll(async () => {
      subject = await setUp();
    }, 60_000);

    afterAll(async () => {
      await subject?.close?.();
    });

    const toTest = (check: ConformanceCheck) => async () => {
      if (!subject) {
        throw new Error('The subject could not be set up');
      }
      await check.run(subject);
    };
    for (const check of listConformanceChecks()) {
      it(check.name, toTest(check), 120_000);
    }
  });
}

/** What the kit needs of a test runner. */
interface TestRunner {
  describe(name: string, define: () => void): void;
  it(name: string, run: () => Promise<void>, timeoutMs: number): void;
  beforeAll(run: () => Promise<void>, timeoutMs: number): void;
  afterAll(run: () => Promise<void>): void;
}

/** Jest and others that have the same globals. */
function findTestRunner(): TestRunner {
  const runner: Partial<TestRunner> = globalThis;
  const { describe, it, beforeAll, afterAll } = runner;
  if (!describe || !it || !beforeAll || !afterAll) {
    throw new Error('Run it by Jest, or by what has its globals');
  }
  return { describe, it, beforeAll, afterAll };
}
