import type { MetricNames } from './ServiceProfile.ts';

export const httpMetrics: MetricNames = {
  counter: 'http_requests',
  counterHelp: 'Requests answered',
  histogram: 'http_request_duration_seconds',
  histogramHelp: 'How long answering a request took',
  outcome: 'code',
  done: '200',
  refused: '404',
  failed: '500',
  otherOutcomes: ['502'],
};

export const grpcMetrics: MetricNames = {
  counter: 'grpc_server_handled',
  counterHelp: 'Calls answered',
  histogram: 'grpc_server_handling_seconds',
  histogramHelp: 'How long answering a call took',
  outcome: 'grpc_code',
  done: 'OK',
  refused: 'NotFound',
  failed: 'Unavailable',
  otherOutcomes: [],
};

export const messageMetrics: MetricNames = {
  counter: 'messages',
  counterHelp: 'Messages handed over to a provider, or not',
  histogram: 'message_dispatch_seconds',
  histogramHelp: 'From the event to the hand-over to a provider',
  outcome: 'outcome',
  done: 'sent',
  refused: 'suppressed',
  failed: 'failed',
  otherOutcomes: [],
};
