export { PaymentsClient } from './PaymentsClient.js';
export type { PaymentsClientOptions } from './PaymentsClient.js';
export { PaymentsError } from './PaymentsError.js';
export { formatMoney, money, sumMoney } from './money.js';
export type {
  CreatePayment,
  Currency,
  Money,
  Payment,
  PaymentStatus,
  RefundReason,
} from './types.js';
