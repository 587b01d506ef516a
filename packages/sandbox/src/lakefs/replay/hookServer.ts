import { WebhookAnswer, WebhookRequest } from '../actions/WebhookClient';

const REJECTION =
  '{"error":"contract violation","column":"price","expected":"decimal(10,2)","found":"string"}';

function answer(status: number, type?: string, body?: string): WebhookAnswer {
  return {
    status,
    body,
    headers: {
      ...(body !== undefined && { 'Transfer-Encoding': 'chunked' }),
      Connection: 'keep-alive',
      ...(type && { 'Content-Type': type }),
      Date: 'Sun, 22 Nov 2026 08:50:15 GMT',
      'Keep-Alive': 'timeout=1',
    },
  };
}

/** The webhooks of the recording. */
export function hookServer({
  path,
}: WebhookRequest): WebhookAnswer | Promise<WebhookAnswer> {
  switch (path.split('?')[0]) {
    case '/reject':
      return answer(400, 'application/json', REJECTION);
    case '/hang':
      return new Promise(() => {});
    case '/html':
      return answer(
        200,
        'text/html',
        '<!doctype html><html><body><h1>Welcome</h1></body></html>',
      );
    case '/html502':
      return answer(
        502,
        'text/html',
        '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
      );
    case '/empty204':
      return answer(204);
    case '/reset':
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    case '/x':
      throw Object.assign(new Error('refused'), {
        code: 'ECONNREFUSED',
        address: 'hooks.example',
        port: 8081,
      });
    case '/gone':
      return answer(404, 'text/plain', 'no such hook');
    default:
      return answer(200, 'application/json', '{"ok":true}');
  }
}
