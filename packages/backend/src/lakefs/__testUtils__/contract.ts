import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import Ajv2020 from 'ajv/dist/2020';

interface Documented {
  responses: Record<
    string,
    { content?: { 'application/json'?: { schema?: object } } }
  >;
}

/** The formats of the document say how texts are meant; nothing here parses them. */
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  validateFormats: false,
});
ajv.addSchema({ $id: 'spec', components: spec.components });

/** What is wrong with an answer, by the OpenAPI document. @param path - as the document has it */
export function answerProblems(
  path: string,
  status: number,
  body: unknown,
): string[] {
  const documented = (
    spec.paths as unknown as Record<string, { get: Documented }>
  )[path]?.get.responses[String(status)];
  const schema = documented?.content?.['application/json']?.schema;
  if (!schema) return [`${path} tells of no answer ${status}`];
  const text = JSON.stringify(schema).replaceAll(
    '"#/components/',
    '"spec#/components/',
  );
  const validate = ajv.compile(JSON.parse(text));
  validate(body);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}
