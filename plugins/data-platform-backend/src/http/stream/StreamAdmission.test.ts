import { StreamAdmission } from './StreamAdmission';

describe('StreamAdmission', () => {
  it('gives one person so many places and no more, and others theirs', () => {
    const admission = new StreamAdmission(2, 10);
    const leave = admission.take('user:default/ada');
    admission.take('user:default/ada');
    expect(() => admission.take('user:default/ada')).toThrow(
      'You have 2 live streams open',
    );
    admission.take('user:default/olga');
    leave();
    leave();
    admission.take('user:default/ada');
    expect(() => admission.take('user:default/ada')).toThrow(
      expect.objectContaining({ statusCode: 429 }),
    );
  });

  it('serves so many in all', () => {
    const admission = new StreamAdmission(2, 3);
    const leave = ['a', 'b', 'c'].map(person => admission.take(person))[0];
    expect(() => admission.take('d')).toThrow('as many live streams as it can');
    leave();
    admission.take('d');
  });
});
