import { render, screen } from '@testing-library/react';
import { CostQuery } from './CostQuery';

const REFUSAL = "Only people of 'Payments' read this";

it.each([
  [REFUSAL, `${REFUSAL}.`],
  ['Unauthorized', 'The people who run the portal can let you in.'],
])('says whom to ask where a backend refuses with "%s"', (message, words) => {
  const error = Object.assign(new Error('Request failed with 403 Forbidden'), {
    statusCode: 403,
    cause: { message },
  });
  render(
    <CostQuery query={{ data: undefined, error, refetch: jest.fn() }}>
      {() => null}
    </CostQuery>,
  );
  expect(screen.getByText(words)).toBeVisible();
});
