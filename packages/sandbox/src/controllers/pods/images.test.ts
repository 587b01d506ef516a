import fc from 'fast-check';
import { pullImage } from './images';

it.each([
  'apache/spark:4.0.0',
  'docker.io/apache/spark:3.5.6-scala2.12-java17-ubuntu',
  'spark:4.0.0-python3',
  'ghcr.io/acme/etl:1.4.2',
  'registry.example:5000/team/job',
  'busybox',
])('has %s', image => {
  expect(pullImage(image).outcome).toBe('pulled');
});

it.each([
  ['apache/spark:9.9.9', 'docker.io/apache/spark:9.9.9: not found'],
  ['spark:4.0.0-pyhton3', 'docker.io/library/spark:4.0.0-pyhton3: not found'],
  [
    'ghcr.io/acme/etl:does-not-exist',
    'ghcr.io/acme/etl:does-not-exist: not found',
  ],
  ['ghcr.io/private/etl:1', 'pull access denied'],
  [
    'registry.invalid/team/none:1',
    'failed to do request: Head "https://registry.invalid/v2/team/none/manifests/1": dial tcp: lookup registry.invalid on 10.96.0.10:53: no such host',
  ],
])('does not have %s', (image, cause) => {
  const result = pullImage(image);
  expect(result.outcome).toBe('refused');
  expect('message' in result && result.message).toContain(cause);
});

it('says that a name is none', () => {
  expect(pullImage('Not An Image')).toEqual({
    outcome: 'invalid',
    reason: 'InvalidImageName',
    message:
      'Failed to apply default image tag "Not An Image": couldn\'t parse image name "Not An Image": invalid reference format',
  });
});

it('has an answer for any text', () => {
  fc.assert(
    fc.property(fc.string(), image => {
      expect(['pulled', 'refused', 'invalid']).toContain(
        pullImage(image).outcome,
      );
    }),
  );
});
