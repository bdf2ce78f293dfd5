import { Invalid, type FieldError } from './errors.js';

const MAX_DEPTH = 20;
const MAX_KEYS = 1000;
const MAX_ITEMS = 1000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
// C0 controls but tab, line feed and carriage return: they cannot be typed, and NUL cannot be stored.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function textError(path: string, text: string): FieldError | null {
  if (!text.isWellFormed()) return { path, code: 'encoding', message: 'This text holds half of a character.' };
  if (CONTROL.test(text)) return { path, code: 'control_character', message: 'This text holds a control character.' };
  return null;
}

/**
 * Refuses what no feature should ever meet: NUL and other controls, lone surrogates, prototype keys, bottomless
 * nesting, endless lists. Walks with its own stack, so depth cannot exhaust the call stack. Throws `Invalid`.
 */
export function checkBody(body: unknown): void {
  let keys = 0;
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: body, path: '', depth: 0 }];
  const refuse = (error: FieldError): never => {
    throw new Invalid([error]);
  };
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string') {
      const error = textError(path, value);
      if (error) refuse(error);
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) refuse({ path, code: 'too_deep', message: `Nested more than ${MAX_DEPTH} levels deep.` });
    if (Array.isArray(value)) {
      if (value.length > MAX_ITEMS) refuse({ path, code: 'too_many', message: `More than ${MAX_ITEMS} items.` });
      value.forEach((child, i) => stack.push({ value: child, path: `${path}[${i}]`, depth: depth + 1 }));
      continue;
    }
    for (const [key, child] of Object.entries(value)) {
      const where = path ? `${path}.${key}` : key;
      if (++keys > MAX_KEYS) refuse({ path, code: 'too_many', message: `More than ${MAX_KEYS} fields.` });
      if (FORBIDDEN_KEYS.has(key))
        refuse({ path: where, code: 'unknown_field', message: 'This field is not allowed.' });
      const error = textError(where, key);
      if (error) refuse(error);
      stack.push({ value: child, path: where, depth: depth + 1 });
    }
  }
}
