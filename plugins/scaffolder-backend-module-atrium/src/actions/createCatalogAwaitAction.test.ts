import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockCredentials } from '@backstage/backend-test-utils';
import { createActionContext } from '../__testUtils__/createActionContext';
import { createCatalogAwaitAction } from './createCatalogAwaitAction';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'refund-service',
    annotations: {
      'backstage.io/managed-by-location':
        'url:http://localhost:7008/acme/refund-service/src/branch/main/catalog-info.yaml',
    },
  },
};

describe('catalog:await', () => {
  const entityRef = 'component:default/refund-service';

  it('waits until the user who runs the template sees the entity', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(entity);
    const ctx = await createActionContext({ entityRef: 'refund-service' });

    await createCatalogAwaitAction({ catalog }).handler(ctx);

    expect(ctx.outputs).toEqual({ entityRef });
    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(3);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(entityRef, {
      credentials: mockCredentials.user(),
    });
    expect(ctx.logger.info).toHaveBeenLastCalledWith(
      expect.stringContaining('acme/refund-service/src/branch/main'),
    );
  });

  it('gives up after the time-out and says what to check', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    const ctx = await createActionContext({ entityRef, timeoutSeconds: 1 });

    await expect(
      createCatalogAwaitAction({ catalog }).handler(ctx),
    ).rejects.toThrow(
      /does not show 'component:default\/refund-service' after 1 s.*catalog-info\.yaml.*discovery.*webhook/,
    );
    expect(ctx.outputs).toEqual({});
  });

  it('stops waiting when the task is cancelled', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    const controller = new AbortController();
    const ctx = await createActionContext(
      { entityRef },
      { signal: controller.signal },
    );

    const waiting = createCatalogAwaitAction({ catalog }).handler(ctx);
    setTimeout(() => controller.abort(), 50);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not wait in a dry run, and refuses an invalid reference', async () => {
    const catalog = catalogServiceMock.mock();
    const action = createCatalogAwaitAction({ catalog });

    const dryRun = await createActionContext({ entityRef }, { isDryRun: true });
    await action.handler(dryRun);
    expect(dryRun.outputs).toEqual({ entityRef });
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();

    await expect(
      action.handler(await createActionContext({ entityRef: 'component:' })),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
