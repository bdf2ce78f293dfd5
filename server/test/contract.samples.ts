/** The part of an OpenAPI document these tests read. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  allOf?: Schema[];
}

export interface Operation {
  'x-permission'?: string;
  'x-public'?: boolean;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

export interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  name: string;
  operation: Operation;
}

export const routesOf = (contract: Contract): Route[] =>
  Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method as Route['method'],
      path: path.replace('/api/v1', ''),
      name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      operation,
    })),
  );

const ANY_ID = '01900000-0000-7000-8000-00000000abcd';

/** The smallest value a schema accepts, as far as it says. */
export function sampleOf(contract: Contract, schema: Schema | undefined): unknown {
  if (!schema) return undefined;
  if (schema.$ref) return sampleOf(contract, contract.components.schemas[schema.$ref.split('/').at(-1)!]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(contract, part)));
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      if (schema.format === 'uuid') return ANY_ID;
      if (schema.format === 'email') return 'somebody@mail.example';
      if (schema.format === 'date-time') return '2026-01-05T10:00:00Z';
      if (schema.format === 'date') return '2026-01-05';
      return 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () => sampleOf(contract, schema.items));
    default: {
      const required = schema.required ?? [];
      return Object.fromEntries(required.map((name) => [name, sampleOf(contract, schema.properties?.[name])]));
    }
  }
}

export const bodyOf = (contract: Contract, { operation }: Route): object | undefined =>
  sampleOf(contract, Object.values(operation.requestBody?.content ?? {})[0]?.schema) as object | undefined;
