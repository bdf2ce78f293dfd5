import type { Type } from '@nestjs/common';

/** What the metadata generator says of one property (`_OPENAPI_METADATA_FACTORY`). */
interface Described {
  type?: unknown;
  isArray?: boolean;
}
interface DescribedClass {
  _OPENAPI_METADATA_FACTORY?: () => Record<string, Described>;
}

type Pick = (value: unknown) => unknown;
const asIs: Pick = (value) => value;
const compiled = new Map<Type, Pick>();

const isDto = (type: unknown): type is Type => typeof type === 'function' && '_OPENAPI_METADATA_FACTORY' in type;

function pickOf(property: Described): Pick {
  if (typeof property.type !== 'function') return asIs;
  const inner: unknown = (property.type as () => unknown)();
  if (Array.isArray(inner)) {
    const item: unknown = inner[0];
    if (!isDto(item)) return asIs;
    const each = serializerOf(item);
    return (value) => (Array.isArray(value) ? value.map(each) : value);
  }
  if (isDto(inner)) return serializerOf(inner);
  if (typeof inner === 'object' && inner !== null) return fieldsOf(inner as Record<string, Described>);
  return asIs;
}

function fieldsOf(properties: Record<string, Described>): Pick {
  let fields: [string, Pick][] | null = null;
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    // Compiled at first use, so that DTOs may refer to each other in a circle.
    fields ??= Object.entries(properties).map(([name, property]) => [name, pickOf(property)]);
    const source = value as Record<string, unknown>;
    const out: Record<string, unknown> = {};
    for (const [name, pick] of fields) {
      if (source[name] !== undefined) out[name] = pick(source[name]);
    }
    return out;
  };
}

/** Copies exactly the declared fields of a DTO, deeply. Throws at boot when the DTO declares none. */
export function serializerOf(dto: Type): Pick {
  const known = compiled.get(dto);
  if (known) return known;
  const properties: Record<string, Described> = {};
  // A DTO may extend another: each class of the chain describes its own fields.
  for (let at: unknown = dto; typeof at === 'function' && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, '_OPENAPI_METADATA_FACTORY'))
      Object.assign(properties, (at as DescribedClass)._OPENAPI_METADATA_FACTORY!());
  }
  if (Object.keys(properties).length === 0)
    throw new Error(`${dto.name} declares no fields: is it in a *.dto.ts file?`);
  const pick = fieldsOf(properties);
  compiled.set(dto, pick);
  return pick;
}
