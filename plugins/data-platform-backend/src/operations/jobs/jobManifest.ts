import {
  Finding,
  Presets,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { stringify } from 'yaml';
import { formConfFindings } from '../../integrations/spark/manifest/formConfFindings';
import { errorAt } from '../findings';
import { contentFindings, readManifest } from '../generic/readManifest';
import { SparkJobInput } from './sparkJobInput';
import { SparkRenderer } from './sparkRenderers';

/** The definition of a job: as text, which is registered, and as the object it says. */
export interface JobManifest {
  text: string;
  manifest: KubernetesManifest;
}

/** Where the definition of a new job comes from. */
export function originOf(
  input: SparkJobInput,
): NonNullable<SparkJobInput['from']> {
  return (
    input.from ??
    ((input.manifest && 'manifest') ||
      (input.example && 'example') ||
      'application')
  );
}

/** The manifest that was pasted. */
export function pastedManifest({ manifest: text = '', name }: SparkJobInput): {
  job?: JobManifest;
  findings: Finding[];
} {
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

/**
 * The manifest from the fields of the form, as the operator wants it.
 * @param version - of its group that the cluster serves
 */
export function builtManifest(
  form: SparkJobInput,
  spark: Presets['spark'],
  renderer: SparkRenderer,
  version?: string,
): { job?: JobManifest; findings: Finding[] } {
  const input: SparkJobInput =
    originOf(form) === 'example'
      ? { ...form, language: undefined, mainApplicationFile: undefined }
      : { ...form, example: undefined };
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
  const values = {
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
  };
  const manifest = renderer.build(values, version);
  const text = stringify(manifest, { lineWidth: 0 });
  return {
    job: { text, manifest },
    findings: [
      ...contentFindings(manifest),
      ...formConfFindings(input.sparkConf),
      ...(schedule && !renderer.schedules ? [noSchedule(renderer)] : []),
    ],
  };
}

function noSchedule({ title }: SparkRenderer): Finding {
  return errorAt(
    'schedule',
    `${title.charAt(0).toUpperCase()}${title.slice(
      1,
    )} has no schedules, so nothing would start the runs of this job.`,
    'Choose the Kubeflow Spark operator where the cluster serves it, or leave the schedule out and start runs from a scheduler such as Airflow or a CronJob.',
  );
}
