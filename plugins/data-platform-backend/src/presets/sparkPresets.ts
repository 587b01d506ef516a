import { Config } from '@backstage/config';
import { Presets } from '@millrace/backstage-plugin-data-platform-common';

const DEFAULT_VERSION = '4.0.1';
const LANGUAGES = ['Java', 'Scala', 'Python', 'R'];

/** An example that ships with Spark's own image of that version. */
function examplesOf(version: string): Presets['spark']['examples'] {
  const scala = version.startsWith('3.') ? '2.12' : '2.13';
  return [
    {
      id: 'spark-pi',
      title: 'Approximate pi (Scala)',
      language: 'Scala',
      mainApplicationFile: `local:///opt/spark/examples/jars/spark-examples_${scala}-${version}.jar`,
      mainClass: 'org.apache.spark.examples.SparkPi',
      arguments: ['1000'],
    },
    {
      id: 'pyspark-pi',
      title: 'Approximate pi (Python)',
      language: 'Python',
      mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
      arguments: ['100'],
    },
  ];
}

/**
 * What the template for a Spark job offers; from `dataPlatform.spark`, with defaults that run on any cluster that can
 * pull from Docker Hub.
 * @throws Error that names the key
 */
export function readSparkPresets(root: Config): Presets['spark'] {
  const config = root.getOptionalConfig('dataPlatform.spark');
  const versions = config?.getOptionalStringArray('versions') ?? [
    DEFAULT_VERSION,
  ];
  const images =
    config?.getOptionalStringArray('images') ??
    versions.map(version => `apache/spark:${version}`);
  const examples = config?.getOptionalConfigArray('examples')?.map(readExample);
  return {
    versions,
    images,
    examples: examples ?? examplesOf(versions[0] ?? DEFAULT_VERSION),
  };
}

function readExample(
  config: Config,
): NonNullable<Presets['spark']['examples']>[number] {
  const language = config.getString('language');
  if (!LANGUAGES.includes(language)) {
    throw new Error(
      `dataPlatform.spark.examples: language "${language}" is none of ${LANGUAGES.join(
        ', ',
      )}`,
    );
  }
  const mainClass = config.getOptionalString('mainClass');
  const args = config.getOptionalStringArray('arguments');
  return {
    id: config.getString('id'),
    title: config.getString('title'),
    language,
    mainApplicationFile: config.getString('mainApplicationFile'),
    ...(mainClass && { mainClass }),
    ...(args && { arguments: args }),
  };
}
