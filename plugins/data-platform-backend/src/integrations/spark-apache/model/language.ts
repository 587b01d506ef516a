import { textAt } from '../../values/field';

export type Language = 'Java' | 'Python' | 'R';

/** Runs a Python program that brings further files. Source: apache/spark PythonRunner. */
export const PYTHON_RUNNER = 'org.apache.spark.deploy.PythonRunner';

/**
 * What the driver runs; Scala is Java here. `keep` leaves the files out and writes `language` in their place.
 * Source: apache/spark-kubernetes-operator SparkAppSubmissionWorker.buildDriverConf.
 */
export function languageOf(spec: unknown): Language {
  const kept = textAt(spec, 'language');
  if (kept === 'Python' || kept === 'R') {
    return kept;
  }
  if (textAt(spec, 'jars')) {
    return 'Java';
  }
  if (textAt(spec, 'mainClass') === PYTHON_RUNNER || textAt(spec, 'pyFiles')) {
    return 'Python';
  }
  return textAt(spec, 'sparkRFiles') ? 'R' : 'Java';
}
