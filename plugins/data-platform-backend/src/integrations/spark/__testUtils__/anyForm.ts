import fc from 'fast-check';
import { SparkJobForm } from '../manifest/sparkJobForm';

const text = fc.stringMatching(/^[a-z]{1,12}$/);
const pod = fc.record(
  {
    cores: fc.integer({ min: 1, max: 64 }),
    memory: fc.constantFrom('512m', '2g'),
    memoryOverhead: fc.constantFrom('384m', '1g'),
    coreRequest: fc.constantFrom('500m', '1'),
    coreLimit: fc.constantFrom('64', '100'),
  },
  { requiredKeys: [] },
);
/** Whatever the form of a job can hold. */
export const anyForm: fc.Arbitrary<SparkJobForm> = fc.record(
  {
    name: text,
    language: fc.constantFrom('Java', 'Scala', 'Python', 'R'),
    mainApplicationFile: text,
    image: text,
    sparkVersion: fc.constantFrom('3.5.3', '4.0.0'),
    mainClass: text,
    arguments: fc.array(text),
    imagePullSecrets: fc.array(text),
    driver: pod,
    executor: pod,
    dynamic: fc.record({
      min: fc.nat({ max: 3 }),
      max: fc.integer({ min: 3, max: 9 }),
    }),
    retries: fc.nat({ max: 5 }),
    ttlSeconds: fc.nat(),
    schedule: fc.record({ cron: fc.constantFrom('@daily', '0 2 * * *') }),
    secrets: fc.array(fc.record({ name: text })),
    secretEnv: fc.array(fc.record({ variable: text, secret: text, key: text })),
    configMaps: fc.array(fc.record({ name: text })),
    sparkConf: fc.dictionary(text, text),
  },
  {
    requiredKeys: [
      'name',
      'language',
      'mainApplicationFile',
      'image',
      'sparkVersion',
    ],
  },
);
