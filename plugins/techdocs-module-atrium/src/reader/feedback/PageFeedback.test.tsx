import { fireEvent, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PutFeedback } from '@atrium/plugin-techdocs-common';
import {
  findPageBody,
  renderAddon,
  settle,
} from '../../__testUtils__/renderAddon';
import { PageFeedback } from './PageFeedback';

const article = '<h1>Runbook</h1><p>On call</p>';
const answeredAt = '2026-11-29T08:00:00.000Z';
const page = {
  entityRef: 'component:default/payment-service',
  path: 'runbook/',
};

const reader = {
  getOwnFeedback: jest.fn(async () => ({})),
  putFeedback: jest.fn(async ({ isHelpful, comment }: PutFeedback) => ({
    answer: { isHelpful, comment: comment || undefined, answeredAt },
  })),
};

beforeEach(() => jest.clearAllMocks());

it('takes an answer, then a comment, and lets both be changed', async () => {
  const user = userEvent.setup();
  renderAddon(<PageFeedback />, { article, path: 'runbook', reader });
  const body = within(await findPageBody());
  await user.click(await body.findByRole('button', { name: 'No' }));
  expect(reader.putFeedback).toHaveBeenLastCalledWith({
    ...page,
    isHelpful: false,
    comment: '',
  });
  expect(await body.findByText(/Your answer is saved/)).toBeInTheDocument();
  expect(body.getByRole('button', { name: 'No' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // The keyboard of the test library does not reach into a shadow root.
  fireEvent.change(
    body.getByLabelText('What is missing or wrong? (optional)'),
    { target: { value: 'No fees' } },
  );
  await user.click(body.getByRole('button', { name: 'Send comment' }));
  expect(reader.putFeedback).toHaveBeenLastCalledWith({
    ...page,
    isHelpful: false,
    comment: 'No fees',
  });
  await user.click(body.getByRole('button', { name: 'Yes' }));
  expect(reader.putFeedback).toHaveBeenLastCalledWith({
    ...page,
    isHelpful: true,
    comment: 'No fees',
  });
  expect(body.queryByRole('link', { name: 'See all feedback' })).toBeNull();
});

it('shows what the person answered before, and owners the way to all', async () => {
  renderAddon(<PageFeedback />, {
    article,
    path: 'runbook/',
    isOwner: true,
    reader: {
      ...reader,
      getOwnFeedback: async () => ({
        answer: { isHelpful: true, comment: 'Short', answeredAt },
      }),
    },
  });
  const body = within(await findPageBody());
  expect(await body.findByLabelText('What helped? (optional)')).toHaveValue(
    'Short',
  );
  expect(
    await body.findByRole('link', { name: 'See all feedback' }),
  ).toHaveAttribute(
    'href',
    '/docs/feedback?entity=component%3Adefault%2Fpayment-service',
  );
});

it('says when an answer was not saved, and is no burden where it cannot be', async () => {
  const user = userEvent.setup();
  renderAddon(<PageFeedback />, {
    article,
    path: 'runbook/',
    reader: {
      ...reader,
      putFeedback: async () => {
        throw new Error('The portal is away');
      },
    },
  });
  const body = within(await findPageBody());
  await user.click(await body.findByRole('button', { name: 'Yes' }));
  expect(
    await body.findByText(/was not saved: The portal is away/),
  ).toBeInTheDocument();
});

it('leaves the page alone when nobody answers', async () => {
  renderAddon(<PageFeedback />, {
    article,
    path: 'runbook/',
    reader: {
      ...reader,
      getOwnFeedback: async () => {
        throw new Error('The portal is away');
      },
    },
  });
  const body = await findPageBody();
  await within(body).findByText('On call');
  await settle();
  expect(body.querySelector('.atrium-feedback')).toBeNull();
});
