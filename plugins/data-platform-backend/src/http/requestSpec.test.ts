import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import express from 'express';
import request from 'supertest';
import { requestSpec, servedSpec } from './requestSpec';

const REFUSED = [
  '/v1/resources?limit=none',
  '/v1/resources?unknown=1',
  '/v1/resources?limit=100000',
];

function server(document: typeof spec): express.Express {
  const app = express();
  app.use(createValidatedOpenApiRouter(document) as unknown as express.Router);
  app.use((_req, res) => {
    res.json({ reached: true });
  });
  app.use(((error, _req, res, _next) => {
    res.status(400).json({ message: error.message });
  }) as express.ErrorRequestHandler);
  return app;
}

describe('the OpenAPI document', () => {
  it('is valid, and as strict with requests when it says nothing of answers', async () => {
    // Both are themselves compared with the schema of OpenAPI here.
    const whole = server(structuredClone(spec));
    const cut = server(requestSpec());
    for (const path of REFUSED) {
      const [one, other] = [
        await request(whole).get(path),
        await request(cut).get(path),
      ];
      expect([one.status, other.status]).toEqual([400, 400]);
      expect(other.body).toEqual(one.body);
    }
    const body = { operation: 'spark-job:run', input: 'none' };
    for (const app of [whole, cut]) {
      const good = await request(app).get('/v1/resources?limit=1');
      expect(good.body).toEqual({ reached: true });
      const bad = await request(app).post('/v1/operations').send(body);
      expect(bad.status).toBe(400);
    }
  });

  it('keeps every path, parameter and body but those of systems', () => {
    const shapes = (document: object) =>
      Object.entries((document as typeof spec).paths).map(([path, item]) => [
        path,
        Object.entries(item).map(([method, operation]) => {
          const { responses: _, ...asked } = operation as {
            responses: unknown;
          };
          return [method, asked];
        }),
      ]);
    const whole = shapes(spec).filter(
      ([path]) => !String(path).startsWith('/v1/lakefs/'),
    );
    expect(shapes(requestSpec())).toEqual(whole);
    expect(whole.length).toBeLessThan(Object.keys(spec.paths).length);
    expect(JSON.stringify(requestSpec().paths['/v1/resources'])).not.toContain(
      'application/json',
    );
  });

  it('leaves out a route by the id of a system alone, not by any tag', () => {
    const path = spec.paths['/v1/resources'];
    const tagged = (...tags: string[]) => ({ get: { ...path.get, tags } });
    const paths = {
      '/v1/resources': tagged('live'),
      '/v1/airflow/dags': tagged('live', 'airflow'),
      '/v1/airflows': tagged('airflow'),
    };
    const document = { ...spec, paths } as unknown as typeof spec;
    expect(Object.keys(requestSpec(document).paths)).toEqual([
      '/v1/resources',
      '/v1/airflows',
    ]);
  });

  it('is served whole, with the paths that a client asks for', () => {
    const { paths, components } = servedSpec('/api/data-platform') as {
      paths: Record<string, unknown>;
      components: unknown;
    };
    expect(Object.keys(paths)).toEqual(
      Object.keys(spec.paths).map(path => `/api/data-platform${path}`),
    );
    expect(components).toBe(spec.components);
  });
});
