import { render } from '@testing-library/react';
import { ScoreChange } from './ScoreChange';

it.each([
  [0.01, '+1 point'],
  [-0.01, '−1 point'],
  [0.005, '+0.5 points'],
  [-0.12, '−12 points'],
  [0.0004, 'No change'],
])('says by how many points a score of %s moved', (change, words) => {
  const { container } = render(<ScoreChange change={change} />);
  expect(container).toHaveTextContent(words);
});
