import { findLink, linkTypes } from './entityLinks';

const link = (title: string, more: { icon?: string; type?: string } = {}) => ({
  url: `https://example.org/${encodeURIComponent(title)}`,
  title,
  ...more,
});

const entityWith = (...links: ReturnType<typeof link>[]) => ({
  metadata: { links },
});

it('finds a link by its type, its icon or its title, in this order', () => {
  const byTitle = link('The runbook');
  const byIcon = link('What helps', { icon: 'runbook' });
  const byType = link('First steps', { icon: 'docs', type: 'runbook' });
  const find = (...links: ReturnType<typeof link>[]) =>
    findLink(entityWith(...links), 'runbook');
  expect(find(byTitle, byIcon, byType)).toBe(byType);
  expect(find(byTitle, byIcon)).toBe(byIcon);
  expect(find(link('Runbooking for beginners'), byTitle)).toBe(byTitle);
  expect(find(link('Website'))).toBeUndefined();
  expect(findLink({ metadata: {} }, 'chat')).toBeUndefined();
});

it('says what links are there for', () => {
  expect(
    linkTypes(
      entityWith(
        link('#payments'),
        link('Grafana', { icon: 'dashboard' }),
        link('Figma', { type: 'design' }),
        link('Rota', { icon: 'alert' }),
      ),
    ),
  ).toEqual(['chat', 'dashboard', 'design', 'on-call']);
});
