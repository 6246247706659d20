import { isSearchKey } from './isSearchKey';

function press(init: KeyboardEventInit, html = '<p id="target"></p>') {
  document.body.innerHTML = html;
  const event = new KeyboardEvent('keydown', {
    ...init,
    bubbles: true,
    composed: true,
  });
  const results = { windows: false, apple: false };
  document.addEventListener(
    'keydown',
    pressed => {
      results.windows = isSearchKey(pressed, false);
      results.apple = isSearchKey(pressed, true);
    },
    { once: true },
  );
  document.querySelector('#target')?.dispatchEvent(event);
  return results;
}

it('takes the slash everywhere, and K with the key of the system', () => {
  const both = { windows: true, apple: true };
  expect(press({ key: '/' })).toEqual(both);
  // Some keyboards have the slash above the 7.
  expect(press({ key: '/', shiftKey: true })).toEqual(both);
  expect(press({ key: 'k', ctrlKey: true })).toEqual({
    windows: true,
    apple: false,
  });
  expect(press({ key: 'K', metaKey: true })).toEqual({
    windows: false,
    apple: true,
  });
});

it.each([
  ['another key', { key: 'k' }],
  ['a combination of somebody else', { key: '/', ctrlKey: true }],
  ['the console of the browser', { key: 'K', ctrlKey: true, shiftKey: true }],
  ['a key that is held down', { key: '/', repeat: true }],
])('leaves %s alone', (_, init) => {
  expect(press(init)).toEqual({ windows: false, apple: false });
});

it.each([
  ['a field', '<input id="target">'],
  ['a text', '<textarea id="target"></textarea>'],
  ['a select', '<select id="target"></select>'],
  ['an editor', '<div contenteditable><b id="target"></b></div>'],
  ['a dialog', '<p id="target"></p><div role="dialog"></div>'],
])('leaves the keys to %s', (_, html) => {
  for (const init of [{ key: '/' }, { key: 'k', ctrlKey: true }]) {
    expect(press(init, html).windows).toBe(false);
  }
});
