import { Fault, sendStatus } from './FakeApiServer';
import { FakeRequest } from './fakeRequest';

/** Never answers. */
export const hang: Fault = () => true;

/** The page of a login or a proxy. */
export const html: Fault = (_, res) => {
  res.writeHead(200, { 'content-type': 'text/html' });
  res.end('<html><body>Please sign in</body></html>');
  return true;
};

/** Promises more than it sends, then closes. */
export const truncate: Fault = (_, res) => {
  res.writeHead(200, {
    'content-type': 'application/json',
    'content-length': '9999',
  });
  res.write('{"metadata":{"resourceVersion":"v1"},"items":[');
  res.socket?.end();
  return true;
};

/** Begins a body and then says nothing more. */
export const stall: Fault = (_, res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  res.write('{"metadata":');
  return true;
};

export const reset: Fault = (_, res) => {
  res.socket?.resetAndDestroy();
  return true;
};

export const redirect: Fault = (_, res) => {
  res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  return true;
};

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_, res) => {
    sendStatus(res, code, 'no', headers);
    return true;
  };

/** Only for the requests that `when` picks. */
export const only =
  (when: (request: FakeRequest) => boolean, fault: Fault): Fault =>
  (request, res, req) =>
    when(request) && fault(request, res, req);
