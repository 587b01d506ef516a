import { CANARY, withCanaries } from './canary';

it('plants a secret in every part of a spec, on a copy', () => {
  const object = {
    metadata: { name: 'x', uid: 'u', annotations: { kept: 'yes' } },
    spec: { driver: { cores: 1 }, sparkConf: { a: 'b' } },
  };
  const before = structuredClone(object);
  const planted: any = withCanaries(object);
  expect(object).toEqual(before);
  expect(planted.spec.driver.env[0].value).toBe(CANARY);
  expect(planted.spec.sparkConf).toMatchObject({ a: 'b' });
  expect(planted.metadata.annotations.kept).toBe('yes');
  expect(planted.data.password).toBe(CANARY);
});
