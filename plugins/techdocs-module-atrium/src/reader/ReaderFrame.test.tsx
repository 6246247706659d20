import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ReaderFrame } from './ReaderFrame';

it.each(['page', 'tab'] as const)(
  'has ready what a failed build means, beside the %s of the stock reader',
  async variant => {
    renderInTestApp(<ReaderFrame variant={variant}>Runbook</ReaderFrame>);
    expect(await screen.findByText('Runbook')).toBeInTheDocument();
    expect(
      screen.getByText(
        'The newest version of this documentation could not be built',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^The last version that was built stays online/),
    ).toBeInTheDocument();
  },
);
