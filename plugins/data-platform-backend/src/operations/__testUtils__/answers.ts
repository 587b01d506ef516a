import { ClusterResponse } from '../../clusters/types';

/** An HTTP answer with a JSON body. */
export function answer(
  code: number,
  body: unknown,
  warnings: readonly string[] = [],
): ClusterResponse {
  return textAnswer(code, JSON.stringify(body), 'application/json', warnings);
}

/** An HTTP answer with any body. */
export function textAnswer(
  code: number,
  text: string,
  contentType: string,
  warnings: readonly string[] = [],
): ClusterResponse {
  return {
    status: code,
    headers: new Headers({ 'content-type': contentType }),
    warnings,
    json: async () => JSON.parse(text),
    text: async () => text,
    async *stream() {
      yield new TextEncoder().encode(text);
    },
  };
}

/** A refusal in Kubernetes' form. */
export function status(options: {
  code: number;
  reason?: string;
  message: string;
  causes?: { field: string; message: string }[];
}): ClusterResponse {
  return answer(options.code, {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code: options.code,
    reason: options.reason ?? 'Forbidden',
    message: options.message,
    ...(options.causes && { details: { causes: options.causes } }),
  });
}
