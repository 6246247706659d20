import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { textOf } from '../DriverText';
import { ProviderRefusal } from '../ProviderRefusal';
import type { CredentialedTarget, DriverContext } from '../ResourceDriver';
import { checkDescription, checkOutputs } from './checkDescription';
import { type ConformanceRun, KilledHere } from './ConformanceRun';

/** A check, as the kit writes it down. */
export interface RunCheck {
  name: string;
  work(run: ConformanceRun): Promise<void>;
}

/** From nothing to nothing again, cut short at each point. */
export const lifeChecks: RunCheck[] = [
  {
    name: 'describes itself by valid schemas',
    async work({ subject }) {
      checkDescription(subject);
    },
  },
  {
    name: 'finds nothing wrong with its own target, and says what it will make',
    async work(run) {
      const { subject, target } = run;
      assert.deepEqual((await subject.driver.check?.(target)) ?? [], []);
      const changes = await run.call(() =>
        subject.driver.describeChanges(target),
      );
      assert.ok(changes.length > 0 && changes.every(Boolean), inspect(changes));
      assert.ok(subject.driver.describeLocation(target.inputs), 'no location');
      await run.expectStatus('absent');
    },
  },
  {
    name: 'makes it, once however often it is asked',
    async work(run) {
      await run.expectStatus('absent');
      await run.create();
      await run.expectUsable();
      await run.create();
      const { outputs } = await run.expectPresent();
      const { driver } = run.subject;
      const secrets =
        (await driver.describeSecrets?.(run.target, outputs)) ?? {};
      checkOutputs(driver.description, { outputs, secrets });
      await run.expectUsable();
      await run.delete();
    },
  },
  {
    name: 'makes it once when two replicas are at it',
    async work(run) {
      const { driver } = run.subject;
      const results = await Promise.allSettled([
        driver.create(run.target, run.context()),
        driver.create(run.target, run.context()),
      ]);
      for (const result of results) {
        run.note(result);
        assert.ok(
          result.status === 'fulfilled' ||
            !(result.reason instanceof ProviderRefusal),
          `refused what another replica was making: ${inspect(result)}`,
        );
      }
      await run.create();
      await run.expectPresent();
      await run.expectUsable();
      await run.delete();
    },
  },
  {
    name: 'goes on after a creation that was cut short anywhere',
    async work(run) {
      const { driver } = run.subject;
      await atEachPoint(run, {
        call: context => driver.create(run.target, context),
        async afterwards() {
          const half = await run.settle();
          assert.notEqual(half.status, 'foreign', inspect(half));
          await run.create();
          await run.expectPresent();
          await run.expectUsable();
          await run.delete();
        },
      });
    },
  },
  {
    name: 'removes all of a creation that was cut short anywhere',
    async work(run) {
      const { driver } = run.subject;
      await atEachPoint(run, {
        call: context => driver.create(run.target, context),
        async afterwards() {
          await run.delete();
          await run.expectStatus('absent');
          assert.ok(!(await isListed(run)), 'still listed');
        },
      });
      await run.delete();
    },
  },
  {
    name: 'removes it, once however often it is asked, and says what',
    async work(run) {
      await run.create();
      const removed = await run.delete();
      assert.ok(removed.length > 0 && removed.every(Boolean), inspect(removed));
      await run.expectStatus('absent');
      await run.delete();
      await run.expectStatus('absent');
    },
  },
  {
    name: 'goes on after a removal that was cut short anywhere',
    async work(run) {
      const { driver } = run.subject;
      await atEachPoint(run, {
        prepare: () => run.create(),
        call: context => driver.delete(run.target, context),
        async afterwards() {
          const half = await run.settle();
          assert.notEqual(half.status, 'foreign', inspect(half));
          await run.delete();
          await run.expectStatus('absent');
        },
      });
    },
  },
  {
    name: 'never touches what is not of this portal',
    async work(run) {
      const { driver, placeForeign } = run.subject;
      const foreign = await placeForeign?.(run.target);
      if (!foreign) {
        return;
      }
      try {
        await run.expectStatus('foreign');
        const calls: (keyof typeof driver)[] = [
          'create',
          'update',
          'rotate',
          'suspend',
          'resume',
          'delete',
        ];
        for (const name of calls) {
          const method = driver[name] as
            | ((
                target: CredentialedTarget,
                context: DriverContext,
              ) => Promise<unknown>)
            | undefined;
          const result = await method
            ?.call(driver, run.target, run.context())
            .catch((error: unknown) => error);
          run.note(result);
          assert.ok(
            name === 'delete' || !method || result instanceof ProviderRefusal,
            `${name} of what is foreign answered ${inspect(result)}`,
          );
          assert.ok(await foreign.isUntouched(), `${name} touched it`);
        }
        assert.ok(!(await isListed(run)), 'listed as one of this portal');
      } finally {
        await foreign.remove();
      }
    },
  },
  {
    name: 'never touches what is of another portal',
    async work(run) {
      const { driver } = run.subject;
      await run.create();
      const target = { ...run.target, installationId: 'another-portal' };
      const seen = await run.settle(target);
      assert.equal(seen.status, 'foreign', inspect(seen));
      const create = await driver
        .create(target, run.context())
        .catch((error: unknown) => error);
      run.note(create);
      assert.ok(create instanceof ProviderRefusal, inspect(create));
      await driver.delete(target, run.context()).catch(run.note.bind(run));
      await run.expectPresent();
      await run.expectUsable();
      await run.delete();
    },
  },
  {
    name: 'finds it in the list of all that is there',
    async work(run) {
      if (run.subject.driver.list) {
        await run.create();
        assert.ok(await isListed(run), 'not listed');
        await run.delete();
        assert.ok(!(await isListed(run)), 'still listed');
      }
    },
  },
  {
    name: 'shows what somebody else changed, and puts it right when asked',
    async work(run) {
      const { driver, tamper, difference } = run.subject;
      await run.create();
      await tamper(run.target);
      const observation = await run.settle();
      assert.ok(observation.status === 'present', inspect(observation));
      assert.match(observation.differences.map(textOf).join('\n'), difference);
      await run.call(() => driver.update(run.target, run.context()));
      await run.expectPresent();
      await run.delete();
    },
  },
];

interface AtEachPointOptions {
  prepare?(): Promise<void>;
  call(context: DriverContext): Promise<unknown>;
  afterwards(): Promise<void>;
}

/** Ends a call at its first point, then at its second, and so on to the last. */
export async function atEachPoint(
  run: ConformanceRun,
  { prepare, call, afterwards }: AtEachPointOptions,
): Promise<void> {
  for (let point = 1; ; point += 1) {
    await prepare?.();
    const result = await call(run.context(point)).then(
      () => 'done',
      (error: unknown) => error,
    );
    run.note(result);
    if (result === 'done') {
      assert.ok(point > 1, 'no progress was said');
      return;
    }
    assert.ok(isKilledHere(result), inspect(result));
    await afterwards();
  }
}

/** A driver may wrap what is thrown inside of it. */
function isKilledHere(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error instanceof KilledHere || isKilledHere(error.cause))
  );
}

async function isListed(run: ConformanceRun): Promise<boolean> {
  const { driver } = run.subject;
  const { resourceId, installationId, providerName, inputs } = run.target;
  for await (const found of driver.list?.(inputs, run.context()) ?? []) {
    if (found.resourceId === resourceId) {
      assert.deepEqual(found, { resourceId, installationId, providerName });
      return true;
    }
  }
  return false;
}
