import { render } from '@testing-library/react';
import { ColumnName } from './ColumnName';

it.each([
  ['BillingCurrency', 'Billing|Currency'],
  ['x_CostCenter', 'x_|Cost|Center'],
  ['SubAccountId', 'Sub|Account|Id'],
  ['SKU', 'SKU'],
])('lets %s break as %s', (name, broken) => {
  const { container } = render(<ColumnName name={name} />);
  expect(container).toHaveTextContent(name);
  expect(container.innerHTML.replaceAll('<wbr>', '|')).toContain(`>${broken}<`);
});
