import { screen, waitFor } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PageHeader } from './PageHeader';

/** A row of 300 px, with a tab every 200 px. */
function lay(tabs: string[]) {
  jest
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(function boxOf(this: Element) {
      const left = Math.max(0, tabs.indexOf(this.textContent ?? '')) * 200;
      const width = this.getAttribute('role') === 'tab' ? 100 : 300;
      return new DOMRect(left, 0, width, 40);
    });
}

describe('PageHeader', () => {
  afterEach(() => jest.restoreAllMocks());

  const tabs = ['One', 'Two', 'Three'];
  const draw = (address: string) =>
    renderInTestApp(
      <PageHeader
        title="Things"
        tabs={tabs.map(label => ({
          id: label,
          label,
          href: `/${label.toLocaleLowerCase('en')}`,
          matchStrategy: 'prefix',
        }))}
      />,
      { initialRouteEntries: [address] },
    );

  it('scrolls the tab that is open to the middle of the row', async () => {
    lay(tabs);
    draw('/three');
    const tab = await screen.findByRole('tab', {
      name: 'Three',
      selected: true,
    });
    // From 400 px, to have 100 px on each side of it.
    expect(tab.closest('.bui-TabListWrapper')?.scrollLeft).toBe(300);
  });

  it('leaves the row where it is while the open tab can be seen', async () => {
    lay(tabs);
    draw('/one');
    const tab = await screen.findByRole('tab', { name: 'One', selected: true });
    expect(tab.closest('.bui-TabListWrapper')?.scrollLeft).toBe(0);
  });

  it('names no panel that is not there', async () => {
    draw('/two');
    const tab = await screen.findByRole('tab', { name: 'Two', selected: true });
    await waitFor(() => expect(tab).not.toHaveAttribute('aria-controls'));
  });
});
