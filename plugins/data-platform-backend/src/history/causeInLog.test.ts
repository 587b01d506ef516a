import fc from 'fast-check';
import { causeInLog, logEvidence } from './causeInLog';

const JAVA = `26/11/22 10:00:00 ERROR SparkContext: Error initializing
Exception in thread "main" org.apache.spark.SparkException: Job aborted due to stage failure
	at org.apache.spark.scheduler.DAGScheduler.failJob(DAGScheduler.scala:2785)
Caused by: java.lang.RuntimeException: writing failed
	at org.example.Orders.write(Orders.scala:42)
	... 12 more
Caused by: java.io.FileNotFoundException: s3a://orders/day=2026-11-21: No such file
	at org.apache.hadoop.fs.s3a.S3AFileSystem.open(S3AFileSystem.java:1)
26/11/22 10:00:01 INFO ShutdownHookManager: Shutdown hook called
`;

const PYTHON = `26/11/22 10:00:00 INFO SparkContext: Running
Traceback (most recent call last):
  File "/opt/app/etl.py", line 12, in <module>
    main()
  File "/opt/app/etl.py", line 8, in main
    raise ValueError("no rows for 2026-11-21")
ValueError: no rows for 2026-11-21
26/11/22 10:00:01 INFO ShutdownHookManager: Shutdown hook called
`;

describe('causeInLog', () => {
  it.each([
    [
      'the deepest cause of a Java exception',
      JAVA,
      'Caused by: java.io.FileNotFoundException: s3a://orders/day=2026-11-21: No such file',
    ],
    [
      'the last line of a Python traceback',
      PYTHON,
      'ValueError: no rows for 2026-11-21',
    ],
    [
      'the exception of the main thread',
      'x\nException in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat a.b(C.java:1)\n',
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
    ],
    [
      'a Python exception without a message',
      'Traceback (most recent call last):\n  File "x"\nKeyboardInterrupt\n',
      'KeyboardInterrupt',
    ],
  ])('quotes %s', (_, text, cause) => {
    expect(causeInLog(text)).toBe(cause);
    expect(logEvidence(text)).toEqual([
      { kind: 'log', subject: 'last lines of the driver', message: cause },
    ]);
  });

  it.each(['', 'all is well\n', 'Traceback (most recent call last):\n  File'])(
    'quotes nothing of %j',
    text => {
      expect(causeInLog(text)).toBeUndefined();
      expect(logEvidence(text)).toEqual([]);
      expect(logEvidence(undefined)).toEqual([]);
    },
  );

  it('quotes what is in the log, in one line of bounded length', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(...JAVA.split('\n'), ...PYTHON.split('\n')),
          ),
        ),
        lines => {
          const cause = causeInLog(lines.join('\n')) ?? '';
          expect(cause.length).toBeLessThanOrEqual(400);
          expect(cause).not.toMatch(/[\n\r]/);
        },
      ),
    );
  });
});
