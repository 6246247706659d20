import { mockServices } from '@backstage/backend-test-utils';
import { onRepositoryDeleted } from './onRepositoryDeleted';

it('tells of repositories that are gone, and of nothing else', async () => {
  const events = mockServices.events.mock();
  const deleted: string[] = [];
  await onRepositoryDeleted({
    id: 'notes-repositories',
    events,
    logger: mockServices.logger.mock(),
    handle: async url => {
      deleted.push(url);
    },
  });
  const [[{ id, topics, onEvent }]] = events.subscribe.mock.calls;
  expect({ id, topics }).toEqual({
    id: 'notes-repositories',
    topics: ['gitea.repository'],
  });

  const repository = { html_url: 'https://git.acme.example/acme/shop/' };
  for (const eventPayload of [
    { action: 'deleted', repository },
    { action: 'created', repository },
    { action: 'deleted', repository: { html_url: 7 } },
  ]) {
    await onEvent({ topic: 'gitea.repository', eventPayload });
  }
  expect(deleted).toEqual(['https://git.acme.example/acme/shop']);
});
