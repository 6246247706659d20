import type { Entity, EntityLink } from '@backstage/catalog-model';
import { findGaps } from './findGaps';
import { repositoryUrl } from './repositoryUrl';
import { toContacts } from './toContacts';

function entity(
  kind: string,
  metadata: Partial<Entity['metadata']>,
  spec?: Entity['spec'],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'a', ...metadata },
    spec,
  };
}

const link = (title: string, icon?: string): EntityLink => ({
  url: `https://example.org/${encodeURIComponent(title)}`,
  title,
  icon,
});

describe('toContacts', () => {
  const owner = entity('Group', {
    links: [
      link('#payments', 'chat'),
      link('On-call rota', 'alert'),
      link('Runbooks of the team', 'runbook'),
    ],
  });

  it('takes the links of the entity before those of its owner', () => {
    const contacts = toContacts(
      entity('Component', {
        links: [link('#payments-incidents'), link('How to mend it', 'runbook')],
      }),
      owner,
    );
    expect(contacts.chat?.title).toBe('#payments-incidents');
    expect(contacts.onCall?.title).toBe('On-call rota');
    expect(contacts.runbook?.title).toBe('How to mend it');
  });

  it('gives no runbook of all that a team has for one thing of it', () => {
    expect(toContacts(entity('Component', {}), owner).runbook).toBeUndefined();
  });
});

describe('findGaps', () => {
  const titles = (...args: Parameters<typeof findGaps>) =>
    findGaps(...args).map(({ title }) => title);

  it('lists once what people will look for', () => {
    expect(titles(entity('Component', {}, { type: 'service' }))).toEqual([
      'No description',
      'No docs',
      'No runbook',
      'No on-call contact',
      'No chat channel',
    ]);
  });

  it('asks nothing that makes no sense for the kind', () => {
    const described = { description: 'What it is' };
    expect(titles(entity('Resource', described))).toEqual([]);
    expect(
      titles(
        entity(
          'Component',
          {
            ...described,
            annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
            links: [link('#design', 'chat')],
          },
          { type: 'library' },
        ),
      ),
    ).toEqual([]);
  });
});

it.each([
  ['url:https://git.example.org/acme/a/', 'https://git.example.org/acme/a/'],
  ['file:/tmp/a', undefined],
  [undefined, undefined],
])('reads the repository of %s', (location, url) => {
  const annotations: Record<string, string> =
    location === undefined ? {} : { 'backstage.io/source-location': location };
  expect(repositoryUrl(entity('Component', { annotations }))).toBe(url);
});
