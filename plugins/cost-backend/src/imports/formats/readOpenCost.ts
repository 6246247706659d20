import type { MessageDescriptor } from '@atrium/common';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import type { Charge } from './Charge';
import { parseDecimal } from './decimals';
import { dayAfter, monthOf } from './instants';
import { isText, sortTags } from './tags';
import { UnreadableFile } from './UnreadableFile';

const MAX_BYTES = 100_000_000;

const textSchema = z
  .string()
  .max(1_000)
  .refine(isText, 'has characters that are no text');

const labelsSchema = z.record(z.string(), z.string()).nullish();

const allocationSchema = z.looseObject({
  name: textSchema,
  properties: z
    .looseObject({
      cluster: textSchema.nullish(),
      namespace: textSchema.nullish(),
      controller: textSchema.nullish(),
      labels: labelsSchema,
      namespaceLabels: labelsSchema,
    })
    .nullish(),
});

/**
 * A day of OpenCost: what `GET /allocation` answered, and what was asked.
 *
 * @remarks The answer does not say its currency, so the source does.
 */
export const openCostDaySchema = z.object({
  day: z.iso.date(),
  currency: z.string(),
  sets: z.array(z.record(z.string(), allocationSchema).nullable()),
});

/** A day of OpenCost as it is kept until it was read. */
export type OpenCostDay = z.input<typeof openCostDaySchema>;

/** The parts of an allocation: each is a charge of its own. */
const PARTS = [
  { sku: 'cpu', category: 'Compute', fields: ['cpuCost', 'cpuCostAdjustment'] },
  { sku: 'ram', category: 'Compute', fields: ['ramCost', 'ramCostAdjustment'] },
  { sku: 'gpu', category: 'Compute', fields: ['gpuCost', 'gpuCostAdjustment'] },
  { sku: 'pv', category: 'Storage', fields: ['pvCost', 'pvCostAdjustment'] },
  {
    sku: 'network',
    category: 'Networking',
    fields: ['networkCost', 'networkCostAdjustment'],
  },
  {
    sku: 'load-balancer',
    category: 'Networking',
    fields: ['loadBalancerCost', 'loadBalancerCostAdjustment'],
  },
  { sku: 'shared', category: 'Other', fields: ['sharedCost'] },
  { sku: 'external', category: 'Other', fields: ['externalCost'] },
];

type Allocation = z.output<typeof allocationSchema>;

/**
 * Reads a day of OpenCost: a charge for each part of an allocation that costs
 * something.
 *
 * @throws UnreadableFile
 */
export async function readOpenCost(
  path: string,
  problems: ProblemCollector,
): Promise<Charge[]> {
  const { currency, day, sets } = await readDay(path);
  const charges: Charge[] = [];
  let row = 0;
  for (const set of sets) {
    for (const allocation of Object.values(set ?? {})) {
      row += 1;
      charges.push(...toCharges(allocation, { currency, day, problems, row }));
    }
  }
  return charges;
}

async function readDay(path: string) {
  if ((await stat(path)).size > MAX_BYTES) {
    throw new UnreadableFile({
      rule: 'too-large',
      message: words.describe('cost.bill.openCostTooLarge', {
        maxBytes: MAX_BYTES,
      }),
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw notOpenCost(words.describe('cost.bill.openCostJson'));
  }
  const parsed = openCostDaySchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notOpenCost(
      words.describe('cost.bill.notOpenCost', {
        problem: `${issue?.path.join('.')} ${issue?.message}`,
      }),
    );
  }
  return parsed.data;
}

function notOpenCost(message: MessageDescriptor): UnreadableFile {
  return new UnreadableFile({ rule: 'opencost', message });
}

interface ToChargesOptions {
  currency: string;
  day: string;
  problems: ProblemCollector;
  row: number;
}

function toCharges(
  allocation: Allocation,
  { currency, day, problems, row }: ToChargesOptions,
): Charge[] {
  const tags = sortTags(toTags(allocation));
  if ('problem' in tags) {
    problems.add({
      severity: 'error',
      rule: 'tags',
      message: tags.problem,
      row,
      value: allocation.name,
    });
    return [];
  }
  return PARTS.flatMap(({ category, fields, sku }) => {
    const amount = addFields(allocation, fields);
    if (amount === 0) {
      return [];
    }
    const parsed = parseDecimal(String(amount));
    if ('problem' in parsed) {
      problems.add({
        severity: 'error',
        rule: 'decimal-range',
        column: fields[0],
        message: words.describe('cost.bill.costNumber'),
        row,
        value: String(amount),
      });
      return [];
    }
    const cost = parsed.value;
    const cluster = allocation.properties?.cluster || 'kubernetes';
    return [
      {
        month: monthOf(day),
        chargeStart: `${day}T00:00:00Z`,
        chargeEnd: `${dayAfter(day)}T00:00:00Z`,
        provider: 'Kubernetes',
        billingAccountId: cluster,
        subAccountId: allocation.properties?.namespace || undefined,
        subAccountName: undefined,
        serviceName: 'Kubernetes',
        serviceCategory: category,
        region: undefined,
        resourceId: `${cluster}/${allocation.name}`,
        resourceName: allocation.name,
        resourceType: undefined,
        tags: tags.json,
        chargeCategory: 'Usage',
        chargeClass: undefined,
        pricingCategory: undefined,
        commitmentStatus: undefined,
        commitmentId: undefined,
        currency,
        invoiceId: undefined,
        skuId: sku,
        description: undefined,
        chargeFrequency: 'Usage-Based',
        consumedQuantity: undefined,
        consumedUnit: undefined,
        ...{ billed: cost, effective: cost, list: cost, contracted: cost },
        other: undefined,
      },
    ];
  });
}

/** The adjustment brings a list price to what a bill says. */
function addFields(allocation: Allocation, fields: readonly string[]): number {
  let sum = 0;
  for (const field of fields) {
    const value = allocation[field];
    sum += typeof value === 'number' ? value : 0;
  }
  return sum;
}

function toTags({ properties }: Allocation): Map<string, string> {
  const tags = new Map<string, string>();
  const { cluster, controller, labels, namespace, namespaceLabels } =
    properties ?? {};
  for (const [name, value] of Object.entries({
    ...namespaceLabels,
    ...labels,
  })) {
    tags.set(`kubernetes.label.${name}`, value);
  }
  for (const [name, value] of Object.entries({
    cluster,
    controller,
    namespace,
  })) {
    if (value) {
      tags.set(`kubernetes.${name}`, value);
    }
  }
  return tags;
}
