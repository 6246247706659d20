import { fireEvent, waitFor } from '@testing-library/react';
import { findPageBody, renderAddon } from '../../__testUtils__/renderAddon';
import { FollowContents } from './FollowContents';

const sidebar = `<div class="md-sidebar md-sidebar--secondary"><nav>
  <a class="md-nav__link" href="#fees">Fees</a>
  <a class="md-nav__link" href="#r%C3%BCckgabe">Rückgabe</a>
</nav></div>`;
const article = `<h1>Refund</h1><h2 id="fees">Fees</h2><h2 id="rückgabe">Rückgabe</h2>`;

it('marks the section that is read in the table of contents', async () => {
  renderAddon(<FollowContents />, { article, sidebar });
  const body = await findPageBody();
  const place = (id: string, top: number) => {
    const heading = body.querySelector<HTMLElement>(`[id="${id}"]`);
    jest
      .spyOn(heading ?? body, 'getBoundingClientRect')
      .mockReturnValue(new DOMRect(0, top, 100, 20));
  };
  const current = () =>
    [...body.querySelectorAll('[aria-current="location"]')].map(
      link => link.textContent,
    );

  place('fees', 300);
  place('rückgabe', 900);
  fireEvent.scroll(window);
  await waitFor(() => expect(current()).toEqual([]));

  place('fees', 10);
  fireEvent.scroll(window);
  await waitFor(() => expect(current()).toEqual(['Fees']));

  place('fees', -800);
  place('rückgabe', -50);
  fireEvent.scroll(window);
  await waitFor(() => expect(current()).toEqual(['Rückgabe']));
});
