/** `GET /api/docs`: the OpenAPI document as a page for people, without a script and without anything from elsewhere. */
import type { Json, JsonObject } from './openapi.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; }
body { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; font-size: 1.05rem; font-family: ui-monospace, monospace; }
h2 b { display: inline-block; min-width: 3.5em; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; } pre { overflow: auto; padding: .8rem; background: #8881; border-radius: 6px; }
summary { cursor: pointer; }
`;

export function renderDocs(document: JsonObject): string {
  const info = object(document['info']);
  const operations = Object.entries(object(document['paths'])).flatMap(([path, item]) =>
    Object.entries(object(item)).map(([method, operation]) =>
      renderOperation(method, path, object(operation)),
    ),
  );
  const schemas = Object.entries(object(object(document['components'])['schemas'])).map(
    ([name, schema]) =>
      `<details id="${escape(name)}"><summary><code>${escape(name)}</code></summary><pre>${pretty(schema)}</pre></details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info['title'])}: HTTP API</title><style>${STYLE}</style></head><body><main>
<h1>${escape(info['title'])}: HTTP API</h1><p>${escape(info['description'])}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
${operations.join('\n')}<h1>Schemas</h1>${schemas.join('\n')}</main></body></html>`;
}

function renderOperation(method: string, path: string, operation: JsonObject): string {
  const parameters = list(operation['parameters']).map((item) => {
    const parameter = object(item);
    return [
      `<code>${escape(parameter['name'])}</code>`,
      parameter['required'] === true ? 'needed' : '',
      brief(parameter['schema']),
      escape(parameter['description'] ?? ''),
    ];
  });
  const responses = Object.entries(object(operation['responses'])).map(([status, item]) => {
    const response = object(item);
    const content = Object.entries(object(response['content'])).map(
      ([type, media]) => `<code>${escape(type)}</code> ${brief(object(media)['schema'])}`,
    );
    return [`<code>${escape(status)}</code>`, escape(response['description']), content.join('<br>')];
  });
  const body = Object.entries(object(object(operation['requestBody'])['content']))
    .map(([type, media]) => `<p>Body: <code>${escape(type)}</code> ${brief(object(media)['schema'])}</p>`)
    .join('');
  return `<section><h2><b>${escape(method.toUpperCase())}</b> ${escape(path)}</h2>
<p><strong>${escape(operation['summary'])}.</strong> ${escape(operation['description'] ?? '')}</p>
${parameters.length === 0 ? '' : table(['Parameter', '', 'Type', 'Meaning'], parameters)}${body}
<details><summary>Answers</summary>${table(['Status', 'Meaning', 'Body'], responses)}</details></section>`;
}

/** A schema in a few words: the component it refers to, or its type and bounds. */
function brief(value: Json | undefined): string {
  const schema = object(value);
  const { $ref: reference } = schema;
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return `<a href="#${escape(name)}">${escape(name)}</a>`;
  }
  const words = [
    Array.isArray(schema['enum']) ? schema['enum'].map(String).join(' | ') : schema['type'],
    schema['minimum'] === undefined ? undefined : `≥ ${String(schema['minimum'])}`,
    schema['maximum'] === undefined ? undefined : `≤ ${String(schema['maximum'])}`,
    schema['default'] === undefined ? undefined : `default ${JSON.stringify(schema['default'])}`,
  ];
  return escape(words.filter((word) => word !== undefined).join(', '));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const pretty = (value: Json): string => escape(JSON.stringify(value, null, 2));
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (value: Json | undefined): string =>
  String(value ?? '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
