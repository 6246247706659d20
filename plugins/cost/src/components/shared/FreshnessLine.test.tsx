import { screen } from '@testing-library/react';
import { renderCost } from '../../__testUtils__/renderCost';
import { FreshnessLine } from './FreshnessLine';

it('says once by which rate several months are converted', async () => {
  const rate = { currency: 'USD', rate: '0.8912', rateMonth: '2026-07' };
  renderCost(
    <FreshnessLine
      currency="EUR"
      metric="effective"
      freshness={{
        completeUntil: '2026-11-30',
        silentSources: [],
        unconverted: [],
        rates: [
          { ...rate, month: '2026-10' },
          { ...rate, month: '2026-11' },
          {
            currency: 'GBP',
            rate: '1.2',
            month: '2026-11',
            rateMonth: '2026-11',
          },
        ],
      }}
    />,
    {},
  );
  expect(await screen.findByText(/^Converted at/)).toHaveTextContent(
    'Converted at 0.8912 EUR per USD in Oct 2026 and Nov 2026 (rate of Jul 2026), 1.2 EUR per GBP in Nov 2026',
  );
});
