import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';

type Input = Record<string, unknown>;

/** A request for the domain `sales`, with changes. */
export function domainRequest(
  input: Input = {},
  more: Partial<OperationRequest> = {},
): OperationRequest {
  return {
    operation: 'domain:create',
    input: {
      name: 'sales',
      title: 'Sales',
      owner: 'group:default/sales-team',
      cluster: 'eu-1',
      quotaPreset: 'small',
      roles: { viewers: ['group:default/analysts'] },
      ...input,
    },
    ...more,
  };
}

/** A request for the product `orders` in `sales`, with changes. */
export function productRequest(input: Input = {}): OperationRequest {
  return {
    operation: 'product:create',
    input: {
      name: 'orders',
      domain: 'domain:default/sales',
      outputPort: { name: 'orders-daily' },
      ...input,
    },
  };
}

/** A request for the job `orders-daily` of `orders`, with changes. */
export function jobRequest(input: Input = {}): OperationRequest {
  return {
    operation: 'spark-job:create',
    input: {
      name: 'orders-daily',
      product: 'system:default/orders',
      example: 'pyspark-pi',
      executor: { instances: 2, cores: 1, memory: '1g' },
      ...input,
    },
  };
}
