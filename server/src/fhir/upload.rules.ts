import type { z } from 'zod';

/** One reason why a file is refused; `path` is a JSON path from the root of what was sent, such as `$.item[2].linkId`. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

/** Bytes of a file. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Levels of JSON: forms of eight levels of items stay well below. */
const MOST_LEVELS = 64;
const MOST_FAULTS = 50;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
// C0 controls but tab, line feed and carriage return.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const ACTIVE = /<\s*(?:script|iframe|object|embed|svg|math|link|meta)\b|\bon[a-z]+\s*=|javascript\s*:/i;
const MARKUP = /rendering-(?:xhtml|markdown)$/;

export type Opened = { json: object; faults: [] } | { json: null; faults: Fault[] };

/**
 * Bytes to JSON that holds nothing no form may hold: modifier extensions, scripts in markup, controls, keys that reach for
 * a prototype. Walks with a stack of its own. Says every reason with its path, at most fifty.
 */
export function openUpload(sent: string): Opened {
  const refuse = (...faults: Fault[]): Opened => ({ json: null, faults });
  if (Buffer.byteLength(sent, 'utf8') > MOST_BYTES)
    return refuse({ path: '$', code: 'too_large', message: 'The file is larger than 2 MB.' });
  let json: unknown;
  try {
    json = JSON.parse(sent.replace(/^\uFEFF/, ''));
  } catch {
    return refuse({ path: '$', code: 'not_json', message: 'This is not JSON.' });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refuse({ path: '$', code: 'not_a_resource', message: 'A FHIR resource is one JSON object.' });
  const faults = faultsIn(json);
  return faults.length > 0 ? refuse(...faults) : { json, faults: [] };
}

interface Place {
  value: unknown;
  path: string;
  level: number;
  /** The key it stands under, and the address of the extension it is the value of. */
  key: string;
  url: string;
}

function faultsIn(json: object): Fault[] {
  const faults: Fault[] = [];
  const stack: Place[] = [{ value: json, path: '$', level: 0, key: '', url: '' }];
  for (let place = stack.pop(); place && faults.length < MOST_FAULTS; place = stack.pop()) {
    const { value, path, level } = place;
    if (typeof value === 'string') faults.push(...faultsOfText(place, value));
    if (typeof value !== 'object' || value === null) continue;
    if (level >= MOST_LEVELS) {
      faults.push({ path, code: 'too_deep', message: 'Nested too deep.' });
      continue;
    }
    const url = 'url' in value && typeof value.url === 'string' ? value.url : '';
    for (const [key, child] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      if (FORBIDDEN_KEYS.has(key))
        faults.push({ path: at, code: 'forbidden_key', message: 'This key is not allowed.' });
      else if (key === 'modifierExtension')
        faults.push({ path: at, code: 'modifier_extension', message: 'A modifier extension changes what is meant.' });
      else stack.push({ value: child, path: at, level: level + 1, key: Array.isArray(value) ? place.key : key, url });
    }
  }
  return faults;
}

function faultsOfText({ path, key, url }: Place, text: string): Fault[] {
  if (!text.isWellFormed() || CONTROL.test(text))
    return [{ path, code: 'control_character', message: 'This text holds a character that no text should.' }];
  if ((key === 'div' || MARKUP.test(url)) && ACTIVE.test(text))
    return [{ path, code: 'script', message: 'Markup with a script or other active content is refused.' }];
  return [];
}

/** What a schema found, under the path where the resource stands in the file. */
export function faultsOf(error: z.ZodError, at: string): Fault[] {
  return error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => {
    const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
    return { path: at + where, code: 'not_r4', message: `Not as FHIR R4 has it: ${message}.` };
  });
}
