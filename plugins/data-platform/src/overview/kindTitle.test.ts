import {
  agoFrom,
  sourceFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { kindTitleOf } from './kindTitle';

const [source] = sourceFixtures(agoFrom(0));
const apache = (state: 'watching' | 'dormant') => ({
  ...source,
  kinds: [
    ...source.kinds,
    { kind: 'SparkApplication', group: 'spark.apache.org', state },
    { kind: 'SparkApplication', group: 'other.example', state },
  ],
});

describe('kindTitleOf', () => {
  it('names a kind by itself where there is one of that name', () => {
    const titleOf = kindTitleOf([source, apache('dormant')]);
    expect(titleOf('SparkApplication', 'sparkoperator.k8s.io')).toBe(
      'SparkApplication',
    );
    expect(titleOf('Unheard', 'x')).toBe('Unheard');
  });

  it('tells two of one name apart', () => {
    const titleOf = kindTitleOf([apache('watching')]);
    expect(titleOf('SparkApplication', 'spark.apache.org')).toBe(
      'SparkApplication (Apache)',
    );
    expect(titleOf('SparkApplication', 'sparkoperator.k8s.io')).toBe(
      'SparkApplication (Kubeflow)',
    );
    expect(titleOf('SparkApplication', 'other.example')).toBe(
      'SparkApplication (other.example)',
    );
    expect(titleOf('ScheduledSparkApplication', 'sparkoperator.k8s.io')).toBe(
      'ScheduledSparkApplication',
    );
  });
});
