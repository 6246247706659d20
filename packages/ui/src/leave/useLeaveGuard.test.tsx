import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useAppLocation, useAppNavigate } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LeaveDialog } from './LeaveDialog';
import { useLeaveGuard } from './useLeaveGuard';

// What a browser has and the one of the tests lacks.
const navigation = new EventTarget();

/** Goes to another page, as by a link; answers whether that was held back. */
function goTo(path: string): boolean {
  const event = Object.assign(new Event('navigate', { cancelable: true }), {
    navigationType: 'push',
    hashChange: false,
    destination: {
      url: new URL(path, window.location.href).href,
      key: '',
      sameDocument: true,
    },
  });
  act(() => {
    navigation.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

/** Closes the page; answers whether the browser asks first. */
function closePage(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

let wasHeldBack: boolean | undefined;

function Form() {
  const [text, setText] = useState('');
  const guard = useLeaveGuard(text !== '');
  const navigate = useAppNavigate();
  return (
    <>
      <input value={text} onChange={event => setText(event.target.value)} />
      <button
        onClick={() => {
          guard.release();
          wasHeldBack = goTo('/saved');
          navigate('/saved');
        }}
      >
        Save
      </button>
      <output>{useAppLocation().pathname}</output>
      <LeaveDialog guard={guard} title="Leave without saving?" />
    </>
  );
}

beforeEach(() => {
  Object.assign(window, { navigation });
  wasHeldBack = undefined;
});
afterEach(() => {
  Reflect.deleteProperty(window, 'navigation');
});

it('asks only whoever has something to lose, and leads on if they like', async () => {
  renderInTestApp(<Form />, { initialRouteEntries: ['/form'] });
  const field = await screen.findByRole('textbox');
  expect([goTo('/other'), closePage()]).toEqual([false, false]);

  await userEvent.type(field, 'a');
  expect([goTo('/other'), closePage()]).toEqual([true, false]);
  expect(
    await screen.findByRole('dialog', { name: 'Leave without saving?' }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
  expect(field).toHaveValue('a');
  expect(closePage()).toBe(true);

  expect(goTo('/other')).toBe(true);
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(
      '/other',
    ),
  );
});

it('lets a form go on by itself, at once', async () => {
  renderInTestApp(<Form />, { initialRouteEntries: ['/form'] });
  await userEvent.type(await screen.findByRole('textbox'), 'a');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(wasHeldBack).toBe(false);
  expect(screen.getByRole('status')).toHaveTextContent('/saved');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(closePage()).toBe(false);
});
