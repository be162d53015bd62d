// The schema of a data file, as its reader has it -> JSON Schema, by which editors complete and explain.
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

/** Of draft 7, which editors of YAML know best. Throws on what neither the library nor this file knows. */
export function jsonSchemaOf(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-07',
    // The last schema of a pipe has the parts; what stands before it takes the tree apart.
    typeMode: 'output',
    overrideSchema: ({ valibotSchema: { type }, jsonSchema }) => {
      // A part of the tree: what it holds is said behind it.
      if (type === 'custom') return jsonSchema;
      // Whose rest is asked for nothing but to be reported.
      if (type === 'object_with_rest')
        return isOpen(jsonSchema)
          ? jsonSchema
          : { ...jsonSchema, additionalProperties: false, errorMessage: keysOf(jsonSchema) };
      return type === 'array' ? entriesIn(jsonSchema) : undefined;
    },
    // Said by the metadata behind it (`checked`).
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' ? jsonSchema : undefined,
  });
}

/** Whether keys of the author's choice may stand in it: of those that may not nothing more is asked. */
function isOpen({ additionalProperties: rest }: JsonSchema): boolean {
  return typeof rest === 'object' && Object.keys(rest).length > 0;
}

/** What an editor tells of a key too many or too few. */
function keysOf({ properties = {}, required = [] }: JsonSchema): string {
  const needed = required.length === 0 ? '' : ` (꼭 있어야 하는 것: ${required.join(', ')})`;
  return `적을 수 있는 열쇠: ${Object.keys(properties).join(', ')}${needed}`;
}

/** A list of entries is a mapping whose keys the author chooses. */
function entriesIn({ items }: JsonSchema): JsonSchema | undefined {
  const { key, value } = (typeof items === 'object' && 'properties' in items && items.properties) || {};
  if (key === undefined || value === undefined) return undefined;
  return { type: 'object', propertyNames: key, additionalProperties: value };
}
