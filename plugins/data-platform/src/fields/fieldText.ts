/** What a field of a template says of itself, as the form library hands it over. */
interface FieldTexts {
  schema: { title?: string; description?: string };
  uiSchema?: Record<string, unknown>;
  rawErrors?: string[];
  required?: boolean;
}

/** Title, help and errors of a form field; the ui:* keys win over the schema. */
export function fieldText(props: FieldTexts, title: string) {
  const { schema, uiSchema, rawErrors, required } = props;
  const description = uiSchema?.['ui:description'] ?? schema.description;
  return {
    label: String(uiSchema?.['ui:title'] ?? schema.title ?? title),
    description: typeof description === 'string' ? description : undefined,
    errors: rawErrors ?? [],
    required: !!required,
  };
}
