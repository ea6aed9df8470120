import { z } from 'zod';

/** The part of JSON Schema that zod writes. */
export interface JsonSchema {
  type?: string | string[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: boolean | JsonSchema | undefined;
  propertyNames?: JsonSchema | undefined;
  items?: JsonSchema | undefined;
  prefixItems?: JsonSchema[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  allOf?: JsonSchema[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  not?: JsonSchema | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  exclusiveMaximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  $ref?: string | undefined;
  $defs?: Record<string, JsonSchema> | undefined;
}

const text = z.string().optional();
const count = z.number().optional();

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.lazy(() => {
  const list = z.array(jsonSchemaSchema).optional();
  const map = z.record(z.string(), jsonSchemaSchema).optional();
  return z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: map,
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchemaSchema]).optional(),
    propertyNames: jsonSchemaSchema.optional(),
    items: jsonSchemaSchema.optional(),
    prefixItems: list,
    anyOf: list,
    oneOf: list,
    allOf: list,
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    not: jsonSchemaSchema.optional(),
    format: text,
    pattern: text,
    minLength: count,
    maxLength: count,
    minimum: count,
    maximum: count,
    exclusiveMinimum: count,
    exclusiveMaximum: count,
    minItems: count,
    maxItems: count,
    $ref: text,
    $defs: map,
  });
});

/** A schema with what it refers to in place, and what is said by several brought together. */
export function resolveSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    const target = resolveSchema(definitionOf($ref, root), root);
    return Object.keys(beside).length === 0 ? target : { ...target, ...beside };
  }
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  return allOf.map((part) => resolveSchema(part, root)).reduce(mergeSchemas, own);
}

function definitionOf(ref: string, root: JsonSchema): JsonSchema {
  const name = /^#\/\$defs\/(.+)$/.exec(ref)?.[1];
  const found = ref === '#' ? root : name === undefined ? undefined : root.$defs?.[name];
  if (!found) throw new Error(`a schema refers to ${ref}, which is not in it`);
  return found;
}

/** Both at once: members of both, the narrower bound of each. */
function mergeSchemas(a: JsonSchema, b: JsonSchema): JsonSchema {
  const properties = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const known = properties[name];
    properties[name] = known ? { allOf: [known, schema] } : schema;
  }
  return {
    ...a,
    ...b,
    ...((a.properties || b.properties) && { properties }),
    ...((a.required || b.required) && { required: [...(a.required ?? []), ...(b.required ?? [])] }),
  };
}

/** The alternatives that a schema consists of; itself when there are none. */
export function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const { anyOf, oneOf, ...beside } = schema;
  const branches = anyOf ?? oneOf;
  if (branches)
    return branches.map((branch) => (Object.keys(beside).length ? mergeSchemas(beside, branch) : branch));
  if (schema.enum) return schema.enum.map((value) => ({ const: value }));
  if (schema.type === 'boolean' && !Object.hasOwn(schema, 'const'))
    return [{ const: false }, { const: true }];
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return [schema];
}
