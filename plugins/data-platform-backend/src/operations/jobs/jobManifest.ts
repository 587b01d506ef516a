import {
  Finding,
  Presets,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { stringify } from 'yaml';
import { buildSparkManifest } from '../../integrations/spark-kubeflow';
import { errorAt } from '../findings';
import { contentFindings, readManifest } from '../generic/readManifest';
import { SparkJobInput } from './sparkJobInput';

/** The definition of a job: as text, which is registered, and as the object it says. */
export interface JobManifest {
  text: string;
  manifest: KubernetesManifest;
}

/** The manifest that was pasted, or one from the fields of the form. */
export function jobManifest(
  input: SparkJobInput,
  spark: Presets['spark'],
): { job?: JobManifest; findings: Finding[] } {
  const from =
    input.from ??
    ((input.manifest && 'manifest') || (input.example && 'example'));
  switch (from) {
    case 'manifest':
      return pasted(input.manifest ?? '', input);
    case 'example':
      return built(
        { ...input, language: undefined, mainApplicationFile: undefined },
        spark,
      );
    default:
      return built({ ...input, example: undefined }, spark);
  }
}

function pasted(
  text: string,
  { name }: SparkJobInput,
): { job?: JobManifest; findings: Finding[] } {
  if (!text.trim()) {
    return { findings: [errorAt('manifest', 'Paste a manifest.')] };
  }
  const { manifest, findings } = readManifest(text, 'manifest');
  if (!manifest) return { findings };
  if (manifest.metadata.name !== name) {
    findings.push(
      errorAt(
        'metadata.name',
        `The manifest is called "${manifest.metadata.name}", the job "${name}".`,
        'Give both the same name.',
      ),
    );
  }
  return { job: { text, manifest }, findings };
}

function built(
  input: SparkJobInput,
  spark: Presets['spark'],
): { job?: JobManifest; findings: Finding[] } {
  const example = spark.examples?.find(({ id }) => id === input.example);
  if (input.example && !example) {
    const ids = spark.examples?.map(({ id }) => id).join(', ');
    return {
      findings: [
        errorAt(
          'example',
          `There is no example "${input.example}".`,
          `Choose one of: ${ids}.`,
        ),
      ],
    };
  }
  const language = example?.language ?? input.language;
  const mainApplicationFile =
    example?.mainApplicationFile ?? input.mainApplicationFile;
  const image = input.image ?? spark.images[0];
  const sparkVersion = input.sparkVersion ?? spark.versions[0];
  const lacking = Object.entries({
    language,
    mainApplicationFile,
    image,
    sparkVersion,
  }).flatMap(([field, value]) =>
    value
      ? []
      : [
          errorAt(
            field,
            `${field} is missing.`,
            'Fill it in, choose an example, or paste a manifest.',
          ),
        ],
  );
  if (!language || !mainApplicationFile || !image || !sparkVersion) {
    return { findings: lacking };
  }
  const { name, driver, executor, schedule } = input;
  const dynamic = input.executors === 'fixed' ? undefined : input.dynamic;
  const manifest = buildSparkManifest({
    name,
    language: language as NonNullable<SparkJobInput['language']>,
    mainApplicationFile,
    mainClass: example ? example.mainClass : input.mainClass,
    arguments: example ? example.arguments : input.arguments,
    image,
    sparkVersion,
    driver,
    executor,
    dynamic,
    schedule,
    imagePullPolicy: input.imagePullPolicy,
    imagePullSecrets: input.imagePullSecrets,
    retries: input.retries,
    retryIntervalSeconds: input.retryIntervalSeconds,
    ttlSeconds: input.ttlSeconds,
    secrets: input.secrets,
    secretEnv: input.secretEnv,
    configMaps: input.configMaps,
    sparkConf: input.sparkConf,
  });
  const text = stringify(manifest, { lineWidth: 0 });
  return {
    job: { text, manifest },
    findings: contentFindings(manifest),
  };
}
