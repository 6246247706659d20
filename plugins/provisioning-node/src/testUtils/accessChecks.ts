import assert from 'node:assert/strict';
import { atEachPoint, type RunCheck } from './lifeChecks';

/** What people have of it between its beginning and its end. */
export const accessChecks: RunCheck[] = [
  {
    name: 'changes it, once however often it is asked, and keeps the data',
    async work(run) {
      const { driver } = run.subject;
      const changed = run.changedTarget;
      assert.notEqual(changed.fingerprint, run.target.fingerprint);
      await run.create();
      await keepValue(run);
      const before = await run.settle(changed);
      assert.ok(before.status === 'present');
      assert.equal(before.fingerprint, run.target.fingerprint);
      for (let time = 0; time < 2; time += 1) {
        await run.call(() => driver.update(changed, run.context()));
        await run.expectPresent(changed);
      }
      await expectKeptValue(run, changed);
      await run.delete(changed);
    },
  },
  {
    name: 'goes on after a change that was cut short anywhere',
    async work(run) {
      const { driver } = run.subject;
      const changed = run.changedTarget;
      await run.create();
      await atEachPoint(run, {
        prepare: () => driver.update(run.target, run.context()),
        call: context => driver.update(changed, context),
        async afterwards() {
          await run.settle(changed);
          await run.call(() => driver.update(changed, run.context()));
          await run.expectPresent(changed);
          await run.expectUsable(changed);
        },
      });
      await run.delete(changed);
    },
  },
  {
    name: 'gives it other credentials, and those before are refused',
    async work(run) {
      const { driver } = run.subject;
      if (!run.target.credentials) {
        return;
      }
      await run.create();
      await keepValue(run);
      const before = await run.readAccess();
      const second = run.withGeneration(2);
      await run.call(() => driver.rotate(second, run.context()));
      await run.expectRefused(before);
      await run.call(() => driver.rotate(second, run.context()));
      await run.expectPresent(second);
      await run.expectRefused(before);
      await expectKeptValue(run, second);
      await run.delete(second);
    },
  },
  {
    name: 'goes on after a rotation that was cut short anywhere',
    async work(run) {
      const { driver } = run.subject;
      if (!run.target.credentials) {
        return;
      }
      await run.create();
      let generation = 1;
      await atEachPoint(run, {
        async prepare() {
          generation += 1;
        },
        call: context => driver.rotate(run.withGeneration(generation), context),
        async afterwards() {
          const target = run.withGeneration(generation);
          await run.call(() => driver.rotate(target, run.context()));
          await run.expectPresent(target);
          await run.expectUsable(target);
        },
      });
      await run.delete();
    },
  },
  {
    name: 'takes access away and gives it back, while the data stays',
    async work(run) {
      const { driver, checksPasswords = true } = run.subject;
      if (!driver.suspend || !driver.resume) {
        return;
      }
      await run.create();
      await keepValue(run);
      const access = await run.readAccess();
      const open = await run.connect();
      const suspended = { ...run.target, access: 'suspended' } as const;
      for (let time = 0; time < 2; time += 1) {
        await run.call(async () => driver.suspend?.(suspended, run.context()));
        await run.expectPresent(suspended);
      }
      if (open) {
        await assert.rejects(open.write('late'), 'a connection was left open');
        await open.close().catch(() => undefined);
      }
      await run.expectRefused(access);
      await run.call(() => driver.create(suspended, run.context()));
      await run.expectPresent(suspended);
      if (checksPasswords) {
        await run.expectRefused(access);
      }
      for (let time = 0; time < 2; time += 1) {
        await run.call(async () => driver.resume?.(run.target, run.context()));
        await run.expectPresent();
      }
      await expectKeptValue(run, run.target);
      await run.delete();
    },
  },
  {
    name: 'keeps credentials that somebody has taken, and the portal does not have',
    async work(run) {
      const { driver } = run.subject;
      if (!run.target.credentials) {
        return;
      }
      await run.create();
      const access = await run.readAccess();
      const taken = { credentials: undefined };
      const changed = run.changedTarget;
      await run.call(() =>
        driver.update({ ...changed, ...taken }, run.context()),
      );
      await run.expectPresent(changed);
      await run.expectLetIn(access);
      if (driver.suspend && driver.resume) {
        const suspended = { ...changed, access: 'suspended' } as const;
        await run.call(async () => driver.suspend?.(suspended, run.context()));
        await run.expectRefused(access);
        await run.call(async () =>
          driver.resume?.({ ...changed, ...taken }, run.context()),
        );
        await run.expectPresent(changed);
        await run.expectLetIn(access);
      }
      await run.delete(changed);
    },
  },
  {
    name: 'keeps the data of a snapshot when the resource is removed',
    async work(run) {
      const { driver } = run.subject;
      if (!driver.snapshot) {
        return;
      }
      await run.create();
      await keepValue(run);
      const context = run.context();
      const place = await run.call(async () =>
        driver.snapshot?.(run.target, context),
      );
      assert.ok(place, 'does not say where');
      const again = await run.call(async () =>
        driver.snapshot?.(run.target, context),
      );
      assert.deepEqual(again, place, 'one step made two snapshots');
      await run.expectPresent();
      await run.expectUsable();
      await run.delete();
      await run.expectStatus('absent');
    },
  },
];

type Run = Parameters<RunCheck['work']>[0];

async function keepValue(run: Run): Promise<void> {
  const connection = await run.connect();
  await connection?.write('kept');
  await connection?.close();
}

async function expectKeptValue(run: Run, target: Run['target']): Promise<void> {
  const connection = await run.connect(target);
  if (connection) {
    assert.equal(await connection.read(), 'kept', 'the data is gone');
    await connection.close();
  }
}
