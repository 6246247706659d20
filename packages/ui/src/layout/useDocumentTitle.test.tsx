import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useDocumentTitle } from './useDocumentTitle';

function Part() {
  useDocumentTitle('part', 'orders');
  return null;
}

function Page() {
  const [isOpen, setIsOpen] = useState(false);
  const [tab, setTab] = useState<string>();
  useDocumentTitle('page', tab, 'Resources');
  return (
    <>
      {isOpen && <Part />}
      <button onClick={() => setIsOpen(open => !open)}>Open</button>
      <button onClick={() => setTab('Requests')}>Requests</button>
    </>
  );
}

it('names the part that is open before the page, and the page again after it', async () => {
  const { unmount } = renderInTestApp(<Page />, {
    config: { app: { title: 'Atrium' } },
  });
  const click = (name: string) =>
    userEvent.click(screen.getByRole('button', { name }));
  await screen.findByRole('button', { name: 'Open' });
  expect(document.title).toBe('Resources | Atrium');
  await click('Open');
  expect(document.title).toBe('orders | Resources | Atrium');
  await click('Requests');
  expect(document.title).toBe('orders | Requests | Resources | Atrium');
  await click('Open');
  expect(document.title).toBe('Requests | Resources | Atrium');
  unmount();
  expect(document.title).toBe('Atrium');
});
