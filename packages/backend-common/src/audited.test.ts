import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { audited, type AuditedChange } from './audited';

const updateNotes = createPermission({
  name: 'notes.update',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});
const manageNotes = createPermission({
  name: 'notes.manage',
  attributes: {},
});
const payments = 'component:default/payments';
const ledger = 'component:default/ledger';

describe('audited', () => {
  const denied = new Set<string>();
  const records: unknown[] = [];
  const auditor = mockServices.auditor.mock();
  const permissions = mockServices.permissions.mock();
  const work = jest.fn(async () => ({ id: 7 }));

  beforeEach(() => {
    denied.clear();
    records.length = 0;
    work.mockClear();
    permissions.authorize.mockClear();
    auditor.createEvent.mockImplementation(async options => {
      records.push(options);
      return {
        success: async done => {
          records.push(['succeeded', done?.meta]);
        },
        fail: async ({ error }) => {
          records.push(['failed', error.name]);
        },
      };
    });
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission, resourceRef }) => ({
        result: denied.has(`${permission.name} ${resourceRef}`)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
  });

  const handOver = (change?: Partial<AuditedChange<{ id: number }>>) =>
    audited(
      { auditor, permissions },
      {
        eventId: 'note-hand-over',
        meta: { entityRef: payments },
        access: {
          credentials: mockCredentials.user('user:default/priya'),
          permissions: [
            { permission: updateNotes, resourceRef: payments },
            { permission: updateNotes, resourceRef: ledger },
            { permission: manageNotes },
          ],
          refusal: refs => `Ask the owners of ${refs.join(' and ')}`,
        },
        work,
        ...change,
      },
    );

  const opened = {
    eventId: 'note-hand-over',
    severityLevel: 'medium',
    request: undefined,
    meta: { entityRef: payments, changedBy: 'user:default/priya' },
  };

  it('records one success after the work, with what it came to', async () => {
    work.mockImplementationOnce(async () => {
      expect(records).toEqual([opened]);
      return { id: 8 };
    });

    const answer = await handOver({ describe: ({ id }) => ({ noteId: id }) });

    expect(answer).toEqual({ id: 8 });
    expect(records).toEqual([opened, ['succeeded', { noteId: 8 }]]);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('names all that is refused, does no work, and records the failure', async () => {
    denied.add(`notes.update ${ledger}`);
    denied.add(`notes.update ${payments}`);

    await expect(handOver()).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: `Ask the owners of ${payments} and ${ledger}`,
    });

    expect(work).not.toHaveBeenCalled();
    expect(records).toEqual([opened, ['failed', 'NotAllowedError']]);
  });

  it('refuses whoever lacks a permission that is about no resource', async () => {
    denied.add('notes.manage undefined');

    await expect(handOver()).rejects.toMatchObject({
      message: 'Ask the owners of ',
    });

    expect(work).not.toHaveBeenCalled();
  });

  it('records that the work failed, and passes its error on', async () => {
    const error = new ConflictError('The note is gone');
    work.mockRejectedValueOnce(error);

    await expect(handOver()).rejects.toBe(error);

    expect(records).toEqual([opened, ['failed', 'ConflictError']]);
  });

  it('records the work of whoever has no account', async () => {
    await handOver({ access: undefined, severityLevel: 'low' });

    expect(permissions.authorize).not.toHaveBeenCalled();
    expect(records).toEqual([
      { ...opened, severityLevel: 'low', meta: { entityRef: payments } },
      ['succeeded', undefined],
    ]);
  });

  it('names a program by its subject', async () => {
    await handOver({
      access: {
        credentials: mockCredentials.service('external:contracts'),
        permissions: [],
        refusal: () => '',
      },
    });

    expect(records[0]).toMatchObject({
      meta: { changedBy: 'external:contracts' },
    });
  });
});
