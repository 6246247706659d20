import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ReferenceEntry } from '../../definition/Reference';
import { ReferenceView } from './ReferenceView';

function entry(name: string, memberCount: number): ReferenceEntry {
  return {
    id: name,
    name,
    kind: 'message',
    isDeprecated: false,
    line: 1,
    members: Array.from({ length: memberCount }, (_, index) => ({
      id: `${name}.field${index}`,
      name: `field${index}`,
      type: ['string'],
      isDeprecated: false,
      line: index + 2,
    })),
  };
}

function show(entries: ReferenceEntry[], path = '/') {
  return renderInTestApp(
    <ReferenceView
      reference={{
        summary: 'proto3',
        groups: [{ title: 'Messages', entries }],
      }}
    />,
    { initialRouteEntries: [path] },
  );
}

describe('ReferenceView', () => {
  beforeAll(() => {
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = jest.fn();
  });

  it('shows all entries of a small definition', async () => {
    await show([entry('Money', 2), entry('Line', 2)]);
    expect(await screen.findByRole('heading', { name: 'Money' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Line' })).toBeVisible();
  });

  it('shows the chosen entry of a large definition', async () => {
    await show([entry('Money', 400), entry('Line', 400)]);
    expect(await screen.findByRole('heading', { name: 'Money' })).toBeVisible();
    expect(screen.getByText(/^100 more/)).toBeVisible();
    await userEvent.click(
      within(screen.getByRole('navigation')).getByRole('button', {
        name: 'Line',
      }),
    );
    expect(await screen.findByRole('heading', { name: 'Line' })).toBeVisible();
    expect(
      screen.queryByRole('heading', { name: 'Money' }),
    ).not.toBeInTheDocument();
  });

  it('shows the member that the address names, however far down', async () => {
    await show([entry('Money', 700)], '/#Money.field650');
    expect(await screen.findByText('field650')).toBeVisible();
    expect(screen.queryByText('field649')).not.toBeInTheDocument();
  });
});
